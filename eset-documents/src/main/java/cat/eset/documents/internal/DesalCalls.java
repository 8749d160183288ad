package cat.eset.documents.internal;

import cat.eset.core.Failure;
import cat.eset.documents.DesalException;
import cat.eset.documents.DocumentSearch;
import cat.eset.documents.NewDocument;
import cat.eset.documents.internal.DesalCodes.Operation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The operations of DESA'L, each asked again while it says that later may be better (contract desal 4, 6). */
public final class DesalCalls {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONG_PAUSE = Duration.ofSeconds(10);

    private final DesalRest rest;
    private final Owner owner;
    private final Duration patience;
    private final Consumer<Duration> pause;

    /**
     * Calls in the name of a service and a body.
     *
     * @param owner which service, which body
     * @param patience how long to wait in all
     * @param pause how to wait
     */
    public DesalCalls(DesalRest rest, Owner owner, Duration patience, Consumer<Duration> pause) {
        this.rest = rest;
        this.owner = owner;
        this.patience = patience;
        this.pause = pause;
    }

    /** F1: registers a file; whatever the code. */
    DesalAnswer register(NewDocument document) {
        return patiently(Operation.REGISTER_FILE, "POST", "/fitxer", DocumentJson.file(owner, document));
    }

    /** D1: creates a document over a file; whatever the code. */
    DesalAnswer create(String fileUuid, NewDocument document) {
        String json = DocumentJson.document(owner, fileUuid, document).toString();
        return patiently(Operation.WRITE_DOCUMENT, "POST", "/document", json);
    }

    /** F2: a file without document, once the antivirus has accepted it. */
    public DesalAnswer readFile(String uuid) {
        String path = "/fitxer?uuidFitxer=" + encoded(uuid) + "&" + caller();
        DesalAnswer answer = patiently(Operation.READ_FILE, "GET", path, "");
        if (!answer.code().equals("0")) {
            throw new DesalException(DesalCodes.failure(Operation.READ_FILE, answer), answer.code());
        }
        return answer;
    }

    /** D8: searches documents; whatever the code. */
    public DesalAnswer search(DocumentSearch search) {
        String json = DocumentJson.search(owner, search);
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

    /** D4: deletes documents, all or none. */
    public void deleteAll(List<String> uuids) {
        DesalAnswer answer = rest.send(
                "DELETE",
                "/document/deleteDocuments?" + caller(),
                Operation.WRITE_DOCUMENT.path(),
                Optional.of(DocumentJson.uuids(uuids)));
        if (!answer.code().equals("0")) {
            throw new DesalException(DesalCodes.failure(Operation.WRITE_DOCUMENT, answer), answer.code());
        }
    }

    /** Does something with expedients, once; whatever the code. */
    public DesalAnswer expedient(String method, String path, Optional<String> body) {
        return rest.send(method, path, Operation.EXPEDIENT.path(), body);
    }

    /** E4: reads an expedient. */
    public DesalAnswer readExpedient(String uuid) {
        return required(patiently(
                Operation.EXPEDIENT,
                () -> expedient("GET", expedientPath(uuid, "") + "&modality=1", Optional.empty())));
    }

    /** E8: searches expedients. */
    public DesalAnswer searchExpedients(String json) {
        return required(patiently(
                Operation.EXPEDIENT,
                () -> expedient("POST", "/expedient/search?" + caller() + "&modality=1", Optional.of(json))));
    }

    /** Begins what takes its time, or asks about it; whatever the code. */
    DesalAnswer ticket(String path, Optional<String> body) {
        return rest.send(body.isPresent() ? "POST" : "GET", path, Operation.TICKET.path(), body);
    }

    /**
     * An answer that has to be good.
     *
     * @throws DesalException if it is not
     */
    public DesalAnswer required(DesalAnswer answer) {
        if (!answer.code().equals("0")) {
            throw new DesalException(DesalCodes.failure(Operation.EXPEDIENT, answer), answer.code());
        }
        return answer;
    }

    /** Path of an expedient, with who calls. */
    public String expedientPath(String uuid, String what) {
        return eniPath("expedient", uuid, what);
    }

    /** Path of something below a kind of resource, with who calls. */
    public String eniPath(String kind, String uuid, String what) {
        return "/" + kind + "/" + encoded(uuid) + what + "?" + caller();
    }

    /** Path of E10: 1 new documents, 2 existing ones. */
    public String addPath(int modality) {
        return "/expedient/addDocuments?" + caller() + "&modality=" + modality;
    }

    /** Path of E9. */
    public String downloadPath() {
        return "/expedient/downloadExpedients?" + caller() + "&modality=2";
    }

    /** In whose name. */
    public Owner owner() {
        return owner;
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
        return "codiINE=" + owner.ine10() + "&codiServei=" + encoded(owner.service());
    }

    static String encoded(String text) {
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
