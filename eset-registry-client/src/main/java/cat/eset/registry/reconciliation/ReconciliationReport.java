package cat.eset.registry.reconciliation;

import cat.eset.core.Failure;
import cat.eset.registry.mux.Consolidation;
import cat.eset.registry.mux.ConsolidationResult;
import cat.eset.registry.mux.MailboxRun;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one run of a {@link RegistryReconciliation} found, repaired and left.
 *
 * @param released transactions whose work had died and may be claimed again, as {@code idTransaccio/leg}
 * @param mailbox what reading the mailbox did; empty if there is none, or it was not reached
 * @param told consolidations that MUX was told, with what it said; those without a certain end stay in the outbox
 * @param findings about the entries that were asked about, and those of the auxiliary registry
 * @param searchedTo up to when the auxiliary registry was searched; empty if it was not
 * @param interrupted why the run did not come to its end; run again, it goes on where it was
 */
public record ReconciliationReport(
        List<String> released,
        Optional<MailboxRun> mailbox,
        List<Told> told,
        List<Finding> findings,
        Optional<Instant> searchedTo,
        Optional<Failure> interrupted) {

    /**
     * A consolidation and what MUX said to it.
     *
     * @param consolidation what it was told
     * @param result what it said
     */
    public record Told(Consolidation consolidation, ConsolidationResult result) {
        /** Checks that nothing is null. */
        public Told {
            Objects.requireNonNull(consolidation, "consolidation");
            Objects.requireNonNull(result, "result");
        }

        /** Whether MUX has it. */
        public boolean isDone() {
            return result.<Boolean>fold(done -> true, refused -> false, unknown -> false);
        }
    }

    /** Copies the lists. */
    public ReconciliationReport {
        released = List.copyOf(released);
        told = List.copyOf(told);
        findings = List.copyOf(findings);
        Objects.requireNonNull(mailbox, "mailbox");
        Objects.requireNonNull(searchedTo, "searchedTo");
        Objects.requireNonNull(interrupted, "interrupted");
    }

    /** How much was set right now: released, taken from the mailbox, told to MUX, and tied. */
    public int repaired() {
        long tied = findings.stream()
                .filter(f -> f instanceof Finding.Linked linked && !linked.before())
                .count();
        long done = told.stream().filter(Told::isDone).count();
        return released.size() + mailbox.map(MailboxRun::elements).orElse(0) + (int) (done + tied);
    }

    /** The findings that a person has to look at. */
    public List<Finding> left() {
        return findings.stream().filter(Finding::isLeft).toList();
    }

    /** Whether both sides say the same, as far as was asked: nothing is left, open or interrupted. */
    public boolean isSettled() {
        return interrupted.isEmpty()
                && mailbox.map(run -> run.end() == MailboxRun.End.EMPTY).orElse(true)
                && told.stream().allMatch(Told::isDone)
                && left().isEmpty();
    }

    /** Counts only. */
    @Override
    public String toString() {
        return "ReconciliationReport[repaired " + repaired() + ", left " + left().size() + ", settled " + isSettled()
                + "]";
    }
}
