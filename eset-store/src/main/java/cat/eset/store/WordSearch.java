package cat.eset.store;

import cat.eset.store.desk.Page;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows of a town hall whose subject has words, newest first. */
sealed interface WordSearch permits WordSearch.LookThrough, IndexedWordSearch {

    /** How it is done on this database. */
    static WordSearch of(Transactions transactions, String tenant) {
        return switch (transactions.dialect()) {
            case H2 -> new LookThrough(tenant);
            case POSTGRESQL -> new IndexedWordSearch(transactions, tenant);
        };
    }

    /** A page of a list, of the rows that have all the words; none if there is no word. */
    <T> Page<T> page(Listing<T> list, String words, Page.Request request);

    /** One subject after the other. Parts of words are found too. */
    record LookThrough(String tenant) implements WordSearch {

        private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

        @Override
        public <T> Page<T> page(Listing<T> list, String words, Page.Request request) {
            String all = WORD.matcher(Marks.without(words))
                    .results()
                    .map(word -> "(?=.*" + Marks.anywhereIn(word.group()) + ")")
                    .collect(Collectors.joining());
            String expression = all.isEmpty() ? "(?!)" : "(?ius)^" + all + ".*";
            return list.page(request, "tenant = ? AND REGEXP_LIKE(subject, ?)", tenant, expression);
        }
    }
}
