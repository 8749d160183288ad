package cat.eset.store;

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
import cat.eset.core.event.Recorded;
import java.util.List;
import java.util.Optional;

/** Decrees and official books. */
final class JdbcDecreeBook implements DecreeBook {

    private static final String OF_DOCUMENT = "t.document = ?";
    private static final String ONE = "t.tenant = ? AND t.number_year = ? AND t.number = ?";
    private static final String YEAR = "t.tenant = ? AND t.number_year = ?";
    private static final String BOOK = "t.tenant = ? AND t.kind = ? AND t.book_year = ?";

    private final Aggregates<Decree, DecreeEvent> decrees;
    private final Aggregates<OfficialBook, BookEvent> books;
    private final DecreeNumberFormat format;

    JdbcDecreeBook(Ground ground, DecreeNumberFormat format) {
        this.decrees = ground.aggregates(new Decrees());
        this.books = ground.aggregates(new Books());
        this.format = format;
    }

    @Override
    public DecreeNumber nextNumber(TownHall townHall, int year) {
        String tenant = decrees.scope().tenant(townHall);
        return format.number(
                year,
                decrees.transactions().in(transaction -> Counters.next(transaction, tenant, Counters.DECREES, year)));
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
        return decrees.one(OF_DOCUMENT, document.value());
    }

    @Override
    public Optional<Decree> find(TownHall townHall, DecreeNumber number) {
        return decrees.one(ONE, decrees.scope().tenant(townHall), number.year(), number.sequence());
    }

    @Override
    public List<Decree> year(TownHall townHall, int year) {
        return decrees.many(YEAR, "number", decrees.scope().tenant(townHall), year);
    }

    @Override
    public Optional<OfficialBook> book(TownHall townHall, BookKind kind, int year) {
        return books.one(BOOK, books.scope().tenant(townHall), kind, year);
    }

    private static final class Decrees implements Aggregates.Shape<Decree, DecreeEvent> {
        @Override
        public String kind() {
            return "Decree";
        }

        @Override
        public String table() {
            return "decree";
        }

        @Override
        public Row row(Decree decree) {
            return Row.of(table(), decree.townHall().ine10().value())
                    .key("document", decree.document().value())
                    .set("state", decree.state())
                    .set("number_year", decree.number().map(DecreeNumber::year).orElse(null))
                    .set("number", decree.number().map(DecreeNumber::sequence).orElse(null));
        }

        @Override
        public Decree replay(List<Recorded<DecreeEvent>> events) {
            return Decree.replay(events);
        }
    }

    private static final class Books implements Aggregates.Shape<OfficialBook, BookEvent> {
        @Override
        public String kind() {
            return "OfficialBook";
        }

        @Override
        public String table() {
            return "official_book";
        }

        @Override
        public Row row(OfficialBook book) {
            return Row.of(table(), book.townHall().ine10().value())
                    .key("kind", book.kind())
                    .key("book_year", book.year());
        }

        @Override
        public OfficialBook replay(List<Recorded<BookEvent>> events) {
            return OfficialBook.replay(events);
        }
    }
}
