package cat.eset.core.catalogue;

import cat.eset.core.InvalidValueException;
import cat.eset.core.expedient.Series;
import cat.eset.core.retention.EvaluationTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The classification scheme of a town hall: a tree of series, with the evaluation table of each that has one (contract eset-model 9,
 * legal-rules R13). Immutable and thread-safe.
 *
 * <p>A file has one class a line, {@code code;above;table;years;title}: the code of the class, that of the class above or nothing, the
 * evaluation table and the years to keep before destruction or nothing, and the title. A class comes after the one above it. The series of
 * the official books, 1028, 1038 and 1045, have to be there.
 */
public final class SeriesTree {

    private static final List<Series> BOOKS = List.of(Series.PLENARY_BOOKS, Series.DECREE_BOOKS, Series.BOARD_BOOKS);

    private record Node(Series series, Optional<String> above, Optional<EvaluationTable> table) {
        private Node {
            Objects.requireNonNull(series, "series");
        }
    }

    private final Map<String, Node> byCode;

    private SeriesTree(Map<String, Node> byCode) {
        this.byCode = byCode;
    }

    /** A sample, with the series of the official books. */
    public static SeriesTree sample() {
        return CatalogueFile.shipped("series.csv", in -> {
            try {
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Reads a scheme in UTF-8. The stream is read to its end and not closed.
     *
     * @throws InvalidValueException if a line is wrong, a code comes twice, a class hangs from one that does not come before it, or a
     *     series of the official books is missing
     */
    public static SeriesTree read(InputStream in) throws IOException {
        Map<String, Node> byCode = CatalogueFile.read(
                in, "SeriesTree", 5, SeriesTree::parse, c -> c.series().code());
        List<String> seen = new ArrayList<>();
        for (Node one : byCode.values()) {
            if (one.above().filter(above -> !seen.contains(above)).isPresent()) {
                throw InvalidValueException.of(
                        "SeriesTree", one.series() + " hangs from a class that does not come before it");
            }
            seen.add(one.series().code());
        }
        for (Series book : BOOKS) {
            if (!byCode.containsKey(book.code())) {
                throw InvalidValueException.of("SeriesTree", "the series of an official book is missing: " + book);
            }
        }
        return new SeriesTree(byCode);
    }

    private static Node parse(List<String> fields) {
        Optional<EvaluationTable> table = fields.get(2).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        fields.get(3).isEmpty()
                                ? new EvaluationTable(fields.get(2), EvaluationTable.Kind.PERMANENT, Period.ZERO)
                                : new EvaluationTable(
                                        fields.get(2),
                                        EvaluationTable.Kind.DESTRUCTION,
                                        Period.ofYears(Integer.parseInt(fields.get(3)))));
        return new Node(
                Series.of(fields.get(0), fields.get(4)),
                Optional.of(fields.get(1)).filter(above -> !above.isEmpty()),
                table);
    }

    /** A series by its code. */
    public Optional<Series> find(String code) {
        return Optional.ofNullable(byCode.get(code)).map(Node::series);
    }

    /** The classes that hang from one, in the order of the file. */
    public List<Series> below(Series above) {
        return byCode.values().stream()
                .filter(c -> c.above().equals(Optional.of(above.code())))
                .map(Node::series)
                .toList();
    }

    /** The classes from the top of the tree to a series, itself included; empty if it is not in the tree. */
    public List<Series> path(Series series) {
        List<Series> path = new ArrayList<>();
        Optional<Node> next = Optional.ofNullable(byCode.get(series.code()));
        while (next.isPresent()) {
            path.add(0, next.get().series());
            next = next.get().above().map(byCode::get);
        }
        return path;
    }

    /** The evaluation table of a series; empty if it has none, and then it is kept for ever. */
    public Optional<EvaluationTable> table(Series series) {
        return Optional.ofNullable(byCode.get(series.code())).flatMap(Node::table);
    }

    /** All classes, in the order of the file. */
    public List<Series> all() {
        return byCode.values().stream().map(Node::series).toList();
    }
}
