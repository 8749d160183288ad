package cat.eset.core.work;

import java.time.Instant;
import java.util.List;

/**
 * What services tell when they are asked for news, and may never tell again: synchronising in SIR, for example (contract sir 3.6). It is kept
 * here before anybody acts on it, and stays open until somebody says that it was acted on, so that a program that dies in between loses nothing.
 * Thread-safe, also between processes.
 *
 * <pre>
 * announcements.keep("SIR/0802560003", told, now);                      // stored at once
 * announcements.open("SIR/0802560003", 100).forEach(one -&gt; unitOfWork.run(() -&gt; {
 *     actOn(one);
 *     announcements.markDone("SIR/0802560003", one.key(), now);           // with what was done about it
 * }));
 * </pre>
 *
 * The contract test is {@code AnnouncementsContract} in the testkit.
 */
public interface Announcements {

    /**
     * Keeps what was told, each key once: one that is here already stays as it is, open or done. Stored at once, in transactions of its own
     * even inside a {@link UnitOfWork}: what was told is not told again because the caller rolls back.
     *
     * @param source who told it, and to whom if several ask; 1 to 250 characters
     * @param told in the order in which it was told
     * @param now when it was told
     * @return how many are new
     */
    int keep(String source, List<Announcement> told, Instant now);

    /** Everything that was told about a subject, done or not, in the order in which it was kept. */
    List<Announcement> about(String source, String subject);

    /**
     * What nobody has acted on yet, in the order in which it was kept.
     *
     * @param max at most so many
     */
    List<Announcement> open(String source, int max);

    /**
     * Says that one was acted on. Joins the {@link UnitOfWork} of the caller. Nothing happens if it is done already, or was never kept.
     *
     * @return whether it was open
     */
    boolean markDone(String source, String key, Instant now);
}
