package cat.eset.core.expedient;

import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Event;
import cat.eset.core.law.Reason;
import cat.eset.core.party.Party;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.retention.EliminationRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What happens to an expedient. */
public sealed interface ExpedientEvent extends Event {

    /**
     * It was opened.
     *
     * @param number its number
     * @param opening everything said at the opening
     */
    record Opened(ExpedientNumber number, Opening opening) implements ExpedientEvent {
        /** Checks the values. */
        public Opened {
            Objects.requireNonNull(number, "number");
            Objects.requireNonNull(opening, "opening");
        }
    }

    /**
     * Its phase changed, forwards or backwards.
     *
     * @param from before
     * @param to after
     */
    record PhaseChanged(Phase from, Phase to) implements ExpedientEvent {}

    /**
     * Another person or group is in charge.
     *
     * @param to who
     */
    record Reassigned(Assignee to) implements ExpedientEvent {}

    /**
     * Somebody else has an interest in it.
     *
     * @param party who
     */
    record PartyAdded(Party party) implements ExpedientEvent {}

    /**
     * An entry or exit of the registry belongs to it.
     *
     * @param entry its number
     */
    record EntryLinked(RegistryNumber entry) implements ExpedientEvent {}

    /**
     * It has to do with another expedient.
     *
     * @param other the other
     */
    record Related(ExpedientNumber other) implements ExpedientEvent {}

    /**
     * The last day to resolve, as the legal engine computed it.
     *
     * @param lastDay the day
     * @param reasons rules and articles
     */
    record ResolutionDeadlineSet(LocalDate lastDay, List<Reason> reasons) implements ExpedientEvent {
        /** Copies the list. */
        public ResolutionDeadlineSet {
            Objects.requireNonNull(lastDay, "lastDay");
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A folder groups documents.
     *
     * @param name its name
     */
    record FolderAdded(String name) implements ExpedientEvent {}

    /**
     * A document came in.
     *
     * @param document which
     * @param folder in which folder, if in one
     * @param auxiliary why it is no part of the expedient, if it is none (Llei 39/2015 art. 70.4)
     */
    record DocumentIncorporated(DocumentId document, Optional<String> folder, Optional<String> auxiliary)
            implements ExpedientEvent {
        /** Checks the values. */
        public DocumentIncorporated {
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(folder, "folder");
            Objects.requireNonNull(auxiliary, "auxiliary");
        }
    }

    /**
     * A document went to another folder.
     *
     * @param document which
     * @param folder to which, or out of any
     */
    record DocumentMoved(DocumentId document, Optional<String> folder) implements ExpedientEvent {}

    /**
     * A document was left without effect here.
     *
     * @param document which
     * @param reason why
     */
    record DocumentAnnulled(DocumentId document, String reason) implements ExpedientEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "DocumentAnnulled[" + document + "]";
        }
    }

    /**
     * An annulled document counts again.
     *
     * @param document which
     * @param reason why
     */
    record DocumentRestored(DocumentId document, String reason) implements ExpedientEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "DocumentRestored[" + document + "]";
        }
    }

    /**
     * A document was deleted here.
     *
     * @param document which
     * @param reason why
     */
    record DocumentDeleted(DocumentId document, String reason) implements ExpedientEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "DocumentDeleted[" + document + "]";
        }
    }

    /**
     * A step was added.
     *
     * @param number of the step
     * @param what which step
     */
    record StepAdded(int number, Step.What what) implements ExpedientEvent {
        /** Checks the value. */
        public StepAdded {
            Objects.requireNonNull(what, "what");
        }
    }

    /**
     * A step ended.
     *
     * @param number of the step
     * @param end done or cancelled
     * @param outcome what came of it
     */
    record StepEnded(int number, Step.State end, String outcome) implements ExpedientEvent {
        /** Not what came of it, which may hold personal data. */
        @Override
        public String toString() {
            return "StepEnded[" + number + ", " + end + "]";
        }
    }

    /**
     * A diligence was written about it.
     *
     * @param diligence its identity
     */
    record DiligenceNoted(String diligence) implements ExpedientEvent {}

    /**
     * The checks passed and the index is built.
     *
     * @param reason why it ends
     * @param index what is to be signed
     */
    record ClosingBegun(ClosingReason reason, ExpedientIndex index) implements ExpedientEvent {}

    /**
     * The closing was given up before the index was signed.
     *
     * @param reason why
     */
    record ClosingAbandoned(String reason) implements ExpedientEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "ClosingAbandoned[***]";
        }
    }

    /**
     * The index is signed and the expedient closed.
     *
     * @param seal the signature
     */
    record Closed(IndexSeal seal) implements ExpedientEvent {}

    /**
     * Opened again, exceptionally. The index of the closing is kept.
     *
     * @param reason why
     * @param diligence the diligence that records it
     */
    record Reopened(String reason, String diligence) implements ExpedientEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "Reopened[" + diligence + "]";
        }
    }

    /**
     * Given to the archive.
     *
     * @param receipt what the archive answered
     */
    record Transferred(String receipt) implements ExpedientEvent {}

    /**
     * Its documents were eliminated; what is said about it stays.
     *
     * @param record the line of the register of eliminations it is in
     */
    record Eliminated(EliminationRecord record) implements ExpedientEvent {
        /** Checks the value. */
        public Eliminated {
            Objects.requireNonNull(record, "record");
        }
    }
}
