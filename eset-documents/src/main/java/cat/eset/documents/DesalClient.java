package cat.eset.documents;

import cat.eset.core.DocumentContent;
import cat.eset.core.TownHall;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.documents.internal.Bytes;
import cat.eset.documents.internal.DesalAnswer;
import cat.eset.documents.internal.DesalCalls;
import cat.eset.documents.internal.DesalCodes;
import cat.eset.documents.internal.DesalRest;
import cat.eset.documents.internal.DocumentJson;
import cat.eset.documents.internal.Fetching;
import cat.eset.documents.internal.Owner;
import cat.eset.documents.internal.Storing;
import cat.eset.documents.internal.Tickets;
import cat.eset.transport.http.ExchangeListener;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.HttpExchangeException;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.http.WireTap;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stores documents in DESA'L and fetches them (contract desal). Bytes are streamed both ways and never held whole. Immutable and thread-safe;
 * close it when it is no longer needed.
 *
 * <p>Bytes are scanned for viruses after they arrived: storing waits until DESA'L knows them, fetching until it releases them, both no longer
 * than the patience that was set.
 */
public final class DesalClient implements AutoCloseable {

    private final HttpExchangeClient http;
    private final DesalCalls calls;
    private final Storing storing;
    private final Fetching fetching;
    private final Tickets tickets;

    private DesalClient(Builder b) {
        HttpExchangeClient.Builder connection =
                HttpExchangeClient.builder(b.environment.trust()).timeouts(b.timeouts);
        if (b.wireTap != null) {
            connection.wireTap(b.wireTap);
        }
        if (b.listener != null) {
            connection.listener(b.listener);
        }
        this.http = connection.build();
        DesalRest rest = new DesalRest(http, b.environment, b.keys, b.clock);
        Owner owner = new Owner(b.keys.service(), b.townHall.ine10().value());
        this.calls = new DesalCalls(rest, owner, b.patience, b.pause);
        Bytes bytes = new Bytes(http, b.environment, b.uploadHeaders);
        this.storing = new Storing(calls, bytes);
        this.fetching = new Fetching(calls, bytes);
        this.tickets = new Tickets(calls, fetching, b.exportPatience, b.pause);
    }

    /** A client of a service, in the name of a town hall. */
    public static Builder builder(DesalEnvironment environment, DesalKeys keys, TownHall townHall) {
        return new Builder(environment, keys, townHall);
    }

    /**
     * Stores a document with its bytes: registers the file, uploads it, and creates the document. If the address for the bytes has expired
     * before it was used, the file is registered once more.
     *
     * @throws DesalException if the file could not be registered or uploaded; nothing but an unlinked file may exist, which DESA'L purges
     * @throws HttpExchangeException the same, because the network broke
     */
    public StoreResult store(NewDocument document) {
        return storing.store(document);
    }

    /**
     * Finds out what became of a document whose storing ended {@link StoreResult.Unknown}, and creates it if DESA'L does not have it. Found by
     * the digest of its bytes and the identity of its file.
     *
     * @param fileUuid from {@link StoreResult.Unknown#fileUuid()}
     * @param document the same as before
     */
    public StoreResult reconcile(String fileUuid, NewDocument document) {
        return storing.reconcile(fileUuid, document);
    }

    /** What DESA'L says about a document, without its bytes. */
    public DesalDocument describe(String uuid) {
        return calls.read(uuid, false).document(true);
    }

    /**
     * Waits until the antivirus has released the bytes of a document, for example before a notification refers to it: there is no other way
     * to know than to ask again, with growing pauses, no longer than the patience that was set.
     *
     * @throws DesalException with code 1 if the antivirus has not finished, with another one if the bytes are not to be had
     */
    public DesalDocument awaitContent(String uuid) {
        return calls.read(uuid, true).document(true);
    }

    /**
     * Fetches the bytes of a document into a file, and checks their length and digest. If the address for the bytes has expired before it
     * was used, a new one is asked for, once.
     *
     * @param target a file that does not exist yet
     * @return the content of that file
     * @throws DesalException if it may not be had, its bytes are not in DESA'L, or are not what DESA'L says they are; the file is then deleted
     */
    public DocumentContent fetch(String uuid, Path target) {
        return fetching.fetch(uuid, target);
    }

    /** Says to which registry entry a document belongs. */
    public DesalDocument assignRegistryNumber(String uuid, RegistryNumber number) {
        return change(uuid, DocumentChanges.set(DocumentField.REGISTRY_NUMBER, number.text()));
    }

    /** Changes what a document says about itself, or its bytes (D2). The same changes again change nothing. */
    public DesalDocument change(String uuid, DocumentChanges changes) {
        DesalAnswer answer = calls.write("PUT", uuid, Optional.of(DocumentJson.changes(changes)));
        return answer.document(answer.code().equals("0"));
    }

    /** Searches documents of this service and body (D8). */
    public Hits<DesalDocument> search(DocumentSearch search) {
        return calls.required(DesalCodes.Operation.SEARCH, calls.search(search))
                .hits("documents", one -> one.document(true));
    }

    /**
     * Uploads bytes that belong to no document yet, and waits until the antivirus has accepted them (F1, F2): for expedients that are made with
     * their documents, and to replace the bytes of a document.
     *
     * @throws DesalException if they were refused, or the antivirus has not finished
     */
    public UploadedFile upload(NewDocument document) {
        return storing.upload(document);
    }

    /**
     * Fetches bytes that belong to no document (F2).
     *
     * @param fileUuid from {@link UploadedFile#uuid()}
     * @param target a file that does not exist yet
     */
    public DocumentContent fetchFile(String fileUuid, Path target) {
        return fetching.fetch(calls.readFile(fileUuid), () -> calls.readFile(fileUuid), target);
    }

    /**
     * Fetches a document in the form of the national interoperability scheme (D6, D7), which DESA'L makes in its own time. Only services with the
     * complete model can.
     *
     * @param target a file that does not exist yet
     */
    public DocumentContent exportEni(String uuid, Path target) {
        return tickets.fetch(
                calls.eniPath("documentENI", uuid, "/download") + "&modality=2",
                Optional.empty(),
                calls.eniPath("documentENI", uuid, "/statusdownload"),
                target);
    }

    /** Its expedients. */
    public DesalExpedients expedients() {
        return new DesalExpedients(calls, tickets);
    }

    /** Deletes a document, and its bytes if no other document has them. There is no way back. */
    public void delete(String uuid) {
        calls.write("DELETE", uuid, Optional.empty());
    }

    /** Deletes documents, all or none (D4). There is no way back. */
    public void deleteAll(List<String> uuids) {
        calls.deleteAll(uuids);
    }

    /** Closes idle connections. */
    @Override
    public void close() {
        http.close();
    }

    /** Builds a {@link DesalClient}; not thread-safe. */
    public static final class Builder {
        private final DesalEnvironment environment;
        private final DesalKeys keys;
        private final TownHall townHall;
        private Duration patience = Duration.ofSeconds(60);
        private Duration exportPatience = Duration.ofMinutes(10);
        private Clock clock = Clock.systemUTC();
        private Timeouts timeouts = Timeouts.standard();
        private Consumer<Duration> pause = time -> LockSupport.parkNanos(time.toNanos());
        private final Map<String, String> uploadHeaders = new HashMap<>();
        private @Nullable WireTap wireTap;
        private @Nullable ExchangeListener listener;

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

        /** How long to wait for a ZIP or an export; 10 minutes when not said. */
        public Builder exportPatience(Duration value) {
            this.exportPatience = Objects.requireNonNull(value, "exportPatience");
            return this;
        }

        /**
         * One more header of uploads, which bear the type and the length of the document: which ones the address for the bytes is made for is not
         * published (contract desal 4.1).
         */
        public Builder uploadHeader(String name, String value) {
            uploadHeaders.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
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

        /** Told of every exchange. */
        public Builder listener(ExchangeListener value) {
            this.listener = Objects.requireNonNull(value, "listener");
            return this;
        }

        /** The finished client. */
        public DesalClient build() {
            return new DesalClient(this);
        }
    }
}
