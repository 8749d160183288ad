package cat.eset.documents;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.registry.RegistryNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A document to be stored in DESA'L, with its bytes (contract desal 4.2, 4.3). Immutable. */
public final class NewDocument {

    /** One PUT of S3 holds this much; DESA'L allows a little less than 4.2 GB. */
    private static final long MAX_LENGTH = 4_509_715_660L;

    private static final Pattern FORBIDDEN = Pattern.compile("[\":*<>\\\\|/?\\x00-\\x1f]");
    private static final Pattern DEVICE = Pattern.compile("(con|nul|prn|com[1-9]|lpt[1-9])(\\..*)?");

    private final String fileName;
    private final String title;
    private final DocumentContent content;
    private final Instant date;
    private final List<String> interested;
    private final @Nullable RegistryNumber registryNumber;
    private final @Nullable EniMetadata eni;
    private final Map<DocumentField, String> fields;
    private final Map<String, String> info;

    /**
     * What services with the complete model must say (contract desal 4.3); which model a service has was agreed with the consortium.
     *
     * @param elaboration {@code EE01} to {@code EE04} or {@code EE99}
     * @param fromAdministration whether the administration made it; false: a citizen
     * @param documentType {@code TD01} and so on
     * @param signatureType {@code TF01} to {@code TF07}; {@code TF99} unsigned
     */
    public record EniMetadata(
            String elaboration, boolean fromAdministration, String documentType, String signatureType) {
        /** Checks the form of the codes. */
        public EniMetadata {
            if (!elaboration.matches("EE\\d\\d")
                    || !documentType.matches("TD\\d\\d(\\.\\d{1,2})?")
                    || !signatureType.matches("TF\\d\\d")) {
                throw InvalidValueException.of("EniMetadata", "codes like EE01, TD01 and TF06");
            }
        }
    }

    private NewDocument(Builder b) {
        this.fileName = b.fileName;
        this.title = b.title;
        this.content = b.content;
        this.date = b.date;
        this.interested = List.copyOf(b.interested);
        this.registryNumber = b.registryNumber;
        this.eni = b.eni;
        this.fields = Map.copyOf(b.fields);
        this.info = Map.copyOf(b.info);
    }

    /**
     * Starts a document.
     *
     * @param fileName 1 to 250 characters with an extension, without those that no file may have
     * @param title name for people, 1 to 500 characters
     * @param content its bytes, at least one
     * @param date date of the document
     */
    public static Builder builder(String fileName, String title, DocumentContent content, Instant date) {
        return new Builder(fileName, title, content, date);
    }

    /** Name with extension. */
    public String fileName() {
        return fileName;
    }

    /** Name for people. */
    public String title() {
        return title;
    }

    /** Its bytes. */
    public DocumentContent content() {
        return content;
    }

    /** Date of the document. */
    public Instant date() {
        return date;
    }

    /** Identity numbers of interested persons, or DIR3 codes. */
    public List<String> interested() {
        return interested;
    }

    /** The registry entry it belongs to. */
    public Optional<RegistryNumber> registryNumber() {
        return Optional.ofNullable(registryNumber);
    }

    /** Metadata of the complete model. */
    public Optional<EniMetadata> eni() {
        return Optional.ofNullable(eni);
    }

    /** What else it says about itself. */
    public Map<DocumentField, String> fields() {
        return fields;
    }

    /** What it says in words of its own. */
    public Map<String, String> info() {
        return info;
    }

    /** Builds a {@link NewDocument}; not thread-safe. */
    public static final class Builder {
        private final String fileName;
        private final String title;
        private final DocumentContent content;
        private final Instant date;
        private final List<String> interested = new ArrayList<>();
        private @Nullable RegistryNumber registryNumber;
        private @Nullable EniMetadata eni;
        private final Map<DocumentField, String> fields = new EnumMap<>(DocumentField.class);
        private final Map<String, String> info = new HashMap<>();

        private Builder(String fileName, String title, DocumentContent content, Instant date) {
            this.fileName = fileName;
            this.title = title;
            this.content = Objects.requireNonNull(content, "content");
            this.date = Objects.requireNonNull(date, "date");
        }

        /** One more interested person or body, at most 20 characters. */
        public Builder interested(String identity) {
            interested.add(Objects.requireNonNull(identity, "identity"));
            return this;
        }

        /** The registry entry it belongs to. */
        public Builder registryNumber(RegistryNumber value) {
            this.registryNumber = Objects.requireNonNull(value, "registryNumber");
            return this;
        }

        /** Metadata of the complete model. */
        public Builder eni(EniMetadata value) {
            this.eni = Objects.requireNonNull(value, "eni");
            return this;
        }

        /** Something else that it says about itself. */
        public Builder with(DocumentField field, String value) {
            fields.put(field, field.checked(value));
            return this;
        }

        /** Something in words of its own ({@code infoAddicional}). */
        public Builder info(String key, String value) {
            info.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
            return this;
        }

        /**
         * The finished document.
         *
         * @throws InvalidValueException if DESA'L would refuse its name, title or size
         */
        public NewDocument build() {
            String lower = fileName.toLowerCase(Locale.ROOT);
            if (fileName.isBlank()
                    || fileName.length() > 250
                    || fileName.indexOf('.') < 1
                    || FORBIDDEN.matcher(fileName).find()
                    || lower.endsWith(".")
                    || lower.endsWith(" ")
                    || DEVICE.matcher(lower).matches()) {
                throw InvalidValueException.of(
                        "NewDocument",
                        "a file name of 1 to 250 characters with extension, without \" : * < > \\ | / ?");
            }
            if (title.isBlank() || title.length() > 500) {
                throw InvalidValueException.of("NewDocument", "a title of 1 to 500 characters");
            }
            if (content.length() < 1 || content.length() > MAX_LENGTH) {
                throw InvalidValueException.of("NewDocument", "1 to 4 509 715 660 bytes");
            }
            if (interested.stream().anyMatch(identity -> identity.isBlank() || identity.length() > 20)) {
                throw InvalidValueException.of("NewDocument", "identities of interested persons of 1 to 20 characters");
            }
            return new NewDocument(this);
        }
    }
}
