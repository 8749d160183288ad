package cat.eset.documents.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.documents.DesalDocument;
import cat.eset.documents.DesalException;
import cat.eset.transport.http.NewFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Fetches the bytes of a document into a new file; what is not what DESA'L describes does not stay. */
public final class Fetching {

    private final DesalCalls calls;
    private final Bytes bytes;

    /** Fetching over these calls. */
    public Fetching(DesalCalls calls, Bytes bytes) {
        this.calls = calls;
        this.bytes = bytes;
    }

    /** Into this file, which does not exist yet. */
    public DocumentContent fetch(String uuid, Path target) {
        return fetch(readable(uuid), () -> readable(uuid), target);
    }

    /**
     * What an answer gives the address of.
     *
     * @param answer with an address
     * @param again asks for another address if that one has expired
     * @param target a file that does not exist yet
     */
    public DocumentContent fetch(DesalAnswer answer, Supplier<DesalAnswer> again, Path target) {
        return NewFile.write(
                target, "DESAL", failure -> new DesalException(failure, ""), out -> keep(answer, again, target, out));
    }

    /** A document with an address for its bytes. */
    private DesalAnswer readable(String uuid) {
        DesalAnswer answer = calls.read(uuid, true);
        if (answer.presignedAddress().isEmpty()) {
            throw new DesalException(
                    Failure.of(Failure.Fault.CALLER, "The bytes of document " + uuid + " are not in DESA'L")
                            .service("DESAL")
                            .remedy("Fetch them where its external reference says.")
                            .build(),
                    answer.code());
        }
        return answer;
    }

    private DocumentContent keep(DesalAnswer first, Supplier<DesalAnswer> again, Path target, OutputStream out)
            throws IOException {
        DesalAnswer answer = first;
        DesalDocument document = answer.document(true);
        if (!bytes.download(answer, document.length(), out)) {
            // The address has expired meanwhile; nothing was written.
            answer = again.get();
            document = answer.document(true);
            if (!bytes.download(answer, document.length(), out)) {
                throw Bytes.refused("download", "Fetch it again; if it stays so, tell the consortium.");
            }
        }
        out.close();
        DocumentContent content =
                DocumentContent.of(target, document.mediaType().orElse(MediaType.BINARY));
        check(document, content);
        return content;
    }

    private static void check(DesalDocument document, DocumentContent content) {
        boolean lengthFits =
                document.length().map(length -> length == content.length()).orElse(true);
        boolean digestFits =
                document.sha256().map(digest -> digest.equals(content.sha256())).orElse(true);
        if (!lengthFits || !digestFits) {
            throw new DesalException(
                    Failure.of(
                                    Failure.Fault.REMOTE,
                                    "The bytes of document " + document.uuid() + " are not those DESA'L describes")
                            .service("DESAL")
                            .retry(Failure.Retry.LATER)
                            .remedy("Fetch it again; if it stays so, tell the consortium.")
                            .build(),
                    "");
        }
    }
}
