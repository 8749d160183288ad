package cat.eset.signature.dss.internal;

import cat.eset.signature.timestamp.TimeStampAuthority;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What all signatures of a signer share. Immutable.
 *
 * @param trust anchors and revocation data, for LT and LTA
 * @param timeStamps the authority for T and above
 * @param temporaryDirectory where large results live until they are closed
 * @param inMemoryUpTo documents of at most this many bytes are held in memory; only what a mark or form adds to one beyond 32 MB may go to a temporary file
 * @param maximumLength larger documents are refused
 * @param spliced whether a PDF signature is written straight into its gap; otherwise by DSS's own scan
 * @param clock the clock that dates signatures
 */
public record SigningEnvironment(
        Sources trust,
        Optional<TimeStampAuthority> timeStamps,
        Path temporaryDirectory,
        long inMemoryUpTo,
        long maximumLength,
        boolean spliced,
        Clock clock) {}
