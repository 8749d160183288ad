package cat.eset.testkit.internal.desal;

import cat.eset.core.Sha256;
import java.time.Instant;
import java.util.Optional;

/** A binary: registered, then uploaded, then scanned. Guarded by the engine. */
final class StoredFile {

    final String uuid;
    final String name;
    final String mediaType;
    final long length;
    Optional<byte[]> content = Optional.empty();
    Optional<Instant> scannedAt = Optional.empty();

    StoredFile(String uuid, String name, String mediaType, long length) {
        this.uuid = uuid;
        this.name = name;
        this.mediaType = mediaType;
        this.length = length;
    }

    boolean isScanned(Instant now) {
        return scannedAt.filter(at -> !at.isAfter(now)).isPresent();
    }

    String sha256() {
        return content.map(bytes -> Sha256.of(bytes).base64()).orElse("");
    }
}
