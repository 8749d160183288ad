package cat.eset.store.desk;

import cat.eset.core.InvalidValueException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Part of a list. The next part begins after the last row that was seen, wherever that is now: rows that come or go meanwhile are neither
 * shown twice nor left out, and the thousandth page costs as much as the first.
 *
 * @param rows in order
 * @param next what to ask the next page with; none after the last one
 * @param <T> kind of row
 */
public record Page<T>(List<T> rows, Optional<Request> next) {

    /** Longest page. */
    public static final int MAX_SIZE = 1000;

    /** Copies the list. */
    public Page {
        rows = List.copyOf(rows);
        Objects.requireNonNull(next, "next");
    }

    /**
     * Which page.
     *
     * @param size most rows, 1 to {@link #MAX_SIZE}
     * @param after the last row that was seen, as {@link Page#next} says it; the first page when empty
     */
    public record Request(int size, Optional<String> after) {
        /** Checks the values. */
        public Request {
            Objects.requireNonNull(after, "after");
            if (size < 1 || size > MAX_SIZE) {
                throw InvalidValueException.of("Page", "1 to 1000 rows");
            }
        }
    }

    /** The first page. */
    public static Request first(int size) {
        return new Request(size, Optional.empty());
    }
}
