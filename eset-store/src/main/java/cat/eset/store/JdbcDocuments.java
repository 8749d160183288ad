package cat.eset.store;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentEvent;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentStore;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Documents, and their bytes wherever they are kept. */
final class JdbcDocuments implements DocumentStore, Aggregates.Shape<Document, DocumentEvent> {

    private static final String ONE = "t.id = ?";

    /** Identities asked for in one question, of which no database takes any number. */
    private static final int TOGETHER = 1000;

    private final Aggregates<Document, DocumentEvent> documents;
    private final ContentStorage contents;

    JdbcDocuments(Ground ground, ContentStorage contents) {
        this.documents = ground.aggregates(this);
        this.contents = contents;
    }

    @Override
    public ContentRef put(DocumentContent content) {
        try {
            contents.put(documents.scope().tenant(), content);
            return ContentRef.of(content);
        } catch (IOException e) {
            throw failed("The bytes of a document could not be kept", e);
        }
    }

    @Override
    public Optional<DocumentContent> open(ContentRef content) {
        try {
            return contents.find(documents.scope().tenant(), content.sha256())
                    .map(source -> DocumentContent.of(content.length(), content.mediaType(), content.sha256(), source));
        } catch (IOException e) {
            throw failed("The bytes of a document could not be looked for", e);
        }
    }

    private static StoreException failed(String what, IOException e) {
        boolean full = String.valueOf(e.getMessage()).contains("No space left on device");
        return new StoreException(
                full ? StoreException.Problem.FULL : StoreException.Problem.OTHER,
                Failure.of(Failure.Fault.CONFIGURATION, what)
                        .service("content storage")
                        .retry(Failure.Retry.LATER)
                        .remedy(
                                full
                                        ? "Nothing was stored: make room, then repeat"
                                        : "Nothing was stored: see the cause")
                        .cause(e)
                        .build());
    }

    @Override
    public void save(Change<Document, DocumentEvent> change) {
        documents.save(change);
    }

    @Override
    public Optional<Document> find(DocumentId id) {
        return documents.one(ONE, id.value());
    }

    @Override
    public List<Document> findAll(Collection<DocumentId> ids) {
        List<String> all = ids.stream().map(DocumentId::value).distinct().toList();
        return documents.transactions().in(transaction -> {
            List<Document> found = new ArrayList<>();
            for (int first = 0; first < all.size(); first += TOGETHER) {
                List<String> part = all.subList(first, Math.min(all.size(), first + TOGETHER));
                String places = String.join(", ", Collections.nCopies(part.size(), "?"));
                found.addAll(documents.many("t.id IN (" + places + ")", "id", part.toArray()));
            }
            return found;
        });
    }

    @Override
    public String kind() {
        return "Document";
    }

    @Override
    public String table() {
        return "document";
    }

    @Override
    public Row row(Document document) {
        return Row.of(table(), document.townHall().ine10().value())
                .key("id", document.id().value())
                .set("state", document.state())
                .set("subject", document.title());
    }

    @Override
    public Document replay(List<Recorded<DocumentEvent>> events) {
        return Document.replay(events);
    }
}
