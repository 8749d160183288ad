package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.core.decree.BookEvent;
import cat.eset.core.decree.BookKind;
import cat.eset.core.decree.Decree;
import cat.eset.core.decree.DecreeNumber;
import cat.eset.core.decree.OfficialBook;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.Opening;
import cat.eset.core.internal.Rules;
import java.time.Instant;
import java.util.List;

/**
 * The book of decrees of each year (ROF arts. 198-202); every method is called inside a transaction. A number is taken before the book is
 * looked for: of two that need the first one of a year, the second then waits, and finds the book that the first one opened.
 */
final class BookKeeping {

    private final Desk desk;

    BookKeeping(Desk desk) {
        this.desk = desk;
    }

    /** Keeps the next number of the year, and its place in the book. */
    DecreeNumber reserve(int year, Actor by) {
        DecreeNumber number = desk.store.decreeBook().nextNumber(by.townHall(), year);
        save(ofYear(year, by).reserve(by, desk.now()));
        return number;
    }

    /** Leaves a kept place without act; gives the diligence that says why. */
    Diligence voidPlace(DecreeNumber number, String reason, Actor by) {
        Diligence diligence = desk.state("El número " + number.text() + " queda sense decret: " + reason, by);
        save(ofYear(number.year(), by).voidPlace(order(number), diligence.id().value(), by, desk.now()));
        return diligence;
    }

    /** The number of an approved decree: the one that was kept for it, or the next one of the year. */
    DecreeNumber numberFor(Decree decree, int year, Actor by) {
        DecreeNumber number =
                decree.reserved().orElseGet(() -> desk.store.decreeBook().nextNumber(by.townHall(), year));
        ofYear(year, by);
        return number;
    }

    /** Gives an approved decree its place in the book of its year, and puts it into the expedient that the book is. */
    void enter(Decree approved, DecreeNumber number, Instant approval, Actor by) {
        Instant at = desk.now();
        OfficialBook book = ofYear(number.year(), by);
        save(book.enter(order(number), approved.document(), approved.extract(), LegalTime.dateOf(approval), by, at));
        desk.store
                .expedients()
                .save(desk.expedient(by.townHall(), book.expedient()).incorporate(approved.document(), by, at));
    }

    void transcribe(DecreeNumber number, Actor by) {
        save(ofYear(number.year(), by).transcribe(order(number), by, desk.now()));
    }

    /** Closes the book of a year with its closing diligence, which counts it. */
    OfficialBook close(int year, Actor by) {
        OfficialBook book = find(by.townHall(), year);
        List<OfficialBook.Place> places = book.places();
        long voided = places.stream()
                .filter(p -> p.state() == OfficialBook.PlaceState.VOID)
                .count();
        Diligence diligence = desk.state(
                "Es tanca el llibre de decrets d'alcaldia de l'any " + year + ", amb els números 1 a " + places.size()
                        + ", dels quals " + voided + " sense decret",
                by);
        Change<OfficialBook, BookEvent> closed = book.close(diligence.id().value(), by, desk.now());
        save(closed);
        return closed.state();
    }

    OfficialBook find(TownHall townHall, int year) {
        return desk.store
                .decreeBook()
                .book(townHall, BookKind.DECREES, year)
                .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for the book of decrees of " + year));
    }

    private OfficialBook ofYear(int year, Actor by) {
        return desk.store
                .decreeBook()
                .book(by.townHall(), BookKind.DECREES, year)
                .orElseGet(() -> open(year, by));
    }

    private OfficialBook open(int year, Actor by) {
        Instant at = desk.now();
        Opening opening = Opening.exOfficio(
                        "Llibre de decrets d'alcaldia " + year, BookKind.DECREES.series(), Assignee.group("Secretaria"))
                .build();
        Change<Expedient, ExpedientEvent> opened =
                Expedient.open(desk.store.expedients().nextNumber(by.townHall(), year), opening, by, at);
        desk.store.expedients().save(opened);
        Change<OfficialBook, BookEvent> book =
                OfficialBook.open(BookKind.DECREES, year, opened.state().number(), by, at);
        save(book);
        return book.state();
    }

    private static int order(DecreeNumber number) {
        return Math.toIntExact(number.sequence());
    }

    private void save(Change<OfficialBook, BookEvent> change) {
        desk.store.decreeBook().saveBook(change);
    }
}
