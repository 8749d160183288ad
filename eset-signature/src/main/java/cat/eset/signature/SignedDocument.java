package cat.eset.signature;

import cat.eset.core.DocumentContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The result of a signature. Large ones live in a temporary file, which {@link #close()} deletes: use the content before
 * that. Thread-safe.
 */
public final class SignedDocument implements AutoCloseable {

    private final DocumentContent content;
    private final Optional<Path> temporary;
    private final Optional<Instant> signingTime;
    private final Optional<Instant> stampedAt;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SignedDocument(
            DocumentContent content,
            Optional<Path> temporary,
            Optional<Instant> signingTime,
            Optional<Instant> stampedAt) {
        this.content = Objects.requireNonNull(content, "content");
        this.temporary = Objects.requireNonNull(temporary, "temporary");
        this.signingTime = Objects.requireNonNull(signingTime, "signingTime");
        this.stampedAt = Objects.requireNonNull(stampedAt, "stampedAt");
    }

    /**
     * A result of a signer.
     *
     * @param content the signed document, or the signature alone
     * @param temporary the file it lives in, which belongs to it from now on; empty if in memory
     * @param signingTime the claimed signing time; empty when an existing signature was augmented
     * @param stampedAt the instant of the time stamp that was added, if one was
     */
    public static SignedDocument of(
            DocumentContent content,
            Optional<Path> temporary,
            Optional<Instant> signingTime,
            Optional<Instant> stampedAt) {
        return new SignedDocument(content, temporary, signingTime, stampedAt);
    }

    /** The signed document, or the signature alone where the format says so. Not readable after {@link #close()}. */
    public DocumentContent content() {
        if (closed.get()) {
            throw new IllegalStateException("the signed document was closed");
        }
        return content;
    }

    /** The signing time that the new signature claims; empty when an existing one was augmented. */
    public Optional<Instant> signingTime() {
        return signingTime;
    }

    /** The instant of the time stamp that was added; the first one, if several were. */
    public Optional<Instant> stampedAt() {
        return stampedAt;
    }

    /** Whether it lives in a temporary file, which has to be deleted by {@link #close()}. */
    public boolean isTemporary() {
        return temporary.isPresent();
    }

    /** Deletes the temporary file, if there is one. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true) && temporary.isPresent()) {
            try {
                Files.deleteIfExists(temporary.get());
            } catch (IOException e) {
                throw new UncheckedIOException("a temporary file of a signature could not be deleted", e);
            }
        }
    }
}
