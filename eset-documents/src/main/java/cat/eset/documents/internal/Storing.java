package cat.eset.documents.internal;

import cat.eset.documents.DesalException;
import cat.eset.documents.NewDocument;
import cat.eset.documents.StoreResult;
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
        DesalAnswer registered = calls.register(document);
        if (!registered.code().equals("0")) {
            return new StoreResult.Refused(DesalCodes.failure(Operation.REGISTER_FILE, registered));
        }
        String fileUuid =
                registered.first("uuidFitxer").orElseThrow(() -> DesalCalls.surprising("fitxer", "no uuidFitxer"));
        bytes.upload(registered, document.content());
        return create(fileUuid, document);
    }

    /** The document of a file, or its creation if DESA'L does not have it: found by digest, told by the identity of the file. */
    public StoreResult reconcile(String fileUuid, NewDocument document) {
        DesalAnswer found = calls.search(document);
        if (!found.code().equals("0")) {
            return new StoreResult.Unknown(fileUuid, DesalCodes.failure(Operation.SEARCH, found));
        }
        for (JsonNode one : found.json().path("documents")) {
            if (one.path("uuidFitxer").asText().equals(fileUuid)) {
                return new StoreResult.Stored(new DesalAnswer(found.status(), one).document(true));
            }
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
