package cat.eset.registry.mux2;

import cat.eset.core.InvalidValueException;
import cat.eset.core.registry.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry or exit as MUX V2 writes it (contract mux 5.2, {@code EntradaType}, {@code SortidaType}). {@link Mux2Mapping} makes one of an entry
 * of the core.
 *
 * @param direction entry or exit
 * @param subject at most 1000 characters
 * @param presentedAt effective instant of presentation
 * @param remarks at most 4000 characters
 * @param applicationUrl link of interest, 5 to 1024 characters
 * @param procedure descriptor of the procedure, at most 4000 characters
 * @param way how it was presented or sent, 3 to 5 characters; the codes are not published
 * @param documents at most 255
 * @param ours the body whose registry it is in
 * @param other who it comes from or goes to
 */
public record Mux2Entry(
        Direction direction,
        String subject,
        Instant presentedAt,
        Optional<String> remarks,
        Optional<String> applicationUrl,
        Optional<String> procedure,
        Optional<String> way,
        List<Mux2Document> documents,
        Correspondent.Body ours,
        Correspondent other) {

    static final int MAX_DOCUMENTS = 255;
    static final int MAX_PROCEDURE = 4000;
    static final int MAX_REMARKS = 4000;

    private static final String TYPE = "Mux2Entry";

    /** Checks the values and copies the list. */
    public Mux2Entry {
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(presentedAt, "presentedAt");
        Objects.requireNonNull(ours, "ours");
        Objects.requireNonNull(other, "other");
        documents = List.copyOf(documents);
        Lengths.check(TYPE, "a subject", subject, 1, 1000);
        Lengths.check(TYPE, "remarks", remarks, 0, MAX_REMARKS);
        Lengths.check(TYPE, "a link", applicationUrl, 5, 1024);
        Lengths.check(TYPE, "a descriptor of the procedure", procedure, 0, MAX_PROCEDURE);
        Lengths.check(TYPE, "a way", way, 3, 5);
        if (documents.size() > MAX_DOCUMENTS) {
            throw InvalidValueException.of(TYPE, "at most " + MAX_DOCUMENTS + " documents");
        }
    }

    /** Starts an entry ("entrada") of a registry. */
    public static Builder entry(String subject, Instant presentedAt, Correspondent from, Correspondent.Body to) {
        return new Builder(Direction.ENTRY, subject, presentedAt, to, from);
    }

    /** Starts an exit ("sortida") of a registry. */
    public static Builder exit(String subject, Instant presentedAt, Correspondent.Body from, Correspondent to) {
        return new Builder(Direction.EXIT, subject, presentedAt, from, to);
    }

    /** Direction only. */
    @Override
    public String toString() {
        return "Mux2Entry[" + direction + "]";
    }

    /** Builds a {@link Mux2Entry}; not thread-safe. */
    public static final class Builder {
        private final Direction direction;
        private final String subject;
        private final Instant presentedAt;
        private final Correspondent.Body ours;
        private final Correspondent other;
        private final List<Mux2Document> documents = new ArrayList<>();
        private @Nullable String remarks;
        private @Nullable String applicationUrl;
        private @Nullable String procedure;
        private @Nullable String way;

        private Builder(
                Direction direction,
                String subject,
                Instant presentedAt,
                Correspondent.Body ours,
                Correspondent other) {
            this.direction = direction;
            this.subject = Objects.requireNonNull(subject, "subject");
            this.presentedAt = Objects.requireNonNull(presentedAt, "presentedAt");
            this.ours = Objects.requireNonNull(ours, "ours");
            this.other = Objects.requireNonNull(other, "other");
        }

        /** Remarks. */
        public Builder remarks(String value) {
            this.remarks = Objects.requireNonNull(value, "remarks");
            return this;
        }

        /** Link of interest. */
        public Builder applicationUrl(String value) {
            this.applicationUrl = Objects.requireNonNull(value, "applicationUrl");
            return this;
        }

        /** Descriptor of the procedure. */
        public Builder procedure(String value) {
            this.procedure = Objects.requireNonNull(value, "procedure");
            return this;
        }

        /** How it was presented or sent. */
        public Builder way(String value) {
            this.way = Objects.requireNonNull(value, "way");
            return this;
        }

        /** One more document. */
        public Builder document(Mux2Document value) {
            documents.add(Objects.requireNonNull(value, "document"));
            return this;
        }

        /** The finished entry. */
        public Mux2Entry build() {
            return new Mux2Entry(
                    direction,
                    subject,
                    presentedAt,
                    Optional.ofNullable(remarks),
                    Optional.ofNullable(applicationUrl),
                    Optional.ofNullable(procedure),
                    Optional.ofNullable(way),
                    documents,
                    ours,
                    other);
        }
    }
}
