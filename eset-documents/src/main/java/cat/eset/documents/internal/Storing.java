package cat.eset.documents.internal;

import cat.eset.core.Failure;
import cat.eset.documents.DesalException;
import cat.eset.documents.DocumentSearch;
import cat.eset.documents.NewDocument;
import cat.eset.documents.StoreResult;
import cat.eset.documents.UploadedFile;
import cat.eset.documents.internal.DesalCodes.Operation;
import cat.eset.transport.http.HttpExchangeException;
import com.fasterxml.jackson.databind.JsonNode;

/** Stores a document in its steps: registers the file, uploads it, creates the document (contract desal 4.1). */
public final class Storing {

    private final DesalCalls calls;
    private final Bytes bytes;

    /** Storing over these calls. */
    public Storing(DesalCalls calls, Bytes bytes) {
        this.calls = calls;
        this.bytes = bytes;
    }

    /** All steps. */
    public StoreResult store(NewDocument document) {
        DesalAnswer file = put(document);
        return isRegistered(file)
                ? create(uuid(file), document)
                : new StoreResult.Refused(DesalCodes.failure(Operation.REGISTER_FILE, file));
    }

    /** The first two steps, and the wait for the antivirus. */
    public UploadedFile upload(NewDocument document) {
        DesalAnswer file = put(document);
        if (!isRegistered(file)) {
            throw new DesalException(DesalCodes.failure(Operation.REGISTER_FILE, file), file.code());
        }
        calls.readFile(uuid(file));
        return new UploadedFile(uuid(file), document);
    }

    /** Registers and uploads a file; gives the answer to the registration, good or not. */
    private DesalAnswer put(NewDocument document) {
        // A second time if the address has expired meanwhile: another file is registered, and DESA'L purges the first.
        for (int attempt = 0; attempt < 2; attempt++) {
            DesalAnswer registered = calls.register(document);
            if (!isRegistered(registered) || bytes.upload(registered, document.content())) {
                return registered;
            }
        }
        throw Bytes.refused(
                "upload", "Store it again. If it stays so, ask the consortium which headers an upload bears.");
    }

    private static boolean isRegistered(DesalAnswer registered) {
        return registered.code().equals("0");
    }

    private static String uuid(DesalAnswer registered) {
        return registered.first("uuidFitxer").orElseThrow(() -> DesalCalls.surprising("fitxer", "no uuidFitxer"));
    }

    /** The document of a file, or its creation if DESA'L does not have it: found by digest, told by the identity of the file. */
    public StoreResult reconcile(String fileUuid, NewDocument document) {
        DesalAnswer found =
                calls.search(DocumentSearch.ofBytes(document.content().sha256()));
        if (!found.code().equals("0")) {
            return new StoreResult.Unknown(fileUuid, DesalCodes.failure(Operation.SEARCH, found));
        }
        for (JsonNode one : found.json().path("documents")) {
            if (one.path("uuidFitxer").asText().equals(fileUuid)) {
                return new StoreResult.Stored(new DesalAnswer(found.status(), one).document(true));
            }
        }
        if (found.hits("documents", one -> one).isCut()) {
            // Ours may be among those that were not given: making it again could make two.
            return new StoreResult.Unknown(
                    fileUuid,
                    Failure.of(Failure.Fault.REMOTE, "DESA'L has more documents with these bytes than it gives")
                            .service("DESAL")
                            .effect(Failure.Effect.UNKNOWN)
                            .remedy("Search by hand for the document of file " + fileUuid + ", day by day.")
                            .build());
        }
        return create(fileUuid, document);
    }

    private StoreResult create(String fileUuid, NewDocument document) {
        DesalAnswer answer;
        try {
            answer = calls.create(fileUuid, document);
        } catch (DesalException | HttpExchangeException e) {
            return new StoreResult.Unknown(fileUuid, e.failure());
        }
        return switch (answer.code()) {
            case "0" -> new StoreResult.Stored(answer.document(true));
            // The document is right, the antivirus still looks at the bytes.
            case "1" -> new StoreResult.Stored(answer.document(false));
            // The bytes are there, and what happened to the document is not said.
            case "2", "100", "101" ->
                new StoreResult.Unknown(fileUuid, DesalCodes.failure(Operation.WRITE_DOCUMENT, answer));
            default -> new StoreResult.Refused(DesalCodes.failure(Operation.WRITE_DOCUMENT, answer));
        };
    }
}
