package cat.eset.signature;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The result of a signature. Large ones live in a temporary file, which {@link #close()} deletes: use the content before
 * that. Thread-safe.
 */
public final class SignedDocument implements AutoCloseable {

    private final DocumentContent content;
    private final Optional<Path> temporary;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SignedDocument(DocumentContent content, Optional<Path> temporary) {
        this.content = content;
        this.temporary = temporary;
    }

    /** A result in memory. */
    public static SignedDocument inMemory(byte[] bytes, MediaType mediaType) {
        return new SignedDocument(DocumentContent.of(bytes, mediaType), Optional.empty());
    }

    /**
     * A result in a temporary file, which belongs to it from now on.
     *
     * @throws IOException if the file cannot be read; it is deleted then
     */
    public static SignedDocument inFile(Path file, MediaType mediaType) throws IOException {
        try {
            return new SignedDocument(DocumentContent.of(file, mediaType), Optional.of(file));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The signed document, or the signature alone where the format says so. Not readable after {@link #close()}. */
    public DocumentContent content() {
        if (closed.get()) {
            throw new IllegalStateException("the signed document was closed");
        }
        return content;
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
