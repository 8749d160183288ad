package cat.eset.core.memory;

import cat.eset.core.DocumentContent;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentEvent;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentStore;
import cat.eset.core.event.Change;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Documents, and their bytes by digest. */
final class MemoryDocuments implements DocumentStore {

    private final MemoryTable<DocumentId, Document, DocumentEvent> documents;
    private final Map<ContentRef, DocumentContent> contents = new ConcurrentHashMap<>();

    MemoryDocuments(MemoryTransactions transactions, MemoryJournal journal) {
        this.documents = new MemoryTable<>(transactions, journal, Document::id);
    }

    /** The bytes are copied: the caller's source may go away. */
    @Override
    public ContentRef put(DocumentContent content) {
        ContentRef ref = ContentRef.of(content);
        contents.computeIfAbsent(ref, key -> copy(content));
        return ref;
    }

    private static DocumentContent copy(DocumentContent content) {
        try {
            return DocumentContent.of(content.readAllBytes(), content.mediaType());
        } catch (IOException e) {
            throw new UncheckedIOException("the content could not be read", e);
        }
    }

    @Override
    public Optional<DocumentContent> open(ContentRef content) {
        return Optional.ofNullable(contents.get(content));
    }

    @Override
    public void save(Change<Document, DocumentEvent> change) {
        documents.save(change);
    }

    @Override
    public Optional<Document> find(DocumentId id) {
        return documents.find(id);
    }

    @Override
    public List<Document> findAll(Collection<DocumentId> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }
}
