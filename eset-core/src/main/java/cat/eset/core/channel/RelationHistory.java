package cat.eset.core.channel;

import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import cat.eset.core.law.Reason;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.term.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How one person relates to the town hall over time: who is obliged stays so; who is not may choose and change at any
 * time (Llei 39/2015 arts. 14.1 and 41.1), and a change counts from the fifth working day after the body knows it (RD
 * 203/2021 art. 3.2). The choice of one interested person does not bind the others (Llei 26/2010 art. 43.6), so each has
 * its own. Immutable and thread-safe.
 *
 * @param obligation why the person is obliged, if it is
 * @param changes the choices, in order of when they were known
 */
public record RelationHistory(Optional<Obligation> obligation, List<Change> changes) {

    private static final int DAYS = 5;

    /**
     * A choice.
     *
     * @param knownOn the day on which the competent body knew it
     * @param electronic whether the person chose electronic means
     */
    public record Change(LocalDate knownOn, boolean electronic) {
        /** Checks the value. */
        public Change {
            Objects.requireNonNull(knownOn, "knownOn");
        }

        /** The day from which it counts, with the days that were counted. */
        public LocalDate effectiveFrom(WorkingCalendars calendars) {
            return Term.workingDays(DAYS).from(knownOn).on(calendars).end();
        }
    }

    /**
     * A relation and why it is that one.
     *
     * @param relation the relation
     * @param reasons the rules applied
     */
    public record Answer(ElectronicRelation relation, List<Reason> reasons) {
        /** Checks the values. */
        public Answer {
            Objects.requireNonNull(relation, "relation");
            reasons = List.copyOf(reasons);
        }
    }

    /** Checks the values and puts the changes in order. */
    public RelationHistory {
        Objects.requireNonNull(obligation, "obligation");
        changes = changes.stream().sorted(Comparator.comparing(Change::knownOn)).toList();
    }

    /** Somebody obliged. */
    public static RelationHistory obliged(Obligation why) {
        return new RelationHistory(Optional.of(why), List.of());
    }

    /** Somebody who is not obliged and has chosen nothing. */
    public static RelationHistory free() {
        return new RelationHistory(Optional.empty(), List.of());
    }

    /** The person chose, or changed its choice. */
    public RelationHistory chose(boolean electronic, LocalDate knownOn) {
        List<Change> more = new ArrayList<>(changes);
        more.add(new Change(knownOn, electronic));
        return new RelationHistory(obligation, more);
    }

    /**
     * The relation on a day.
     *
     * @throws cat.eset.core.calendar.MissingCalendarException if a year is not loaded
     */
    public Answer on(LocalDate day, WorkingCalendars calendars) {
        if (obligation.isPresent()) {
            return new Answer(
                    ElectronicRelation.OBLIGED,
                    List.of(Reason.of(
                            "obliged to electronic means", obligation.get().article())));
        }
        Optional<Change> last = changes.stream()
                .filter(c -> !c.effectiveFrom(calendars).isAfter(day))
                .reduce((a, b) -> b);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(Reason.l39("a natural person may choose the channel and change it at any time", "14.1"));
        last.ifPresent(c -> reasons.add(Reason.of(
                "the choice known on " + c.knownOn() + " counts from the fifth working day, "
                        + c.effectiveFrom(calendars),
                Article.of(Norm.RD203, "3.2"))));
        boolean electronic = last.map(Change::electronic).orElse(false);
        return new Answer(electronic ? ElectronicRelation.CHOSEN : ElectronicRelation.NOT_CHOSEN, reasons);
    }
}
