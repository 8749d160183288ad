package cat.eset.core.diligence;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.registry.RegistryNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A dated statement of an identified official (contract eset-model 6). It never changes: a mistake is corrected by another
 * diligence that names this one.
 *
 * @param id its identity
 * @param content what it says
 * @param corrects the diligence that this one corrects, if it corrects one
 * @param by who states it
 * @param at when
 */
public record Diligence(DiligenceId id, Content content, Optional<DiligenceId> corrects, Actor by, Instant at)
        implements Aggregate {

    /** What a diligence says. */
    public sealed interface Content {}

    /**
     * Diligència de procés: what is to be done with an entry, by whom and until when.
     *
     * @param entry number in the registry
     * @param decision what is decided
     * @param due until when, if said
     */
    public record ProcessNote(RegistryNumber entry, ProcessDecision decision, Optional<LocalDate> due)
            implements Content {
        /** Checks the values. */
        public ProcessNote {
            Objects.requireNonNull(entry, "entry");
            Objects.requireNonNull(decision, "decision");
            Objects.requireNonNull(due, "due");
        }
    }

    /**
     * Diligència: the record of a fact, a document of type TD12.
     *
     * @param fact what is recorded, in the words of the official
     * @param number inside its scope, if the town hall numbers them
     * @param document the signed document that holds it, if there is one
     */
    public record Fact(String fact, Optional<String> number, Optional<DocumentId> document) implements Content {
        /** Checks the values. */
        public Fact {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(document, "document");
            if (fact.isBlank()) {
                throw InvalidValueException.of("Diligence", "it says what it records");
            }
        }

        /** Not what it says, which may hold personal data. */
        @Override
        public String toString() {
            return "Fact[" + number.orElse("") + "]";
        }
    }

    /** Checks the values. */
    public Diligence {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(corrects, "corrects");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }

    /** States something. */
    public static Change<Diligence, DiligenceEvent> state(DiligenceId id, Content content, Actor by, Instant at) {
        return stated(id, content, Optional.empty(), by, at);
    }

    /** States what is right where another diligence was wrong. */
    public static Change<Diligence, DiligenceEvent> correct(
            DiligenceId id, Diligence wrong, Content content, Actor by, Instant at) {
        return stated(id, content, Optional.of(wrong.id()), by, at);
    }

    private static Change<Diligence, DiligenceEvent> stated(
            DiligenceId id, Content content, Optional<DiligenceId> corrects, Actor by, Instant at) {
        return Change.of(
                new Diligence(id, content, corrects, by, at),
                new Recorded<>(new DiligenceEvent.Stated(id, content, corrects), by, at));
    }

    /** The diligence that a trail of one event tells. */
    public static Diligence replay(List<Recorded<DiligenceEvent>> events) {
        if (events.size() != 1 || !(events.get(0).event() instanceof DiligenceEvent.Stated stated)) {
            throw InvalidValueException.of("Diligence", "its trail is the one event of its statement");
        }
        return new Diligence(
                stated.id(),
                stated.content(),
                stated.corrects(),
                events.get(0).by(),
                events.get(0).at());
    }

    @Override
    public AggregateKey key() {
        return new AggregateKey("Diligence", id.value());
    }

    @Override
    public long version() {
        return 1;
    }

    /** Does not print what it says. */
    @Override
    public String toString() {
        return "Diligence[" + id + "]";
    }
}
