package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * A PDF that is about to be signed, in memory or in a file of ours, read once. The signed one is this with an update behind
 * it, and its digest goes on from this one's. For one signature.
 */
final class PdfSource {

    private final DSSDocument document;
    private final long length;
    private final Optional<Path> file;
    private final MessageDigest digest;
    private final Optional<MessageDigest> ofResult;

    private PdfSource(DSSDocument document, long length, Optional<Path> file, MessageDigest digest) {
        this.document = document;
        this.length = length;
        this.file = file;
        this.digest = digest;
        this.ofResult = copy(digest);
        document.setName("document.pdf"); // DSS derives the document's ID from it: it must be the same every time
    }

    static PdfSource inMemory(DocumentContent pdf) throws IOException {
        byte[] bytes = pdf.readAllBytes();
        MessageDigest digest = Sha256.digest();
        digest.update(bytes);
        return new PdfSource(new InMemoryDocument(bytes), bytes.length, Optional.empty(), digest);
    }

    static PdfSource inFile(DocumentContent pdf, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(pdf.open(), digest)) {
            long length = WorkFiles.fill(file, in);
            return new PdfSource(new FileDocument(file.toFile()), length, Optional.of(file), digest);
        }
    }

    DSSDocument document() {
        return document;
    }

    long length() {
        return length;
    }

    /** SHA-256 of all its bytes, for the caller to go on with. Once. */
    MessageDigest digest() {
        return digest;
    }

    /** The document and an update behind it. Once. */
    RawResult with(byte[] update, WorkFiles files) throws IOException {
        Optional<Sha256> known = ofResult.map(begun -> Sha256.ofDigest(begun.digest(update)));
        if (file.isPresent()) {
            Path out = file.get();
            WorkFiles.append(out, update);
            return known.isPresent()
                    ? RawResult.inFile(files.keep(out), length + update.length, known.get(), MediaType.PDF)
                    : RawResult.inFile(files.keep(out), MediaType.PDF);
        }
        byte[] out = Arrays.copyOf(((InMemoryDocument) document).getBytes(), (int) length + update.length);
        System.arraycopy(update, 0, out, (int) length, update.length);
        return RawResult.inMemory(out, known.orElseGet(() -> Sha256.of(out)), MediaType.PDF);
    }

    private static Optional<MessageDigest> copy(MessageDigest digest) {
        try {
            return Optional.of((MessageDigest) digest.clone());
        } catch (CloneNotSupportedException e) { // that of some security devices
            return Optional.empty();
        }
    }
}
