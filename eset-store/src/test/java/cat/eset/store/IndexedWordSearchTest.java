package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.store.desk.DeskQueries;
import cat.eset.store.desk.EntryRow;
import cat.eset.store.desk.ExpedientRow;
import cat.eset.store.desk.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** However frequent words are, and wherever they are, a search finds the rows that have them, newest first. The rows are made once for all tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexedWordSearchTest {

    private static final int YEARS = 3;
    private static final int PER_YEAR = 4000;
    private static final int ALL = YEARS * PER_YEAR;

    private DeskQueries desk;

    /** Row n of a town hall, counted from its oldest one, in the n-th minute; and the same of another one, with one word more. */
    @BeforeAll
    void fill() {
        DataSource database = TestDatabase.POSTGRESQL.emptied();
        for (String tenant :
                List.of(Town.BRUC.ine10().value(), Town.SAFAJA.ine10().value())) {
            String subject = "'carrer ' || (ARRAY['parell', 'senar'])[n % 2 + 1]"
                    + " || CASE WHEN n < " + PER_YEAR + " THEN ' antic' ELSE '' END"
                    + " || CASE WHEN n % 50 = 0 THEN ' cinquanta' ELSE '' END"
                    + " || CASE WHEN n % 5000 = 7 THEN ' rar' ELSE '' END || '"
                    + (tenant.equals(Town.SAFAJA.ine10().value()) ? " aliena" : "") + "'";
            String rows = " FROM generate_series(0, " + (ALL - 1) + ") n";
            TestDatabase.execute(
                    database,
                    "INSERT INTO eset.entry SELECT '" + tenant + "', 'ENTRY', 2024 + n / " + PER_YEAR + ", n % "
                            + PER_YEAR
                            + " + 1, n, 1, 'E', TIMESTAMPTZ '2024-05-01 00:00:00Z' + n / " + PER_YEAR
                            + " * INTERVAL '1 year' + n * INTERVAL '1 minute', 'PENDING', FALSE, " + subject + rows,
                    "INSERT INTO eset.expedient SELECT '" + tenant + "', 2024 + n / " + PER_YEAR + ", n % " + PER_YEAR
                            + " + 1, n, 1, 'X', " + subject + ", '1402', 'INITIATION', 'OPEN', 'group G',"
                            + " TIMESTAMPTZ '2024-05-01 00:00:00Z', DATE '9999-12-31', 0, 0" + rows);
        }
        desk = JdbcStore.builder(database, Town.CLOCK).build().desk(Town.BRUC);
    }

    @Test
    void pages_are_all_the_rows_that_have_the_words() {
        holds("carrer", n -> true, 1000);
        holds("senar CARRER", n -> n % 2 == 1, 1000);
        holds("cinquanta", n -> n % 50 == 0, 50);
        holds("antic", n -> n < PER_YEAR, 1000);
        holds("cinquanta antic", n -> n < PER_YEAR && n % 50 == 0, 7);
        holds("rar", n -> n % 5000 == 7, 50);
        holds("rar", n -> n % 5000 == 7, 1);
        holds("parell senar", n -> false, 50);
        holds("aliena", n -> false, 50);
        holds("res", n -> false, 50);
        holds("' ", n -> false, 50);
    }

    /** What the tables add to a subject is not a word of it. */
    @Test
    void a_town_hall_is_not_found_by_its_number() {
        String tenant = Town.BRUC.ine10().value();
        for (String words : List.of(tenant, tenant + " 2024", "'" + tenant + " 2024'", "2024")) {
            holds(words, n -> false, 50);
        }
    }

    private void holds(String words, IntPredicate expected, int size) {
        List<Integer> rows = IntStream.range(0, ALL)
                .map(n -> ALL - 1 - n)
                .filter(expected)
                .boxed()
                .toList();
        assertThat(pages(page -> desk.searchEntries(words, page), size))
                .as(words)
                .extracting(EntryRow::number)
                .extracting(number -> (number.year() - 2024) * PER_YEAR + (int) number.sequence() - 1)
                .isEqualTo(rows);
        assertThat(pages(page -> desk.searchExpedients(words, page), size))
                .as(words)
                .extracting(ExpedientRow::number)
                .extracting(number -> (number.year() - 2024) * PER_YEAR + (int) number.sequence() - 1)
                .isEqualTo(rows);
    }

    private static <T> List<T> pages(Function<Page.Request, Page<T>> list, int size) {
        List<T> all = new ArrayList<>();
        Optional<Page.Request> next = Optional.of(Page.first(size));
        while (next.isPresent()) {
            Page<T> page = list.apply(next.get());
            all.addAll(page.rows());
            next = page.next();
        }
        return all;
    }
}
