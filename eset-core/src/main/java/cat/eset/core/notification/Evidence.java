package cat.eset.core.notification;

import cat.eset.core.DocumentContent;
import java.util.Objects;

/**
 * A proof that goes into the expedient (Llei 39/2015 art. 41.1).
 *
 * @param kind of what
 * @param content its bytes exactly as the service gave them: they are signed
 */
public record Evidence(Kind kind, DocumentContent content) {

    /** What it proves. */
    public enum Kind {
        /** That it was put at disposal. */
        DEPOSIT,
        /** That it was accepted, rejected or expired. */
        PRACTICE,
        /** That it was cancelled. */
        CANCELLATION,
        /** Everything in one readable document. */
        READABLE
    }

    /** Checks the values. */
    public Evidence {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(content, "content");
    }
}
