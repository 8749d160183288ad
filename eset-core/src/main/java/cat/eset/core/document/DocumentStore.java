package cat.eset.core.document;

import cat.eset.core.DocumentContent;
import cat.eset.core.event.Change;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps documents and their bytes. Bytes are named by their digest, so storing them twice stores them once. Thread-safe;
 * joins the {@link cat.eset.core.work.UnitOfWork} of the caller for documents. Bytes may be stored before the
 * transaction commits: bytes that nobody names do no harm.
 */
public interface DocumentStore {

    /** Keeps bytes and gives their name. */
    ContentRef put(DocumentContent content);

    /** The bytes of this name, if they are here. */
    Optional<DocumentContent> open(ContentRef content);

    /**
     * Stores a new state of a document, with its events.
     *
     * @throws cat.eset.core.event.StaleStateException if somebody else changed it first
     */
    void save(Change<Document, DocumentEvent> change);

    /** A document. */
    Optional<Document> find(DocumentId id);

    /** Several documents at once, in any order; those that do not exist are left out. */
    List<Document> findAll(Collection<DocumentId> ids);
}
