package cat.eset.core.decree;

import cat.eset.core.InvalidValueException;
import cat.eset.core.event.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The one place where its events change a decree. */
final class DecreeTrail {

    private DecreeTrail() {}

    static Decree replay(List<Recorded<DecreeEvent>> events) {
        if (events.isEmpty()) {
            throw InvalidValueException.of("Decree", "a trail has at least one event");
        }
        Decree decree = first(events.get(0));
        for (Recorded<DecreeEvent> event : events.subList(1, events.size())) {
            decree = after(decree, event.event());
        }
        return decree;
    }

    static Decree first(Recorded<DecreeEvent> first) {
        if (!(first.event() instanceof DecreeEvent.Drafted e)) {
            throw InvalidValueException.of("Decree", "its trail begins with its draft");
        }
        return new Decree(
                first.by().townHall(),
                e.document(),
                e.origin(),
                e.extract(),
                e.group(),
                Decree.State.DRAFT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                1);
    }

    static Decree after(Decree d, DecreeEvent event) {
        if (event instanceof DecreeEvent.Proposed) {
            return to(d, Decree.State.PROPOSED);
        } else if (event instanceof DecreeEvent.NumberReserved e) {
            return numbered(d, d.state(), Optional.of(e.number()), d.number(), d.approvedAt());
        } else if (event instanceof DecreeEvent.ReservationVoided) {
            return numbered(d, d.state(), Optional.empty(), d.number(), d.approvedAt());
        } else if (event instanceof DecreeEvent.SentToSignature) {
            return to(d, Decree.State.IN_SIGNATURE);
        } else if (event instanceof DecreeEvent.Rejected) {
            return to(d, Decree.State.DRAFT);
        } else if (event instanceof DecreeEvent.Discarded) {
            return to(d, Decree.State.DISCARDED);
        } else if (event instanceof DecreeEvent.Approved e) {
            return numbered(
                    d, Decree.State.APPROVED, d.reserved(), Optional.of(e.number()), Optional.of(e.approvedAt()));
        } else if (event instanceof DecreeEvent.Transcribed) {
            return to(d, Decree.State.TRANSCRIBED);
        } else if (event instanceof DecreeEvent.Marked e) {
            return marked(d, plus(d.marks(), e), d.annulledBy(), d.correctedBy(), d.amends());
        } else if (event instanceof DecreeEvent.AnnulledBy e) {
            return marked(d, d.marks(), Optional.of(e.by()), d.correctedBy(), d.amends());
        } else if (event instanceof DecreeEvent.CorrectedBy e) {
            return marked(d, d.marks(), d.annulledBy(), plus(d.correctedBy(), e.by()), d.amends());
        } else if (event instanceof DecreeEvent.Amends e) {
            return marked(d, d.marks(), d.annulledBy(), d.correctedBy(), plus(d.amends(), e.number()));
        }
        throw InvalidValueException.of("Decree", "a decree is drafted once");
    }

    private static Decree to(Decree d, Decree.State next) {
        return numbered(d, next, d.reserved(), d.number(), d.approvedAt());
    }

    private static Decree numbered(
            Decree d,
            Decree.State next,
            Optional<DecreeNumber> kept,
            Optional<DecreeNumber> given,
            Optional<Instant> approved) {
        return new Decree(
                d.townHall(),
                d.document(),
                d.origin(),
                d.extract(),
                d.group(),
                next,
                kept,
                given,
                approved,
                d.marks(),
                d.annulledBy(),
                d.correctedBy(),
                d.amends(),
                d.version() + 1);
    }

    private static Decree marked(
            Decree d,
            List<DecreeEvent.Marked> marks,
            Optional<DecreeNumber> annulledBy,
            List<DecreeNumber> correctedBy,
            List<DecreeNumber> amends) {
        return new Decree(
                d.townHall(),
                d.document(),
                d.origin(),
                d.extract(),
                d.group(),
                d.state(),
                d.reserved(),
                d.number(),
                d.approvedAt(),
                marks,
                annulledBy,
                correctedBy,
                amends,
                d.version() + 1);
    }

    private static <T> List<T> plus(List<T> list, T item) {
        List<T> all = new ArrayList<>(list);
        all.add(item);
        return all;
    }
}
