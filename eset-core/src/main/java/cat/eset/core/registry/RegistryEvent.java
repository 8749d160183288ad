package cat.eset.core.registry;

import cat.eset.core.event.Event;
import java.time.Instant;
import java.util.Objects;

/** What happens to an entry of the registry. */
public sealed interface RegistryEvent extends Event {

    /**
     * It got its number.
     *
     * @param number the number
     * @param registeredAt instant of the numbering
     * @param draft what it says
     */
    record Registered(RegistryNumber number, Instant registeredAt, EntryDraft draft) implements RegistryEvent {
        /** Checks the values. */
        public Registered {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(registeredAt, "registeredAt");
            Objects.requireNonNull(draft, "draft");
        }
    }

    /** The office accepts it: it may go to an expedient. */
    record Accepted() implements RegistryEvent {}

    /**
     * Sent back to whoever presented it.
     *
     * @param reason why
     */
    record Returned(String reason) implements RegistryEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "Returned[***]";
        }
    }

    /**
     * Corrected by a diligence; the entry itself is not rewritten (ROF art. 153.3).
     *
     * @param diligence the diligence that says what is right
     * @param correction what it corrects, in one sentence
     */
    record Corrected(String diligence, String correction) implements RegistryEvent {
        /** Not the correction, which may hold personal data. */
        @Override
        public String toString() {
            return "Corrected[" + diligence + "]";
        }
    }

    /**
     * Annulled; the number stays.
     *
     * @param diligence the diligence that says why
     * @param reason why
     */
    record Annulled(String diligence, String reason) implements RegistryEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "Annulled[" + diligence + "]";
        }
    }

    /**
     * Tied to an expedient.
     *
     * @param expedient its number
     */
    record LinkedToExpedient(String expedient) implements RegistryEvent {}

    /**
     * A diligence says that no expedient is needed.
     *
     * @param diligence the process diligence
     * @param reason why
     */
    record FiledWithoutExpedient(String diligence, String reason) implements RegistryEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "FiledWithoutExpedient[" + diligence + "]";
        }
    }
}
