package cat.eset.core.registry;

import cat.eset.core.Actor;
import cat.eset.core.TownHall;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** An entry of the registry (assentament registral, art. 16 Llei 39/2015). Immutable. */
public final class RegistryEntry implements Aggregate {

    /** What the office has done with it. */
    public enum State {
        /** Numbered, not looked at yet. */
        PENDING,
        /** Accepted. */
        ACCEPTED,
        /** Sent back. */
        RETURNED,
        /** Annulled; its number stays. */
        ANNULLED
    }

    private final TownHall townHall;
    private final RegistryNumber number;
    private final Instant registeredAt;
    private final EntryDraft content;
    private final State state;
    private final long version;

    private RegistryEntry(
            TownHall townHall,
            RegistryNumber number,
            Instant registeredAt,
            EntryDraft content,
            State state,
            long version) {
        this.townHall = townHall;
        this.number = number;
        this.registeredAt = registeredAt;
        this.content = content;
        this.state = state;
        this.version = version;
    }

    /**
     * A new entry; for adapters of {@link RegistryBook}, which alone give numbers.
     *
     * @param number the next of the sequence
     * @param registeredAt instant taken while the sequence was held
     */
    public static Change<RegistryEntry, RegistryEvent> registered(
            RegistryNumber number, Instant registeredAt, EntryDraft draft, Actor by) {
        Objects.requireNonNull(by, "by");
        RegistryEvent event = new RegistryEvent.Registered(number, registeredAt, draft);
        return Change.of(
                new RegistryEntry(by.townHall(), number, registeredAt, draft, State.PENDING, 1),
                new Recorded<>(event, by, registeredAt));
    }

    /** The entity whose registry it is in. */
    public TownHall townHall() {
        return townHall;
    }

    /** Its number. */
    public RegistryNumber number() {
        return number;
    }

    /** The instant of its numbering. */
    public Instant registeredAt() {
        return registeredAt;
    }

    /** The effective instant of presentation: the one that was said, or that of the numbering. */
    public Instant presentedAt() {
        return content.presentedAt().orElse(registeredAt);
    }

    /** What it says. */
    public EntryDraft content() {
        return content;
    }

    /** Its documents. */
    public List<Attachment> attachments() {
        return content.attachments();
    }

    /** What the office has done with it. */
    public State state() {
        return state;
    }

    @Override
    public AggregateKey key() {
        return new AggregateKey("RegistryEntry", townHall.ine10() + ":" + number);
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public String toString() {
        return "RegistryEntry[" + number + ", " + state + "]";
    }
}
