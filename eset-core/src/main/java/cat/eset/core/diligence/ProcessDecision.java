package cat.eset.core.diligence;

import cat.eset.core.InvalidValueException;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Opening;
import cat.eset.core.id.Dir3;
import java.util.Objects;
import java.util.function.Function;

/** What a process diligence decides about an entry. */
public sealed interface ProcessDecision {

    /**
     * Open an expedient.
     *
     * @param opening everything said at the opening
     */
    record Open(Opening opening) implements ProcessDecision {
        /** Checks the value. */
        public Open {
            Objects.requireNonNull(opening, "opening");
        }

        @Override
        public <T> T fold(
                Function<Open, T> open,
                Function<Attach, T> attach,
                Function<Answer, T> answer,
                Function<Forward, T> forward,
                Function<File, T> file) {
            return open.apply(this);
        }
    }

    /**
     * Join it to an expedient that exists.
     *
     * @param expedient which one
     */
    record Attach(ExpedientNumber expedient) implements ProcessDecision {
        /** Checks the value. */
        public Attach {
            Objects.requireNonNull(expedient, "expedient");
        }

        @Override
        public <T> T fold(
                Function<Open, T> open,
                Function<Attach, T> attach,
                Function<Answer, T> answer,
                Function<Forward, T> forward,
                Function<File, T> file) {
            return attach.apply(this);
        }
    }

    /**
     * Answer without an expedient.
     *
     * @param assignee who answers
     * @param reason why no expedient is needed
     */
    record Answer(Assignee assignee, String reason) implements ProcessDecision {
        /** Checks the values. */
        public Answer {
            Objects.requireNonNull(assignee, "assignee");
            requireReason(reason);
        }

        @Override
        public <T> T fold(
                Function<Open, T> open,
                Function<Attach, T> attach,
                Function<Answer, T> answer,
                Function<Forward, T> forward,
                Function<File, T> file) {
            return answer.apply(this);
        }

        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "Answer[" + assignee + "]";
        }
    }

    /**
     * It belongs to another unit or body.
     *
     * @param to whose it is
     * @param reason why
     */
    record Forward(Dir3 to, String reason) implements ProcessDecision {
        /** Checks the values. */
        public Forward {
            Objects.requireNonNull(to, "to");
            requireReason(reason);
        }

        @Override
        public <T> T fold(
                Function<Open, T> open,
                Function<Attach, T> attach,
                Function<Answer, T> answer,
                Function<Forward, T> forward,
                Function<File, T> file) {
            return forward.apply(this);
        }

        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "Forward[" + to + "]";
        }
    }

    /**
     * File it without expedient.
     *
     * @param reason why none is needed
     */
    record File(String reason) implements ProcessDecision {
        /** Checks the value. */
        public File {
            requireReason(reason);
        }

        @Override
        public <T> T fold(
                Function<Open, T> open,
                Function<Attach, T> attach,
                Function<Answer, T> answer,
                Function<Forward, T> forward,
                Function<File, T> file) {
            return file.apply(this);
        }

        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "File[***]";
        }
    }

    /** Open an expedient. */
    static ProcessDecision open(Opening opening) {
        return new Open(opening);
    }

    /** Join it to an expedient that exists. */
    static ProcessDecision attach(ExpedientNumber expedient) {
        return new Attach(expedient);
    }

    /** One function per case. */
    <T> T fold(
            Function<Open, T> open,
            Function<Attach, T> attach,
            Function<Answer, T> answer,
            Function<Forward, T> forward,
            Function<File, T> file);

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw InvalidValueException.of("ProcessDecision", "it says why no expedient is needed here");
        }
    }
}
