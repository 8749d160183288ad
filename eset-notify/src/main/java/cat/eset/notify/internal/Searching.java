package cat.eset.notify.internal;

import cat.eset.notify.internal.wire.SearchCodec;
import cat.eset.notify.record.Search;
import cat.eset.notify.record.SearchHit;
import cat.eset.notify.record.SearchPage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Searches. All rows are walked by number and not by page: page two of a list that grows or shrinks meanwhile repeats rows
 * or skips them, and a page number cannot go beyond whatever cap the service has. Memory does not grow with the number of
 * rows.
 */
public final class Searching {

    private static final SearchCodec CODEC = new SearchCodec();
    private static final long LAST = 999_999_999_999_999_999L;

    private final NtCalls calls;

    /** Searching in the role of these calls. */
    public Searching(NtCalls calls) {
        this.calls = calls;
    }

    /** One page as the service numbers them, from 1. */
    public SearchPage page(Search search, long page) {
        return calls.ask(CODEC, new SearchCodec.Query(search, page));
    }

    /** Every row once, in the order of their numbers. */
    public void forEach(Search search, Consumer<? super SearchHit> consumer) {
        long from = search.ids().map(Search.IdRange::from).orElse(0L);
        long to = search.ids().map(Search.IdRange::to).orElse(LAST);
        while (from <= to) {
            List<SearchHit> hits =
                    page(search.withIds(new Search.IdRange(from, to)), 1).hits();
            if (!ascending(hits, from)) {
                walkPages(search.withIds(new Search.IdRange(from, to)), consumer);
                return;
            }
            hits.forEach(consumer);
            if (hits.size() < SearchCodec.PAGE) {
                return;
            }
            from = hits.get(hits.size() - 1).id().value() + 1;
        }
    }

    private static boolean ascending(List<SearchHit> hits, long from) {
        long last = from - 1;
        for (SearchHit hit : hits) {
            if (hit.id().value() <= last) {
                return false;
            }
            last = hit.id().value();
        }
        return true;
    }

    /** A service that does not order by number as it says: page by page, each row once. */
    private void walkPages(Search search, Consumer<? super SearchHit> consumer) {
        Set<Long> seen = new HashSet<>();
        long pages = 1;
        for (long n = 1; n <= pages; n++) {
            SearchPage page = page(search, n);
            pages = page.totalPages();
            for (SearchHit hit : page.hits()) {
                if (seen.add(hit.id().value())) {
                    consumer.accept(hit);
                }
            }
        }
    }
}
