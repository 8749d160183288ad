package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cat.eset.core.decree.BookEvent;
import cat.eset.core.decree.BookKind;
import cat.eset.core.decree.Decree;
import cat.eset.core.decree.DecreeBook;
import cat.eset.core.decree.DecreeEvent;
import cat.eset.core.decree.OfficialBook;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import cat.eset.core.event.StaleStateException;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link DecreeBook} promises (contract eset-model 12, invariant 4). */
public interface DecreeBookContract extends StoreContract {

    /** Numbers count from one in each town hall and year, and a rollback leaves no gap. */
    @Test
    default void decreeNumbersHaveNoGaps() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        DecreeBook book = store.decreeBook();
        assertEquals(1, book.nextNumber(Sample.TOWN, 2026).sequence());
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    assertEquals(2, book.nextNumber(Sample.TOWN, 2026).sequence());
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(2, book.nextNumber(Sample.TOWN, 2026).sequence());
        assertEquals(1, book.nextNumber(Sample.TOWN, 2027).sequence());
        assertEquals(1, book.nextNumber(Sample.OTHER_TOWN, 2026).sequence());
    }

    /** A decree is found as it was stored, and a change on an old state is refused. */
    @Test
    default void aDecreeIsFoundAsItWasStored() {
        DecreeBook book = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC)).decreeBook();
        Change<Decree, DecreeEvent> drafted = Decree.draft(
                DocumentId.of("D1"),
                new ExpedientNumber(2026, 1, "0001/2026"),
                "Concedir",
                SignatureGroup.MAYOR_OR_DELEGATE,
                Sample.REGISTRAR,
                Sample.MORNING);
        book.save(drafted);
        assertEquals(Optional.of(drafted.state()), book.find(DocumentId.of("D1")));
        book.save(drafted.state().propose(Sample.REGISTRAR, Sample.MORNING));
        assertThrows(
                StaleStateException.class,
                () -> book.save(drafted.state().discard("tard", Sample.REGISTRAR, Sample.MORNING)));
    }

    /** An official book is found as it was stored. */
    @Test
    default void anOfficialBookIsFoundAsItWasStored() {
        DecreeBook book = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC)).decreeBook();
        Change<OfficialBook, BookEvent> opened = OfficialBook.open(
                        BookKind.DECREES,
                        2026,
                        new ExpedientNumber(2026, 1, "0001/2026"),
                        Sample.REGISTRAR,
                        Sample.MORNING)
                .then(b -> b.enter(
                        1,
                        DocumentId.of("D1"),
                        "Concedir",
                        LocalDate.of(2026, 3, 2),
                        Sample.REGISTRAR,
                        Sample.MORNING));
        book.saveBook(opened);
        assertEquals(Optional.of(opened.state()), book.book(Sample.TOWN, BookKind.DECREES, 2026));
        assertEquals(Optional.empty(), book.book(Sample.TOWN, BookKind.DECREES, 2027));
    }
}
