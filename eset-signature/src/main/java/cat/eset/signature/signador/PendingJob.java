package cat.eset.signature.signador;

import cat.eset.core.Sha256;
import cat.eset.core.id.Nif;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What has to be remembered of a job until its result is in, so that another process can take it up.
 *
 * @param token the job
 * @param mode kind of signature
 * @param documents digest of each document by name, in order
 * @param signer who has to sign, if that was demanded
 * @param startedAt when
 */
public record PendingJob(
        JobToken token, SignadorMode mode, Map<String, Sha256> documents, Optional<Nif> signer, Instant startedAt) {

    /** Copies the map, in its order. */
    public PendingJob {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(mode, "mode");
        documents = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(documents));
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(startedAt, "startedAt");
    }
}
