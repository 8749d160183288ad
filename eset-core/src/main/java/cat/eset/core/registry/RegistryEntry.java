package cat.eset.core.registry;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.TownHall;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.internal.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
    private final Set<String> expedients;
    private final List<RegistryEvent.Corrected> corrections;
    private final Optional<String> filedWithout;
    private final long version;

    private RegistryEntry(
            TownHall townHall,
            RegistryNumber number,
            Instant registeredAt,
            EntryDraft content,
            State state,
            Set<String> expedients,
            List<RegistryEvent.Corrected> corrections,
            Optional<String> filedWithout,
            long version) {
        this.townHall = townHall;
        this.number = number;
        this.registeredAt = registeredAt;
        this.content = content;
        this.state = state;
        this.expedients = Collections.unmodifiableSet(expedients);
        this.corrections = List.copyOf(corrections);
        this.filedWithout = filedWithout;
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
        Recorded<RegistryEvent> event =
                new Recorded<>(new RegistryEvent.Registered(number, registeredAt, draft), by, registeredAt);
        return Change.of(first(event), event);
    }

    /**
     * The entry that a trail of events tells.
     *
     * @param events oldest first; the first one is a {@link RegistryEvent.Registered}
     */
    public static RegistryEntry replay(List<Recorded<RegistryEvent>> events) {
        if (events.isEmpty()) {
            throw InvalidValueException.of("RegistryEntry", "a trail has at least one event");
        }
        RegistryEntry entry = first(events.get(0));
        for (Recorded<RegistryEvent> event : events.subList(1, events.size())) {
            entry = entry.after(event.event());
        }
        return entry;
    }

    private static RegistryEntry first(Recorded<RegistryEvent> first) {
        if (!(first.event() instanceof RegistryEvent.Registered e)) {
            throw InvalidValueException.of("RegistryEntry", "its trail begins with its number");
        }
        return new RegistryEntry(
                first.by().townHall(),
                e.number(),
                e.registeredAt(),
                e.draft(),
                State.PENDING,
                Set.of(),
                List.of(),
                Optional.empty(),
                1);
    }

    /** The office accepts it. */
    public Change<RegistryEntry, RegistryEvent> accept(Actor by, Instant at) {
        Rules.ENTRY_STATE.require(state == State.PENDING, "accepting " + number + " in " + state);
        return record(new RegistryEvent.Accepted(), by, at);
    }

    /** Sends it back to whoever presented it. */
    public Change<RegistryEntry, RegistryEvent> giveBack(String reason, Actor by, Instant at) {
        Rules.ENTRY_STATE.require(state == State.PENDING, "returning " + number + " in " + state);
        return record(new RegistryEvent.Returned(reason), by, at);
    }

    /**
     * Notes a correction. What was registered is not rewritten (ROF art. 153.3).
     *
     * @param diligence the diligence that says what is right
     * @param correction what it corrects, in one sentence
     */
    public Change<RegistryEntry, RegistryEvent> correct(String diligence, String correction, Actor by, Instant at) {
        Rules.ENTRY_FOREVER.require(state != State.ANNULLED, "correcting " + number);
        return record(new RegistryEvent.Corrected(diligence, correction), by, at);
    }

    /**
     * Annuls it. The number stays and is never given again.
     *
     * @param diligence the diligence that says why
     */
    public Change<RegistryEntry, RegistryEvent> annul(String diligence, String reason, Actor by, Instant at) {
        Rules.ENTRY_FOREVER.require(state != State.ANNULLED, "annulling " + number);
        return record(new RegistryEvent.Annulled(diligence, reason), by, at);
    }

    /** Ties it to an expedient; it may start more than one. An exit needs no acceptance. */
    public Change<RegistryEntry, RegistryEvent> link(String expedient, Actor by, Instant at) {
        requireAccepted("linking");
        Rules.ALREADY_LINKED.require(!expedients.contains(expedient), "linking " + number + " to " + expedient);
        return record(new RegistryEvent.LinkedToExpedient(expedient), by, at);
    }

    /** Notes that a diligence says why it needs no expedient. */
    public Change<RegistryEntry, RegistryEvent> fileWithoutExpedient(
            String diligence, String reason, Actor by, Instant at) {
        requireAccepted("filing");
        return record(new RegistryEvent.FiledWithoutExpedient(diligence, reason), by, at);
    }

    private void requireAccepted(String step) {
        boolean ready = state == State.ACCEPTED || (state == State.PENDING && number.direction() == Direction.EXIT);
        Rules.ENTRY_STATE.require(ready, step + " " + number + " in " + state);
    }

    private Change<RegistryEntry, RegistryEvent> record(RegistryEvent event, Actor by, Instant at) {
        return Change.of(after(event), new Recorded<>(event, by, at));
    }

    private RegistryEntry after(RegistryEvent event) {
        if (event instanceof RegistryEvent.Accepted) {
            return next(State.ACCEPTED, expedients, corrections, filedWithout);
        } else if (event instanceof RegistryEvent.Returned) {
            return next(State.RETURNED, expedients, corrections, filedWithout);
        } else if (event instanceof RegistryEvent.Annulled) {
            return next(State.ANNULLED, expedients, corrections, filedWithout);
        } else if (event instanceof RegistryEvent.Corrected e) {
            List<RegistryEvent.Corrected> all = new ArrayList<>(corrections);
            all.add(e);
            return next(state, expedients, all, filedWithout);
        } else if (event instanceof RegistryEvent.LinkedToExpedient e) {
            Set<String> all = new LinkedHashSet<>(expedients);
            all.add(e.expedient());
            return next(state, all, corrections, filedWithout);
        } else if (event instanceof RegistryEvent.FiledWithoutExpedient e) {
            return next(state, expedients, corrections, Optional.of(e.reason()));
        }
        throw InvalidValueException.of("RegistryEntry", "an entry is registered once");
    }

    private RegistryEntry next(
            State to, Set<String> linked, List<RegistryEvent.Corrected> corrected, Optional<String> filed) {
        return new RegistryEntry(townHall, number, registeredAt, content, to, linked, corrected, filed, version + 1);
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

    /** Printed numbers of the expedients it is in. */
    public Set<String> expedients() {
        return expedients;
    }

    /** The corrections noted, oldest first; what was registered stays in {@link #content()}. */
    public List<RegistryEvent.Corrected> corrections() {
        return corrections;
    }

    /** Whether nothing is left to do with it: it is in an expedient, or a diligence says why it needs none. */
    public boolean isDone() {
        return !expedients.isEmpty() || filedWithout.isPresent() || state == State.RETURNED || state == State.ANNULLED;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RegistryEntry e
                && version == e.version
                && townHall.equals(e.townHall)
                && number.equals(e.number)
                && registeredAt.equals(e.registeredAt)
                && content.equals(e.content)
                && state == e.state
                && expedients.equals(e.expedients)
                && corrections.equals(e.corrections)
                && filedWithout.equals(e.filedWithout);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, version);
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
