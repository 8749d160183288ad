package cat.eset.documents.internal;

import cat.eset.core.Failure;
import cat.eset.documents.DesalException;
import cat.eset.documents.NewDocument;
import cat.eset.documents.internal.DesalCodes.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The operations of DESA'L, each asked again while it says that later may be better (contract desal 4, 6). */
public final class DesalCalls {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(10);

    private final DesalRest rest;
    private final String service;
    private final String ine10;
    private final Duration patience;
    private final Consumer<Duration> pause;

    /**
     * Calls in the name of a service and a body.
     *
     * @param patience how long to wait in all
     * @param pause how to wait
     */
    public DesalCalls(DesalRest rest, String service, String ine10, Duration patience, Consumer<Duration> pause) {
        this.rest = rest;
        this.service = service;
        this.ine10 = ine10;
        this.patience = patience;
        this.pause = pause;
    }

    /** F1: registers a file; whatever the code. */
    DesalAnswer register(NewDocument document) {
        return patiently(Operation.REGISTER_FILE, "POST", "/fitxer", DocumentJson.file(service, ine10, document));
    }

    /** D1: creates a document over a file; whatever the code. */
    DesalAnswer create(String fileUuid, NewDocument document) {
        String json = DocumentJson.document(service, ine10, fileUuid, document);
        return patiently(Operation.WRITE_DOCUMENT, "POST", "/document", json);
    }

    /** D8: searches documents with these bytes; whatever the code. */
    DesalAnswer search(NewDocument document) {
        String json = DocumentJson.search(service, ine10, document);
        return patiently(Operation.SEARCH, "POST", "/document/search?" + caller() + "&modality=1", json);
    }

    /**
     * D5: reads a document.
     *
     * @param withBytes whether an address for its bytes is wanted
     * @throws DesalException if it may not be had
     */
    public DesalAnswer read(String uuid, boolean withBytes) {
        String path = "/document/" + encoded(uuid) + "/download?" + caller() + "&modality=" + (withBytes ? 2 : 1);
        DesalAnswer answer = patiently(Operation.READ_DOCUMENT, "GET", path, "");
        if (!answer.code().equals("0")) {
            throw new DesalException(DesalCodes.failure(Operation.READ_DOCUMENT, answer), answer.code());
        }
        return answer;
    }

    /**
     * D2 and D3: changes or deletes a document. Once: the caller decides about repeating.
     *
     * @throws DesalException if it was refused
     */
    public DesalAnswer write(String method, String uuid, Optional<String> body) {
        String path = "/document/" + encoded(uuid) + "?" + caller();
        DesalAnswer answer = rest.send(method, path, Operation.WRITE_DOCUMENT.path(), body);
        if (!answer.code().equals("0") && !answer.code().equals("1")) {
            throw new DesalException(DesalCodes.failure(Operation.WRITE_DOCUMENT, answer), answer.code());
        }
        return answer;
    }

    private DesalAnswer patiently(Operation operation, String method, String path, String json) {
        Optional<String> body = json.isEmpty() ? Optional.empty() : Optional.of(json);
        return patiently(operation, () -> rest.send(method, path, operation.path(), body));
    }

    /** Asks again, with growing pauses, as long as the answer says that later may be better. */
    private DesalAnswer patiently(Operation operation, Supplier<DesalAnswer> call) {
        Duration waited = Duration.ZERO;
        Duration next = FIRST_PAUSE;
        while (true) {
            DesalAnswer answer = call.get();
            if (!DesalCodes.isTransient(operation, answer.code())
                    || waited.plus(next).compareTo(patience) > 0) {
                return answer;
            }
            pause.accept(next);
            waited = waited.plus(next);
            next = next.compareTo(LONG_PAUSE) < 0 ? next.multipliedBy(2) : next;
        }
    }

    private String caller() {
        return "codiINE=" + ine10 + "&codiServei=" + encoded(service);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Something that is no answer to what was asked. */
    static DesalException surprising(String operation, String what) {
        return new DesalException(
                Failure.of(Failure.Fault.REMOTE, "DESA'L answered " + operation + " in an unexpected way")
                        .service("DESAL")
                        .remote(null, what)
                        .retry(Failure.Retry.LATER)
                        .build(),
                "");
    }
}
