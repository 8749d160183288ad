package cat.eset.documents;

import cat.eset.core.InvalidValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An expedient to be made in DESA'L: a folder of documents (contract desal 4.4). Immutable. */
public final class NewExpedient {

    private final Map<ExpedientField, String> fields;
    private final Instant start;
    private final List<String> interested;

    private NewExpedient(Builder b) {
        this.fields = Map.copyOf(b.fields);
        this.start = b.start;
        this.interested = List.copyOf(b.interested);
    }

    /**
     * Starts an expedient, open.
     *
     * @param identifier 1 to 50 characters, unique per service and body
     * @param title 1 to 500 characters
     * @param start when it began
     * @param classification code of its classification, 1 to 50 characters
     * @param classificationName name of its classification, 1 to 250 characters
     */
    public static Builder builder(
            String identifier, String title, Instant start, String classification, String classificationName) {
        return new Builder(start)
                .with(ExpedientField.IDENTIFIER, identifier)
                .with(ExpedientField.TITLE, title)
                .with(ExpedientField.CLASSIFICATION, classification)
                .with(ExpedientField.CLASSIFICATION_NAME, classificationName)
                .with(ExpedientField.STATE, "E01");
    }

    /** What it says about itself. */
    public Map<ExpedientField, String> fields() {
        return fields;
    }

    /** Its identifier. */
    public String identifier() {
        return Objects.requireNonNull(fields.get(ExpedientField.IDENTIFIER), "identifier");
    }

    /** When it began. */
    public Instant start() {
        return start;
    }

    /** Identity numbers of interested persons, or DIR3 codes. */
    public List<String> interested() {
        return interested;
    }

    /** Identifier only. */
    @Override
    public String toString() {
        return "NewExpedient[" + identifier() + "]";
    }

    /** Builds a {@link NewExpedient}; not thread-safe. */
    public static final class Builder {
        private final Map<ExpedientField, String> fields = new EnumMap<>(ExpedientField.class);
        private final List<String> interested = new ArrayList<>();
        private final Instant start;

        private Builder(Instant start) {
            this.start = Objects.requireNonNull(start, "start");
        }

        /** A field has this value. */
        public Builder with(ExpedientField field, String value) {
            fields.put(field, field.checked(value));
            return this;
        }

        /** One more interested person or body, at most 20 characters. */
        public Builder interested(String identity) {
            if (identity.isBlank() || identity.length() > 20) {
                throw InvalidValueException.of(
                        "NewExpedient", "identities of interested persons of 1 to 20 characters");
            }
            interested.add(identity);
            return this;
        }

        /** The finished expedient. */
        public NewExpedient build() {
            return new NewExpedient(this);
        }
    }
}
