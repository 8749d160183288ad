package cat.eset.documents;

import java.util.List;

/**
 * What a search found.
 *
 * @param rows what DESA'L gave, 100 at most
 * @param total how many there are
 */
public record Hits<T>(List<T> rows, long total) {

    /** Copies the list. */
    public Hits {
        rows = List.copyOf(rows);
    }

    /** Whether there are more than were given: ask for less, for example by splitting the window. */
    public boolean isCut() {
        return total > rows.size();
    }
}
