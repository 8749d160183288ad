package cat.eset.signature.signador;

import cat.eset.core.Sha256;
import cat.eset.core.id.Nif;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What has to be remembered of a job until its result is in, so that another process can take it up.
 *
 * @param token the job
 * @param mode kind of signature
 * @param documents digest of each document by name, in order; none if they are on the person's disk
 * @param xml how an XML signature is made
 * @param signer who has to sign, if that was demanded
 * @param startedAt when
 */
public record PendingJob(
        JobToken token,
        SignadorMode mode,
        Map<String, Sha256> documents,
        XmlOptions xml,
        Optional<Nif> signer,
        Instant startedAt) {

    private static final Duration KEPT = Duration.ofDays(15);

    /** Copies the map, in its order. */
    public PendingJob {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(mode, "mode");
        documents = Collections.unmodifiableMap(new LinkedHashMap<>(documents));
        Objects.requireNonNull(xml, "xml");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(startedAt, "startedAt");
    }

    /** Until when the service keeps its result: 15 days (signador 6). Afterwards there is nothing left to ask for. */
    public Instant keptUntil() {
        return startedAt.plus(KEPT);
    }

    PendingJob with(String name, Sha256 digest) {
        Map<String, Sha256> more = new LinkedHashMap<>(documents);
        more.put(name, digest);
        return new PendingJob(token, mode, more, xml, signer, startedAt);
    }
}
