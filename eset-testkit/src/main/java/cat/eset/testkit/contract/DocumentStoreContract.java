package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cat.eset.core.DocumentContent;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentEvent;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentStore;
import cat.eset.core.document.DocumentType;
import cat.eset.core.event.Change;
import cat.eset.core.event.StaleStateException;
import cat.eset.core.work.WorkStore;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link DocumentStore} promises. */
public interface DocumentStoreContract extends StoreContract {

    /** Bytes come back as they went, as often as they are opened. */
    @Test
    default void bytesComeBackAsTheyWent() throws IOException {
        DocumentStore store = store().documents();
        DocumentContent content = Sample.pdf("contingut");
        ContentRef ref = store.put(content);
        assertEquals(ref, store.put(content));
        for (int i = 0; i < 2; i++) {
            assertArrayEquals(
                    content.readAllBytes(), store.open(ref).orElseThrow().readAllBytes());
        }
        assertEquals(content.sha256(), store.open(ref).orElseThrow().sha256());
        assertEquals(Optional.empty(), store.open(ContentRef.of(Sample.pdf("cap"))));
    }

    /** A document is found as it was stored, and a change on an old state is refused. */
    @Test
    default void aDocumentIsFoundAsItWasStored() {
        DocumentStore store = store().documents();
        Document document = capture(store, "D1");
        assertEquals(Optional.of(document), store.find(document.id()));
        Change<Document, DocumentEvent> retyped =
                document.retype(DocumentType.ALLEGATION, Sample.REGISTRAR, Sample.MORNING);
        store.save(retyped);
        assertEquals(Optional.of(retyped.state()), store.find(document.id()));
        assertThrows(
                StaleStateException.class,
                () -> store.save(document.retype(DocumentType.APPEAL, Sample.REGISTRAR, Sample.MORNING)));
    }

    /** Several at once; the ones that do not exist are left out. */
    @Test
    default void severalAreFoundAtOnce() {
        DocumentStore store = store().documents();
        Document one = capture(store, "D1");
        Document two = capture(store, "D2");
        List<Document> found = store.findAll(List.of(one.id(), DocumentId.of("NONE"), two.id()));
        assertEquals(2, found.size());
    }

    /** A rolled back document is not there. */
    @Test
    default void aRolledBackDocumentIsNotThere() {
        WorkStore store = store();
        assertThrows(
                IllegalStateException.class,
                () -> store.unitOfWork().run(() -> {
                    capture(store.documents(), "D1");
                    throw new IllegalStateException("on purpose");
                }));
        assertEquals(Optional.empty(), store.documents().find(DocumentId.of("D1")));
    }

    private WorkStore store() {
        return newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
    }

    private static Document capture(DocumentStore store, String id) {
        Change<Document, DocumentEvent> captured = Document.capture(
                DocumentId.of(id),
                DocumentMetadata.ofCitizen("Adjunt"),
                store.put(Sample.pdf(id)),
                Optional.empty(),
                Sample.REGISTRAR,
                Sample.MORNING);
        store.save(captured);
        return captured.state();
    }
}
