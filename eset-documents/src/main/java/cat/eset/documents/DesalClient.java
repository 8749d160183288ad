package cat.eset.documents;

import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.MediaType;
import cat.eset.core.TownHall;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.documents.internal.DesalAnswer;
import cat.eset.documents.internal.DesalCodes;
import cat.eset.documents.internal.DesalRest;
import cat.eset.documents.internal.DocumentJson;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpBody;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.HttpExchangeException;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.http.WireTap;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stores documents in DESA'L and fetches them (contract desal). Bytes are streamed both ways and never held whole. Immutable and thread-safe;
 * close it when it is no longer needed.
 *
 * <p>Bytes are scanned for viruses after they arrived: storing waits until DESA'L knows them, fetching until it releases them, both no longer
 * than the patience that was set.
 */
public final class DesalClient implements AutoCloseable {

    private final DesalEnvironment environment;
    private final String service;
    private final String ine10;
    private final HttpExchangeClient http;
    private final DesalRest rest;
    private final Duration patience;
    private final Consumer<Duration> pause;

    private DesalClient(Builder b) {
        HttpExchangeClient.Builder connection =
                HttpExchangeClient.builder(b.environment.trust()).timeouts(b.timeouts);
        if (b.wireTap != null) {
            connection.wireTap(b.wireTap);
        }
        this.environment = b.environment;
        this.service = b.keys.service();
        this.ine10 = b.townHall.ine10().value();
        this.http = connection.build();
        this.rest = new DesalRest(http, b.environment, b.keys, b.clock);
        this.patience = b.patience;
        this.pause = b.pause;
    }

    /** A client of a service, in the name of a town hall. */
    public static Builder builder(DesalEnvironment environment, DesalKeys keys, TownHall townHall) {
        return new Builder(environment, keys, townHall);
    }

    /**
     * Stores a document with its bytes: registers the file, uploads it, and creates the document.
     *
     * @throws DesalException if the file could not be registered or uploaded; nothing but an unlinked file may exist, which DESA'L purges
     * @throws HttpExchangeException the same, because the network broke
     */
    public StoreResult store(NewDocument document) {
        DesalAnswer registered = patiently(
                DesalCodes.Operation.REGISTER_FILE,
                () -> rest.send(
                        "POST",
                        "/fitxer",
                        DesalCodes.Operation.REGISTER_FILE.path(),
                        Optional.of(DocumentJson.file(service, ine10, document))));
        if (!registered.code().equals("0")) {
            return new StoreResult.Refused(DesalCodes.failure(DesalCodes.Operation.REGISTER_FILE, registered));
        }
        String fileUuid = registered.first("uuidFitxer").orElseThrow(() -> surprising("fitxer", "no uuidFitxer"));
        upload(presigned(registered), document.content());
        return create(fileUuid, document);
    }

    /**
     * Finds out what became of a document whose storing ended {@link StoreResult.Unknown}, and creates it if DESA'L does not have it. Found by
     * the digest of its bytes and the identity of its file.
     *
     * @param fileUuid from {@link StoreResult.Unknown#fileUuid()}
     * @param document the same as before
     */
    public StoreResult reconcile(String fileUuid, NewDocument document) {
        DesalAnswer found = patiently(
                DesalCodes.Operation.SEARCH,
                () -> rest.send(
                        "POST",
                        "/document/search?" + caller() + "&modality=1",
                        DesalCodes.Operation.SEARCH.path(),
                        Optional.of(DocumentJson.search(service, ine10, document))));
        if (!found.code().equals("0")) {
            return new StoreResult.Unknown(fileUuid, DesalCodes.failure(DesalCodes.Operation.SEARCH, found));
        }
        for (JsonNode one : found.json().path("documents")) {
            if (one.path("uuidFitxer").asText().equals(fileUuid)) {
                return new StoreResult.Stored(new DesalAnswer(found.status(), one).document(true));
            }
        }
        return create(fileUuid, document);
    }

    /** What DESA'L says about a document, without its bytes. */
    public DesalDocument describe(String uuid) {
        return read(uuid, 1).document(true);
    }

    /**
     * Fetches the bytes of a document into a file, and checks their length and digest.
     *
     * @param target a file that does not exist yet
     * @return the content of that file
     * @throws DesalException if it may not be had, its bytes are not in DESA'L, or are not what DESA'L says they are; the file is then deleted
     */
    public DocumentContent fetch(String uuid, Path target) {
        DesalAnswer answer = read(uuid, 2);
        DesalDocument document = answer.document(true);
        if (answer.presignedAddress().isEmpty()) {
            throw new DesalException(
                    Failure.of(Failure.Fault.CALLER, "The bytes of document " + uuid + " are not in DESA'L")
                            .service("DESAL")
                            .remedy("Fetch them where its external reference says.")
                            .build(),
                    answer.code());
        }
        try {
            download(presigned(answer), document, target);
            DocumentContent content =
                    DocumentContent.of(target, document.mediaType().orElse(MediaType.BINARY));
            check(document, content);
            return content;
        } catch (IOException | EsetException e) {
            deleteQuietly(target, e);
            throw e instanceof EsetException known ? known : unwritable(target, e);
        }
    }

    /** Says to which registry entry a document belongs. */
    public DesalDocument assignRegistryNumber(String uuid, RegistryNumber number) {
        return write("PUT", uuid, Optional.of(DocumentJson.registryNumber(number.text())))
                .document(true);
    }

    /** Deletes a document, and its bytes if no other document has them. There is no way back. */
    public void delete(String uuid) {
        write("DELETE", uuid, Optional.empty());
    }

    /** Closes idle connections. */
    @Override
    public void close() {
        http.close();
    }

    private StoreResult create(String fileUuid, NewDocument document) {
        DesalAnswer answer;
        try {
            answer = patiently(
                    DesalCodes.Operation.WRITE_DOCUMENT,
                    () -> rest.send(
                            "POST",
                            "/document",
                            DesalCodes.Operation.WRITE_DOCUMENT.path(),
                            Optional.of(DocumentJson.document(service, ine10, fileUuid, document))));
        } catch (DesalException | HttpExchangeException e) {
            return new StoreResult.Unknown(fileUuid, e.failure());
        }
        return switch (answer.code()) {
            case "0" -> new StoreResult.Stored(answer.document(true));
            // The document is right, the antivirus still looks at the bytes.
            case "1" -> new StoreResult.Stored(answer.document(false));
            // The bytes are there, and what happened to the document is not said.
            case "2", "100", "101" ->
                new StoreResult.Unknown(fileUuid, DesalCodes.failure(DesalCodes.Operation.WRITE_DOCUMENT, answer));
            default -> new StoreResult.Refused(DesalCodes.failure(DesalCodes.Operation.WRITE_DOCUMENT, answer));
        };
    }

    private DesalAnswer read(String uuid, int modality) {
        DesalAnswer answer = patiently(
                DesalCodes.Operation.READ_DOCUMENT,
                () -> rest.send(
                        "GET",
                        "/document/" + encoded(uuid) + "/download?" + caller() + "&modality=" + modality,
                        DesalCodes.Operation.READ_DOCUMENT.path(),
                        Optional.empty()));
        if (!answer.code().equals("0")) {
            throw new DesalException(DesalCodes.failure(DesalCodes.Operation.READ_DOCUMENT, answer), answer.code());
        }
        return answer;
    }

    private DesalAnswer write(String method, String uuid, Optional<String> body) {
        DesalAnswer answer = rest.send(
                method,
                "/document/" + encoded(uuid) + "?" + caller(),
                DesalCodes.Operation.WRITE_DOCUMENT.path(),
                body);
        if (!answer.code().equals("0") && !answer.code().equals("1")) {
            throw new DesalException(DesalCodes.failure(DesalCodes.Operation.WRITE_DOCUMENT, answer), answer.code());
        }
        return answer;
    }

    /** Asks again, with growing pauses, as long as the answer says that later may be better. */
    private DesalAnswer patiently(DesalCodes.Operation operation, Supplier<DesalAnswer> call) {
        Duration waited = Duration.ZERO;
        Duration next = Duration.ofSeconds(1);
        while (true) {
            DesalAnswer answer = call.get();
            if (!DesalCodes.isTransient(operation, answer.code())
                    || waited.plus(next).compareTo(patience) > 0) {
                return answer;
            }
            pause.accept(next);
            waited = waited.plus(next);
            next = next.compareTo(Duration.ofSeconds(10)) < 0 ? next.multipliedBy(2) : next;
        }
    }

    private URI presigned(DesalAnswer answer) {
        URI address = URI.create(
                answer.presignedAddress().orElseThrow(() -> surprising("fitxer", "no address for the bytes")));
        if (!environment.allowsContentAt(address)) {
            throw new DesalException(
                    Failure.of(Failure.Fault.CONFIGURATION, "DESA'L gave an address for bytes at another host")
                            .service("DESAL")
                            .remedy("If " + address.getHost() + " is right, allow it with withContentHosts.")
                            .build(),
                    answer.code());
        }
        return address;
    }

    /** Such addresses are secrets for an hour; they are not signed again (contract desal 3). */
    private void upload(URI address, DocumentContent content) {
        HttpAnswer answer = http.send(HttpCall.of("PUT", address, "DESAL", "upload", Optional.of(HttpBody.of(content)))
                .timeouts(Timeouts.documents())
                .build());
        if (!answer.isSuccess()) {
            throw surprising("upload", "HTTP " + answer.status());
        }
    }

    private void download(URI address, DesalDocument document, Path target) throws IOException {
        HttpCall.Builder call = HttpCall.get(address, "DESAL", "download").timeouts(Timeouts.documents());
        document.length().ifPresent(length -> call.maxResponseBytes(Math.max(1, length)));
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            HttpAnswer answer = http.send(call.build(), out);
            if (!answer.isSuccess()) {
                throw surprising("download", "HTTP " + answer.status());
            }
        }
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

    private static void deleteQuietly(Path target, Exception cause) {
        if (cause instanceof FileAlreadyExistsException) {
            return;
        }
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static DesalException unwritable(Path target, Exception cause) {
        return new DesalException(
                Failure.of(Failure.Fault.CALLER, "The file " + target.getFileName() + " cannot be written")
                        .service("DESAL")
                        .remedy("Give a file that does not exist, in a folder that can be written.")
                        .cause(cause)
                        .build(),
                "");
    }

    private static DesalException surprising(String operation, String what) {
        return new DesalException(
                Failure.of(Failure.Fault.REMOTE, "DESA'L answered " + operation + " in an unexpected way")
                        .service("DESAL")
                        .remote(null, what)
                        .retry(Failure.Retry.LATER)
                        .build(),
                "");
    }

    private String caller() {
        return "codiINE=" + ine10 + "&codiServei=" + encoded(service);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Builds a {@link DesalClient}; not thread-safe. */
    public static final class Builder {
        private final DesalEnvironment environment;
        private final DesalKeys keys;
        private final TownHall townHall;
        private Duration patience = Duration.ofSeconds(60);
        private Clock clock = Clock.systemUTC();
        private Timeouts timeouts = Timeouts.standard();
        private Consumer<Duration> pause = time -> LockSupport.parkNanos(time.toNanos());
        private @Nullable WireTap wireTap;

        private Builder(DesalEnvironment environment, DesalKeys keys, TownHall townHall) {
            this.environment = Objects.requireNonNull(environment, "environment");
            this.keys = Objects.requireNonNull(keys, "keys");
            this.townHall = Objects.requireNonNull(townHall, "townHall");
        }

        /** How long to wait for the antivirus and for errors that pass; 60 s when not said. */
        public Builder patience(Duration value) {
            this.patience = Objects.requireNonNull(value, "patience");
            return this;
        }

        /** How to wait; the calling thread sleeps when not said. */
        public Builder pause(Consumer<Duration> value) {
            this.pause = Objects.requireNonNull(value, "pause");
            return this;
        }

        /** The clock of the signatures; the system's when not said. */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** How long to wait for answers; bytes have {@link Timeouts#documents()}. */
        public Builder timeouts(Timeouts value) {
            this.timeouts = Objects.requireNonNull(value, "timeouts");
            return this;
        }

        /** Gets every message as it goes over the wire, with the addresses of bytes, which are secrets for an hour. */
        public Builder wireTap(WireTap value) {
            this.wireTap = Objects.requireNonNull(value, "wireTap");
            return this;
        }

        /** The finished client. */
        public DesalClient build() {
            return new DesalClient(this);
        }
    }
}
