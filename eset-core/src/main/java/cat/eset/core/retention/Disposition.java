package cat.eset.core.retention;

import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What becomes of an expedient, and when. */
public sealed interface Disposition {

    /**
     * Kept for ever.
     *
     * @param reasons why
     */
    record Permanent(List<Reason> reasons) implements Disposition {
        /** Copies the list. */
        public Permanent {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T fold(
                Function<Permanent, T> permanent,
                Function<Keep, T> keep,
                Function<Blocked, T> blocked,
                Function<Eliminable, T> eliminable) {
            return permanent.apply(this);
        }
    }

    /**
     * Not yet.
     *
     * @param until the day from which it may be eliminated
     * @param reasons why
     */
    record Keep(LocalDate until, List<Reason> reasons) implements Disposition {
        /** Checks the values. */
        public Keep {
            Objects.requireNonNull(until, "until");
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T fold(
                Function<Permanent, T> permanent,
                Function<Keep, T> keep,
                Function<Blocked, T> blocked,
                Function<Eliminable, T> eliminable) {
            return keep.apply(this);
        }
    }

    /**
     * Its time has come, but something forbids it.
     *
     * @param reasons what
     */
    record Blocked(List<Reason> reasons) implements Disposition {
        /** Copies the list. */
        public Blocked {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T fold(
                Function<Permanent, T> permanent,
                Function<Keep, T> keep,
                Function<Blocked, T> blocked,
                Function<Eliminable, T> eliminable) {
            return blocked.apply(this);
        }
    }

    /**
     * It may be eliminated now, wholly or but for a sample, and noted in the register of eliminations.
     *
     * @param kind wholly or but for a sample
     * @param reasons why
     */
    record Eliminable(EvaluationTable.Kind kind, List<Reason> reasons) implements Disposition {
        /** Checks the values. */
        public Eliminable {
            Objects.requireNonNull(kind, "kind");
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T fold(
                Function<Permanent, T> permanent,
                Function<Keep, T> keep,
                Function<Blocked, T> blocked,
                Function<Eliminable, T> eliminable) {
            return eliminable.apply(this);
        }
    }

    /** What forbids an elimination whose time has come. */
    enum Block {
        /** The expedient is open. */
        OPEN(Norm.RD203, "54", "the expedient is open"),
        /** An appeal or a lawsuit is pending. */
        APPEAL_OR_LAWSUIT(Norm.RD203, "54.2", "a related appeal or lawsuit is pending"),
        /** Reserved for another reason, for example research. */
        RESERVED(Norm.L10, "9", "it is reserved"),
        /** The record of elimination has not been approved. */
        NOT_APPROVED(Norm.L10, "35.1.b", "the record of elimination has not been approved");

        private final Norm norm;
        private final String number;
        private final String text;

        Block(Norm norm, String number, String text) {
            this.norm = norm;
            this.number = number;
            this.text = text;
        }

        Reason reason() {
            return Reason.of(text, Article.of(norm, number));
        }
    }

    /**
     * What becomes of an expedient.
     *
     * @param table the approved table of its series, if there is one
     * @param closedOn when it was closed; empty if it is open
     * @param blocks what else forbids its elimination
     * @param today the day on which we ask
     */
    static Disposition of(
            Optional<EvaluationTable> table, Optional<LocalDate> closedOn, Set<Block> blocks, LocalDate today) {
        if (table.isEmpty()) {
            return new Permanent(List.of(
                    Reason.of("a series without evaluation table is kept for ever", Article.of(Norm.L10, "9"))));
        }
        EvaluationTable rule = table.get();
        Reason says = Reason.of("table " + rule.code() + ": " + rule.kind(), Article.of(Norm.L10, "19"));
        if (rule.kind() == EvaluationTable.Kind.PERMANENT) {
            return new Permanent(List.of(says));
        }
        if (closedOn.isEmpty()) {
            return new Blocked(List.of(says, Block.OPEN.reason()));
        }
        LocalDate until = closedOn.get().plus(rule.keptFor());
        if (today.isBefore(until)) {
            return new Keep(until, List.of(says));
        }
        if (!blocks.isEmpty()) {
            List<Reason> reasons = new ArrayList<>(List.of(says));
            blocks.stream().sorted().map(Block::reason).forEach(reasons::add);
            return new Blocked(reasons);
        }
        return new Eliminable(
                rule.kind(),
                List.of(says, Reason.of("note it in the register of eliminations", Article.of(Norm.L10, "35.1.b"))));
    }

    /** Why. */
    List<Reason> reasons();

    /** One function per case. */
    <T> T fold(
            Function<Permanent, T> permanent,
            Function<Keep, T> keep,
            Function<Blocked, T> blocked,
            Function<Eliminable, T> eliminable);
}
