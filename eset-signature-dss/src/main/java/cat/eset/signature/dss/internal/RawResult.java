package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.signature.SignedDocument;
import eu.europa.esig.dss.model.DSSDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What an engine made.
 *
 * @param content its bytes
 * @param file the temporary file they are in, which outlives the engine; empty if in memory
 */
record RawResult(DocumentContent content, Optional<Path> file) {

    /** These bytes, which are not copied: nobody else has them. */
    static RawResult inMemory(byte[] bytes, MediaType mediaType) {
        return inMemory(bytes, Sha256.of(bytes), mediaType);
    }

    /** These bytes, of which the digest is known. */
    static RawResult inMemory(byte[] bytes, Sha256 sha256, MediaType mediaType) {
        return new RawResult(
                DocumentContent.of(bytes.length, mediaType, sha256, () -> new ByteArrayInputStream(bytes)),
                Optional.empty());
    }

    /** This file, of which length and digest are known. */
    static RawResult inFile(Path file, long length, Sha256 sha256, MediaType mediaType) {
        return new RawResult(
                DocumentContent.of(length, mediaType, sha256, () -> Files.newInputStream(file)), Optional.of(file));
    }

    /** This file. */
    static RawResult inFile(Path file, MediaType mediaType) throws IOException {
        try {
            return new RawResult(DocumentContent.of(file, mediaType), Optional.of(file));
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The bytes of a document of DSS. */
    static RawResult of(DSSDocument document, MediaType mediaType) throws IOException {
        try (InputStream in = document.openStream()) {
            return inMemory(in.readAllBytes(), mediaType);
        }
    }

    SignedDocument signed(Optional<Instant> signingTime, Optional<Instant> stampedAt) {
        return SignedDocument.of(content, file, signingTime, stampedAt);
    }
}
