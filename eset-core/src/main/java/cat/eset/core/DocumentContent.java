package cat.eset.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The bytes of a document with their length, media type and digest, and a stream that can be opened any number of
 * times. Clients stream it and never hold it whole. Immutable and thread-safe as long as its source is.
 */
public final class DocumentContent {

    /** Opens the bytes again from the start. */
    @FunctionalInterface
    public interface Source {
        /** A new stream; whoever asked closes it. */
        InputStream open() throws IOException;
    }

    private final long length;
    private final MediaType mediaType;
    private final Sha256 sha256;
    private final Source source;

    private DocumentContent(long length, MediaType mediaType, Sha256 sha256, Source source) {
        this.length = length;
        this.mediaType = Objects.requireNonNull(mediaType, "mediaType");
        this.sha256 = Objects.requireNonNull(sha256, "sha256");
        this.source = Objects.requireNonNull(source, "source");
    }

    /** Content in memory. The array is copied. */
    public static DocumentContent of(byte[] bytes, MediaType mediaType) {
        byte[] copy = bytes.clone();
        return new DocumentContent(copy.length, mediaType, Sha256.of(copy), () -> new ByteArrayInputStream(copy));
    }

    /**
     * Content of a file, which must not change while it is used. The file is read once here, for its digest.
     *
     * @throws IOException if the file cannot be read
     */
    public static DocumentContent of(Path file, MediaType mediaType) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new DocumentContent(Files.size(file), mediaType, Sha256.of(in), () -> Files.newInputStream(file));
        }
    }

    /** Content from elsewhere, of which length and digest are already known. */
    public static DocumentContent of(long length, MediaType mediaType, Sha256 sha256, Source source) {
        if (length < 0) {
            throw InvalidValueException.of("DocumentContent", "its length may not be negative");
        }
        return new DocumentContent(length, mediaType, sha256, source);
    }

    /** Number of bytes. */
    public long length() {
        return length;
    }

    /** Media type. */
    public MediaType mediaType() {
        return mediaType;
    }

    /** Digest of the bytes. */
    public Sha256 sha256() {
        return sha256;
    }

    /** A new stream from the first byte; whoever asked closes it. */
    public InputStream open() throws IOException {
        return source.open();
    }

    /** All bytes, for small content only. */
    public byte[] readAllBytes() throws IOException {
        try (InputStream in = open()) {
            return in.readAllBytes();
        }
    }

    @Override
    public String toString() {
        return "DocumentContent[" + length + " bytes, " + mediaType + ", sha256 " + sha256 + "]";
    }
}
