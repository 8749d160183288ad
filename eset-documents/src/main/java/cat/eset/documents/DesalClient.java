package cat.eset.documents;

import cat.eset.core.DocumentContent;
import cat.eset.core.TownHall;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.documents.internal.Bytes;
import cat.eset.documents.internal.DesalCalls;
import cat.eset.documents.internal.DesalRest;
import cat.eset.documents.internal.DocumentJson;
import cat.eset.documents.internal.Fetching;
import cat.eset.documents.internal.Storing;
import cat.eset.transport.http.ExchangeListener;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.http.HttpExchangeException;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.http.WireTap;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
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
        this.calls = new DesalCalls(rest, b.keys.service(), b.townHall.ine10().value(), b.patience, b.pause);
        Bytes bytes = new Bytes(http, b.environment);
        this.storing = new Storing(calls, bytes);
        this.fetching = new Fetching(calls, bytes);
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
     * Fetches the bytes of a document into a file, and checks their length and digest.
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
        return calls.write("PUT", uuid, Optional.of(DocumentJson.registryNumber(number.text())))
                .document(true);
    }

    /** Deletes a document, and its bytes if no other document has them. There is no way back. */
    public void delete(String uuid) {
        calls.write("DELETE", uuid, Optional.empty());
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
        private Clock clock = Clock.systemUTC();
        private Timeouts timeouts = Timeouts.standard();
        private Consumer<Duration> pause = time -> LockSupport.parkNanos(time.toNanos());
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
