package cat.eset.core.decree;

import cat.eset.core.Actor;
import cat.eset.core.InvalidValueException;
import cat.eset.core.Office;
import cat.eset.core.TownHall;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.internal.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The book of decrees or of minutes of a year (ROF arts. 198-202; contract eset-model 7). Immutable. Its places are
 * numbered 1, 2, 3... without gaps and never change order.
 *
 * @param townHall the entity it belongs to
 * @param kind which book
 * @param year of which year
 * @param expedient the expedient that it is
 * @param places in order
 * @param closing the closing diligence, once closed
 * @param version how many events made it
 */
public record OfficialBook(
        TownHall townHall,
        BookKind kind,
        int year,
        ExpedientNumber expedient,
        List<Place> places,
        Optional<String> closing,
        long version)
        implements Aggregate {

    /** What is in a place of the book. */
    public enum PlaceState {
        /** Kept before the act existed. */
        RESERVED,
        /** An act, not yet transcribed. */
        ENTERED,
        /** An act, transcribed by the secretary. */
        TRANSCRIBED,
        /** Nothing, and a diligence says why. */
        VOID
    }

    /**
     * A place of the book.
     *
     * @param order 1, 2, 3...
     * @param state what is in it
     * @param document the document that holds the act
     * @param extract what it says, in short
     * @param date its legal date
     * @param diligence why it is void
     */
    public record Place(
            int order,
            PlaceState state,
            Optional<DocumentId> document,
            Optional<String> extract,
            Optional<LocalDate> date,
            Optional<String> diligence) {
        /** Checks the values. */
        public Place {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(extract, "extract");
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(diligence, "diligence");
        }

        /** Not the extract, which may hold a person's name. */
        @Override
        public String toString() {
            return "Place[" + order + ", " + state + "]";
        }
    }

    /** Checks the values. */
    public OfficialBook {
        Objects.requireNonNull(townHall, "townHall");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(expedient, "expedient");
        Objects.requireNonNull(closing, "closing");
        places = List.copyOf(places);
    }

    /** Opens the book of a year. */
    public static Change<OfficialBook, BookEvent> open(
            BookKind kind, int year, ExpedientNumber expedient, Actor by, Instant at) {
        Recorded<BookEvent> event = new Recorded<>(new BookEvent.BookOpened(kind, year, expedient), by, at);
        return Change.of(opened(event), event);
    }

    /**
     * The book that a trail of events tells.
     *
     * @param events oldest first; the first one is a {@link BookEvent.BookOpened}
     */
    public static OfficialBook replay(List<Recorded<BookEvent>> events) {
        if (events.isEmpty()) {
            throw InvalidValueException.of("OfficialBook", "a trail has at least one event");
        }
        OfficialBook book = opened(events.get(0));
        for (Recorded<BookEvent> event : events.subList(1, events.size())) {
            book = book.after(event.event());
        }
        return book;
    }

    private static OfficialBook opened(Recorded<BookEvent> first) {
        if (!(first.event() instanceof BookEvent.BookOpened e)) {
            throw InvalidValueException.of("OfficialBook", "its trail begins with its opening");
        }
        return new OfficialBook(
                first.by().townHall(), e.kind(), e.year(), e.expedient(), List.of(), Optional.empty(), 1);
    }

    /** Keeps the next place for an act that does not exist yet. */
    public Change<OfficialBook, BookEvent> reserve(Actor by, Instant at) {
        return record("reserving", new BookEvent.PlaceReserved(places.size() + 1), by, at);
    }

    /**
     * Puts an act in a place: the next one, or one that was kept for it.
     *
     * @param order the number of the act
     */
    public Change<OfficialBook, BookEvent> enter(
            int order, DocumentId document, String extract, LocalDate date, Actor by, Instant at) {
        boolean next = order == places.size() + 1;
        Rules.BOOK_ORDER.require(
                next || isIn(order, PlaceState.RESERVED), "entering " + order + " in the book of " + year);
        return record("entering", new BookEvent.ActEntered(order, document, extract, date), by, at);
    }

    /**
     * Leaves a kept place without act.
     *
     * @param diligence the diligence that says why
     */
    public Change<OfficialBook, BookEvent> voidPlace(int order, String diligence, Actor by, Instant at) {
        Rules.BOOK_ORDER.require(isIn(order, PlaceState.RESERVED), "voiding " + order + " in the book of " + year);
        return record("voiding", new BookEvent.PlaceVoided(order, diligence), by, at);
    }

    /** The secretary transcribes an act; nobody else does (Reial decret 128/2018 art. 3.2.e). */
    public Change<OfficialBook, BookEvent> transcribe(int order, Actor by, Instant at) {
        Rules.TRANSCRIBE_SECRETARY.require(
                by.office().equals(Office.SECRETARY), "transcribing " + order + " of " + year);
        Rules.BOOK_ORDER.require(isIn(order, PlaceState.ENTERED), "transcribing " + order + " of " + year);
        return record("transcribing", new BookEvent.ActTranscribed(order), by, at);
    }

    /**
     * Closes it: every place is transcribed or void.
     *
     * @param diligence the closing diligence, approved by the mayor
     */
    public Change<OfficialBook, BookEvent> close(String diligence, Actor by, Instant at) {
        boolean complete =
                places.stream().allMatch(p -> p.state() == PlaceState.TRANSCRIBED || p.state() == PlaceState.VOID);
        Rules.BOOK_ORDER.require(complete, "closing the book of " + year);
        return record("closing", new BookEvent.BookClosed(diligence, places.size()), by, at);
    }

    /** The places whose acts are of these days, both included. */
    public List<Place> between(LocalDate first, LocalDate last) {
        return places.stream()
                .filter(p -> p.date()
                        .filter(d -> !d.isBefore(first) && !d.isAfter(last))
                        .isPresent())
                .toList();
    }

    /** The places with these numbers, both included. */
    public List<Place> between(int first, int last) {
        return places.stream()
                .filter(p -> p.order() >= first && p.order() <= last)
                .toList();
    }

    /** Whether it is closed. */
    public boolean isClosed() {
        return closing.isPresent();
    }

    private boolean isIn(int order, PlaceState state) {
        return order >= 1 && order <= places.size() && places.get(order - 1).state() == state;
    }

    private Change<OfficialBook, BookEvent> record(String step, BookEvent event, Actor by, Instant at) {
        Rules.BOOK_CLOSED.require(!isClosed(), step + " in the book of " + year);
        return Change.of(after(event), new Recorded<>(event, by, at));
    }

    private OfficialBook after(BookEvent event) {
        if (event instanceof BookEvent.PlaceReserved e) {
            return with(new Place(
                    e.order(),
                    PlaceState.RESERVED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        } else if (event instanceof BookEvent.ActEntered e) {
            return with(new Place(
                    e.order(),
                    PlaceState.ENTERED,
                    Optional.of(e.document()),
                    Optional.of(e.extract()),
                    Optional.of(e.date()),
                    Optional.empty()));
        } else if (event instanceof BookEvent.PlaceVoided e) {
            return with(new Place(
                    e.order(),
                    PlaceState.VOID,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(e.diligence())));
        } else if (event instanceof BookEvent.ActTranscribed e) {
            Place p = places.get(e.order() - 1);
            return with(new Place(
                    p.order(), PlaceState.TRANSCRIBED, p.document(), p.extract(), p.date(), Optional.empty()));
        } else if (event instanceof BookEvent.BookClosed e) {
            return new OfficialBook(townHall, kind, year, expedient, places, Optional.of(e.diligence()), version + 1);
        }
        throw InvalidValueException.of("OfficialBook", "a book is opened once");
    }

    private OfficialBook with(Place place) {
        List<Place> all = new ArrayList<>(places);
        if (place.order() == all.size() + 1) {
            all.add(place);
        } else {
            all.set(place.order() - 1, place);
        }
        return new OfficialBook(townHall, kind, year, expedient, all, closing, version + 1);
    }

    @Override
    public AggregateKey key() {
        return new AggregateKey("OfficialBook", townHall.ine10() + ":" + kind + ":" + year);
    }

    @Override
    public String toString() {
        return "OfficialBook[" + kind + " " + year + ", " + places.size() + " places]";
    }
}
