package cat.eset.notify.record;

import java.util.List;

/**
 * One page of a search.
 *
 * @param hits rows, at most 50
 * @param number number of this page, from 1
 * @param totalHits rows of all pages
 * @param totalPages number of pages
 */
public record SearchPage(List<SearchHit> hits, long number, long totalHits, long totalPages) {

    /** Copies the list. */
    public SearchPage {
        hits = List.copyOf(hits);
    }
}
