package cat.eset.core.registry;

import cat.eset.core.InvalidValueException;
import cat.eset.core.id.Dir3;
import cat.eset.core.party.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything an entry says except its number and the instant of its numbering (Llei 39/2015 art. 16.3; ROF art. 153).
 *
 * @param direction entry or exit
 * @param extract what it is about; 1 to 240 characters (SICRES)
 * @param parties interested parties: who presents (entry) or who is addressed (exit)
 * @param attachments documents
 * @param presentedAt effective instant of presentation, if it is not the one of the registration
 * @param unit unit to which it goes or from which it leaves
 * @param procedure code of the procedure, as the sender gave it
 * @param statement what a citizen states ("exposo")
 * @param request what a citizen asks ("sol·licito")
 * @param externalReference identity in the system it came from, for example the MUX transaction
 * @param answers the entry that this exit answers
 */
public record EntryDraft(
        Direction direction,
        String extract,
        List<Party> parties,
        List<Attachment> attachments,
        Optional<Instant> presentedAt,
        Optional<Dir3> unit,
        Optional<String> procedure,
        Optional<String> statement,
        Optional<String> request,
        Optional<String> externalReference,
        Optional<RegistryNumber> answers) {

    /** Longest extract that survives an exchange between registries, in characters. */
    public static final int MAX_EXTRACT = 240;

    /** Checks the values and copies the lists. */
    public EntryDraft {
        Objects.requireNonNull(direction, "direction");
        if (extract.isBlank() || extract.length() > MAX_EXTRACT) {
            throw InvalidValueException.of("EntryDraft", "its extract has 1 to 240 characters");
        }
        parties = List.copyOf(parties);
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(presentedAt, "presentedAt");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(procedure, "procedure");
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(externalReference, "externalReference");
        Objects.requireNonNull(answers, "answers");
    }

    /** Starts an entry ("entrada"). */
    public static Builder entry(String extract) {
        return new Builder(Direction.ENTRY, extract);
    }

    /** Starts an exit ("sortida"). */
    public static Builder exit(String extract) {
        return new Builder(Direction.EXIT, extract);
    }

    /** Builds an {@link EntryDraft}; not thread-safe. */
    public static final class Builder {
        private final Direction direction;
        private final String extract;
        private final List<Party> parties = new ArrayList<>();
        private final List<Attachment> attachments = new ArrayList<>();
        private @Nullable Instant presentedAt;
        private @Nullable Dir3 unit;
        private @Nullable String procedure;
        private @Nullable String statement;
        private @Nullable String request;
        private @Nullable String externalReference;
        private @Nullable RegistryNumber answers;

        private Builder(Direction direction, String extract) {
            this.direction = direction;
            this.extract = Objects.requireNonNull(extract, "extract");
        }

        /** One more interested party. */
        public Builder party(Party value) {
            parties.add(Objects.requireNonNull(value, "party"));
            return this;
        }

        /** One more document. */
        public Builder attachment(Attachment value) {
            attachments.add(Objects.requireNonNull(value, "attachment"));
            return this;
        }

        /** Effective instant of presentation. */
        public Builder presentedAt(Instant value) {
            this.presentedAt = value;
            return this;
        }

        /** Unit of destination (entry) or origin (exit). */
        public Builder unit(Dir3 value) {
            this.unit = value;
            return this;
        }

        /** Code of the procedure. */
        public Builder procedure(String value) {
            this.procedure = value;
            return this;
        }

        /** What a citizen states and asks. */
        public Builder genericRequest(String exposes, String asks) {
            this.statement = exposes;
            this.request = asks;
            return this;
        }

        /** Identity in the system it came from. */
        public Builder externalReference(String value) {
            this.externalReference = value;
            return this;
        }

        /** The entry that this exit answers. */
        public Builder answers(RegistryNumber value) {
            this.answers = value;
            return this;
        }

        /** The finished draft. */
        public EntryDraft build() {
            return new EntryDraft(
                    direction,
                    extract,
                    parties,
                    attachments,
                    Optional.ofNullable(presentedAt),
                    Optional.ofNullable(unit),
                    Optional.ofNullable(procedure),
                    Optional.ofNullable(statement),
                    Optional.ofNullable(request),
                    Optional.ofNullable(externalReference),
                    Optional.ofNullable(answers));
        }
    }

    /** Not what it says, which is a citizen's. */
    @Override
    public String toString() {
        return "EntryDraft[" + direction + ", " + parties.size() + " parties, " + attachments.size() + " attachments]";
    }
}
