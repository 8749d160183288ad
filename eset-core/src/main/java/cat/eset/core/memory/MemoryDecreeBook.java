package cat.eset.core.memory;

import cat.eset.core.TownHall;
import cat.eset.core.decree.BookEvent;
import cat.eset.core.decree.BookKind;
import cat.eset.core.decree.Decree;
import cat.eset.core.decree.DecreeBook;
import cat.eset.core.decree.DecreeEvent;
import cat.eset.core.decree.DecreeNumber;
import cat.eset.core.decree.DecreeNumberFormat;
import cat.eset.core.decree.OfficialBook;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import cat.eset.core.id.Ine10;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decrees and official books of any number of town halls. */
final class MemoryDecreeBook implements DecreeBook {

    private record BookKey(Ine10 townHall, BookKind kind, int year) {}

    private record Sequence(Ine10 townHall, int year) {}

    private final MemorySequences sequences;
    private final DecreeNumberFormat format;
    private final MemoryTable<DocumentId, Decree, DecreeEvent> decrees;
    private final MemoryTable<BookKey, OfficialBook, BookEvent> books;

    MemoryDecreeBook(
            MemoryTransactions transactions,
            MemoryJournal journal,
            MemorySequences sequences,
            DecreeNumberFormat format) {
        this.sequences = sequences;
        this.format = format;
        this.decrees = new MemoryTable<>(transactions, journal, Decree::document);
        this.books = new MemoryTable<>(
                transactions, journal, b -> new BookKey(b.townHall().ine10(), b.kind(), b.year()));
    }

    @Override
    public DecreeNumber nextNumber(TownHall townHall, int year) {
        return format.number(year, sequences.next(new Sequence(townHall.ine10(), year)));
    }

    @Override
    public void save(Change<Decree, DecreeEvent> change) {
        decrees.save(change);
    }

    @Override
    public void saveBook(Change<OfficialBook, BookEvent> change) {
        books.save(change);
    }

    @Override
    public Optional<Decree> find(DocumentId document) {
        return decrees.find(document);
    }

    @Override
    public Optional<Decree> find(TownHall townHall, DecreeNumber number) {
        return year(townHall, number.year()).stream()
                .filter(d -> d.number().equals(Optional.of(number)))
                .findFirst();
    }

    @Override
    public List<Decree> year(TownHall townHall, int year) {
        return decrees
                .where(d -> d.townHall().equals(townHall)
                        && d.number().filter(n -> n.year() == year).isPresent())
                .stream()
                .sorted(Comparator.comparingLong(
                        d -> d.number().map(DecreeNumber::sequence).orElse(0L)))
                .toList();
    }

    @Override
    public Optional<OfficialBook> book(TownHall townHall, BookKind kind, int year) {
        return books.find(new BookKey(townHall.ine10(), kind, year));
    }
}
