package cat.eset.core.expedient;

import cat.eset.core.document.DocumentId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * That a document is in an expedient. Annulment and deletion belong here: the same document may be alive in another
 * expedient.
 *
 * @param document which document
 * @param sequence 1, 2, 3... in the order of incorporation
 * @param incorporatedAt when it came into the expedient
 * @param folder in which folder, if in one
 * @param state alive, annulled or deleted
 * @param auxiliary why it is no part of the expedient (Llei 39/2015 art. 70.4), if it is none
 */
public record DocumentLink(
        DocumentId document,
        long sequence,
        Instant incorporatedAt,
        Optional<String> folder,
        State state,
        Optional<String> auxiliary) {

    /** Whether it counts. */
    public enum State {
        /** It counts. */
        LIVE,
        /** Marked as without effect; still visible; may be restored. */
        ANNULLED,
        /** Gone for good. */
        DELETED
    }

    /** Checks the values. */
    public DocumentLink {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(incorporatedAt, "incorporatedAt");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(auxiliary, "auxiliary");
    }

    /** Whether the index of the expedient lists it. */
    public boolean isIndexed() {
        return state == State.LIVE && auxiliary.isEmpty();
    }

    DocumentLink with(State value) {
        return new DocumentLink(document, sequence, incorporatedAt, folder, value, auxiliary);
    }

    DocumentLink in(Optional<String> value) {
        return new DocumentLink(document, sequence, incorporatedAt, value, state, auxiliary);
    }
}
