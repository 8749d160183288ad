package cat.eset.core.representation;

import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.id.Nif;
import cat.eset.core.law.Reason;
import cat.eset.core.term.Term;
import cat.eset.core.term.TermResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Whether somebody may act for another on a day (contract legal-rules R7). Immutable and thread-safe.
 *
 * @param grantor the person concerned
 * @param attorney who wants to act
 * @param act what for
 * @param body code of the body before which, as powers name it
 * @param procedure code of the procedure, as powers name it
 */
public record RepresentationCheck(Nif grantor, Nif attorney, RepresentedAct act, String body, String procedure) {

    private static final int PROOF_DAYS = 10;

    /** The answer. */
    public sealed interface Answer {

        /** Why. */
        List<Reason> reasons();

        /** One function per case. */
        <T> T fold(Function<Allowed, T> allowed, Function<NotProven, T> notProven);
    }

    /**
     * It may act.
     *
     * @param reasons why
     */
    public record Allowed(List<Reason> reasons) implements Answer {
        /** Copies the list. */
        public Allowed {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T fold(Function<Allowed, T> allowed, Function<NotProven, T> notProven) {
            return allowed.apply(this);
        }
    }

    /**
     * Nothing proves it. The act is not void if the proof comes within ten working days of being asked for (art. 5.6).
     *
     * @param reasons why each power does not count
     */
    public record NotProven(List<Reason> reasons) implements Answer {
        /** Copies the list. */
        public NotProven {
            reasons = List.copyOf(reasons);
        }

        @Override
        public <T> T fold(Function<Allowed, T> allowed, Function<NotProven, T> notProven) {
            return notProven.apply(this);
        }

        /** The last day to bring the proof, if it was asked for on that day. */
        public TermResult proofBy(LocalDate askedOn, WorkingCalendars calendars) {
            return Term.workingDays(PROOF_DAYS).from(askedOn).on(calendars);
        }
    }

    /** Checks the values. */
    public RepresentationCheck {
        Objects.requireNonNull(grantor, "grantor");
        Objects.requireNonNull(attorney, "attorney");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(procedure, "procedure");
    }

    /** Whether it may act on a day, with these powers. */
    public Answer on(LocalDate day, Collection<Power> powers) {
        if (!act.needsProof()) {
            return new Allowed(List.of(Reason.l39("representation is presumed for mere steps", "5.3")));
        }
        List<Reason> refusals = new ArrayList<>();
        for (Power power : powers) {
            if (power.grantor().equals(grantor) && power.attorney().equals(attorney)) {
                List<Reason> against = against(power, day);
                if (against.isEmpty()) {
                    return new Allowed(List.of(
                            Reason.l39("a registered power in force covers it until " + power.lapsesOn(), "6.6"),
                            Reason.l39("put the result of the query in the expedient", "5.5")));
                }
                refusals.addAll(against);
            }
        }
        if (refusals.isEmpty()) {
            refusals.add(Reason.l39("no power of this person for this representative is registered", "5.4"));
        }
        refusals.add(Reason.l39("ask for the proof: ten working days", "5.6"));
        return new NotProven(refusals);
    }

    private List<Reason> against(Power power, LocalDate day) {
        List<Reason> against = new ArrayList<>();
        if (!covers(power.scope())) {
            against.add(Reason.l39("a power does not cover this body or procedure", "6.4"));
        }
        if (day.isBefore(power.registeredOn())) {
            against.add(Reason.l39("a power counts from its registration, " + power.registeredOn(), "6.7"));
        }
        if (!day.isBefore(power.lapsesOn())) {
            boolean revoked = power.revokedOn().filter(power.lapsesOn()::equals).isPresent();
            against.add(
                    Reason.l39("a power " + (revoked ? "was revoked" : "lapsed") + " on " + power.lapsesOn(), "6.6"));
        }
        return against;
    }

    private boolean covers(Power.Scope scope) {
        if (scope instanceof Power.OneBody one) {
            return one.body().equals(body);
        }
        if (scope instanceof Power.Procedures some) {
            return some.procedures().contains(procedure);
        }
        return true;
    }

    /** Does not print who they are. */
    @Override
    public String toString() {
        return "RepresentationCheck[" + act + ", " + body + ", " + procedure + "]";
    }
}
