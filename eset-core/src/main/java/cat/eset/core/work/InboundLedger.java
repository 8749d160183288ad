package cat.eset.core.work;

import cat.eset.core.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What arrived and what was answered, so that a repeated message never makes a second entry (contract mux 7.1).
 * Thread-safe, also between processes.
 *
 * <pre>
 * ledger.claim(key, hash, now).fold(
 *     claimed  -&gt; unitOfWork.call(() -&gt; { number = book.register(...); ledger.finish(claimed.ticket(), answer, now); }),
 *     busy     -&gt; "still in process",
 *     finished -&gt; finished.answer());
 * </pre>
 *
 * The contract test is {@code InboundLedgerContract} in the testkit.
 */
public interface InboundLedger {

    /**
     * The right to work on a key. Only the newest ticket of a key is good: one whose work was given up as stale cannot
     * finish.
     *
     * @param key what arrived
     * @param attempt 1 for the first
     */
    record Ticket(InboundKey key, int attempt) {}

    /** Result of a claim. */
    sealed interface Claim {

        /**
         * The caller works on it: it is new, or the last attempt failed.
         *
         * @param ticket to finish or fail with
         */
        record Claimed(Ticket ticket) implements Claim {
            @Override
            public <T> T fold(
                    Function<Claimed, T> claimed, Function<InProgress, T> busy, Function<Finished, T> finished) {
                return claimed.apply(this);
            }
        }

        /**
         * Somebody works on it.
         *
         * @param since when that attempt began
         */
        record InProgress(Instant since) implements Claim {
            @Override
            public <T> T fold(
                    Function<Claimed, T> claimed, Function<InProgress, T> busy, Function<Finished, T> finished) {
                return busy.apply(this);
            }
        }

        /**
         * It is done: give the same answer again.
         *
         * @param answer as stored by {@link InboundLedger#finish}
         * @param samePayload whether what arrived now is what was answered then; if not, log the difference
         */
        record Finished(String answer, boolean samePayload) implements Claim {
            @Override
            public <T> T fold(
                    Function<Claimed, T> claimed, Function<InProgress, T> busy, Function<Finished, T> finished) {
                return finished.apply(this);
            }

            /** Not the answer, which may hold personal data. */
            @Override
            public String toString() {
                return "Finished[" + (samePayload ? "same" : "other") + " payload]";
            }
        }

        /** One function per case. */
        <T> T fold(Function<Claimed, T> claimed, Function<InProgress, T> busy, Function<Finished, T> finished);
    }

    /**
     * Work that was claimed and not ended.
     *
     * @param ticket the attempt
     * @param since when it began
     */
    record Pending(Ticket ticket, Instant since) {}

    /**
     * Asks for the right to work on a key. Stored at once, in a transaction of its own even inside a
     * {@link UnitOfWork}, so that a second caller sees it.
     *
     * @param key what arrived
     * @param payload digest of what arrived; a retry after a failure may carry another one
     * @param now instant of the claim
     */
    Claim claim(InboundKey key, Sha256 payload, Instant now);

    /**
     * Stores the answer. Joins the {@link UnitOfWork} of the caller, so that number and answer are stored together or
     * not at all.
     *
     * @throws LostClaimException if the ticket is no longer the newest: roll back
     */
    void finish(Ticket ticket, String answer, Instant now);

    /**
     * Gives the key back after a failure, so that the next arrival may claim it. Nothing happens if the ticket is no
     * longer the newest. Stored at once, as {@link #claim} is.
     *
     * @param reason for the log, without personal data
     */
    void fail(Ticket ticket, String reason, Instant now);

    /** Work claimed longer ago than this and not ended: its process may have died. {@link #fail} gives it back. */
    List<Pending> stale(Duration age, Instant now);
}
