package cat.eset.registry.sir;

import cat.eset.core.TownHall;
import cat.eset.core.work.Announcements;
import cat.eset.registry.internal.sir.EventText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What synchronising told a town hall. Nobody says whether the service tells it again (contract sir 3.6), so the client keeps everything here
 * before anybody acts on it, also when it synchronises to find out what became of a sending. Immutable and thread-safe.
 *
 * <p>It is as durable as the port that it stands on: with that of {@code eset-store} it survives the program.
 */
public final class ExchangeLog {

    private final Announcements announcements;
    private final String source;

    private ExchangeLog(Announcements announcements, String source) {
        this.announcements = announcements;
        this.source = source;
    }

    /**
     * The log of a town hall.
     *
     * @param announcements where it is kept: {@code store.announcements()}
     */
    public static ExchangeLog of(Announcements announcements, TownHall townHall) {
        Objects.requireNonNull(announcements, "announcements");
        return new ExchangeLog(announcements, "SIR/" + townHall.ine10().value());
    }

    /**
     * Keeps events, each once: those of a {@link ExchangeEvent#key()} that is here already are left as they are. The client does it.
     *
     * @param events in the order in which they were told
     * @param now when they were told
     */
    public void keep(List<ExchangeEvent> events, Instant now) {
        announcements.keep(source, events.stream().map(EventText::write).toList(), now);
    }

    /** The events of a sending, oldest first. */
    public List<ExchangeEvent> ofSending(String sendingId) {
        return announcements.about(source, EventText.subject(sendingId)).stream()
                .map(EventText::read)
                .toList();
    }

    /**
     * The events on which nobody has acted yet, oldest first: what to work through after each {@link SirClient#synchronise()} and after a
     * restart.
     *
     * @param max at most so many
     */
    public List<ExchangeEvent> open(int max) {
        return announcements.open(source, max).stream().map(EventText::read).toList();
    }

    /**
     * Says that an event was acted on. Joins the {@link cat.eset.core.work.UnitOfWork} of the caller, so that it is marked together with what
     * was done about it.
     *
     * @return whether it was open
     */
    public boolean markDone(ExchangeEvent event, Instant now) {
        return announcements.markDone(source, EventText.key(event), now);
    }
}
