package cat.eset.core.eni;

import cat.eset.core.InvalidValueException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What an index says: a snapshot of the documents of an expedient at an instant. A document that comes later needs a new
 * index (Llei 39/2015 art. 70.3).
 *
 * @param generatedAt when
 * @param items at least one: an expedient without documents cannot be exported
 */
public record EniIndexContent(Instant generatedAt, List<EniIndexItem> items) {

    /** Checks the values. */
    public EniIndexContent {
        Objects.requireNonNull(generatedAt, "generatedAt");
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw InvalidValueException.of("EniIndexContent", "at least one item: an empty expedient has no index");
        }
    }

    /** The documents of the whole tree, in the order of the index. */
    public Stream<EniIndexItem.Document> documents() {
        return documents(items);
    }

    private static Stream<EniIndexItem.Document> documents(List<EniIndexItem> items) {
        return items.stream()
                .flatMap(item -> item.<Stream<EniIndexItem.Document>>fold(
                        Stream::of,
                        folder -> documents(folder.items()),
                        nested -> nested.index().documents()));
    }
}
