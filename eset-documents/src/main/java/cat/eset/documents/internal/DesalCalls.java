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
import java.util.function.Function;

/** The operations of DESA'L, each asked again while it says that later may be better (contract desal 4, 6). */
public final class DesalCalls {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final DesalRest rest;
    private final Owner owner;
    private final Patience patience;

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
        this.patience = new Patience(patience, FIRST_PAUSE, LONGEST_PAUSE, pause);
    }

    /** F1: registers a file; whatever the code. */
    DesalAnswer register(NewDocument document) {
        Optional<String> json = Optional.of(DocumentJson.file(owner, document));
        return patiently(Operation.REGISTER_FILE, operation -> rest.order("POST", "/fitxer", operation, json));
    }

    /** D1: creates a document over a file; whatever the code. */
    DesalAnswer create(String fileUuid, NewDocument document) {
        Optional<String> json =
                Optional.of(DocumentJson.document(owner, fileUuid, document).toString());
        return patiently(Operation.WRITE_DOCUMENT, operation -> rest.order("POST", "/document", operation, json));
    }

    /** F2: a file without document, once the antivirus has accepted it. */
    public DesalAnswer readFile(String uuid) {
        String path = "/fitxer?uuidFitxer=" + encoded(uuid) + "&" + caller();
        return required(Operation.READ_FILE, patiently(Operation.READ_FILE, get(path)));
    }

    /** D8: searches documents; whatever the code. */
    public DesalAnswer search(DocumentSearch search) {
        Optional<String> json = Optional.of(DocumentJson.search(owner, search));
        String path = "/document/search?" + caller() + "&modality=1";
        return patiently(Operation.SEARCH, operation -> rest.ask("POST", path, operation, json));
    }

    /**
     * D5: reads a document.
     *
     * @param withBytes whether an address for its bytes is wanted
     * @throws DesalException if it may not be had
     */
    public DesalAnswer read(String uuid, boolean withBytes) {
        String path = "/document/" + encoded(uuid) + "/download?" + caller() + "&modality=" + (withBytes ? 2 : 1);
        return required(Operation.READ_DOCUMENT, patiently(Operation.READ_DOCUMENT, get(path)));
    }

    /**
     * D2 and D3: changes or deletes a document. Once: the caller decides about repeating.
     *
     * @throws DesalException if it was refused
     */
    public DesalAnswer write(String method, String uuid, Optional<String> body) {
        String path = "/document/" + encoded(uuid) + "?" + caller();
        DesalAnswer answer = rest.order(method, path, Operation.WRITE_DOCUMENT.path(), body);
        if (!answer.code().equals("0") && !answer.code().equals("1")) {
            throw new DesalException(DesalCodes.failure(Operation.WRITE_DOCUMENT, answer), answer.code());
        }
        return answer;
    }

    /** D4: deletes documents, all or none. */
    public void deleteAll(List<String> uuids) {
        required(
                Operation.WRITE_DOCUMENT,
                rest.order(
                        "DELETE",
                        "/document/deleteDocuments?" + caller(),
                        Operation.WRITE_DOCUMENT.path(),
                        Optional.of(DocumentJson.uuids(uuids))));
    }

    /** Does something with expedients, once; whatever the code. */
    public DesalAnswer expedient(String method, String path, Optional<String> body) {
        return rest.order(method, path, Operation.EXPEDIENT.path(), body);
    }

    /** E4: reads an expedient. */
    public DesalAnswer readExpedient(String uuid) {
        return required(
                Operation.READ_EXPEDIENT,
                patiently(Operation.READ_EXPEDIENT, get(expedientPath(uuid, "") + "&modality=1")));
    }

    /** E8: searches expedients. */
    public DesalAnswer searchExpedients(String json) {
        String path = "/expedient/search?" + caller() + "&modality=1";
        return required(
                Operation.READ_EXPEDIENT,
                patiently(Operation.READ_EXPEDIENT, operation -> rest.ask("POST", path, operation, Optional.of(json))));
    }

    /** Begins what takes its time, or asks about it; whatever the code. */
    DesalAnswer ticket(String path, Optional<String> body) {
        return rest.ask(body.isPresent() ? "POST" : "GET", path, Operation.TICKET.path(), body);
    }

    /**
     * An answer that has to be good.
     *
     * @throws DesalException if it is not
     */
    public DesalAnswer required(Operation operation, DesalAnswer answer) {
        if (!answer.code().equals("0")) {
            throw new DesalException(DesalCodes.failure(operation, answer), answer.code());
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

    private Function<String, DesalAnswer> get(String path) {
        return operation -> rest.ask("GET", path, operation, Optional.empty());
    }

    /** Asks again as long as the answer says that later may be better. */
    private DesalAnswer patiently(Operation operation, Function<String, DesalAnswer> call) {
        return patience.ask(
                () -> call.apply(operation.path()), answer -> DesalCodes.isTransient(operation, answer.code()));
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
