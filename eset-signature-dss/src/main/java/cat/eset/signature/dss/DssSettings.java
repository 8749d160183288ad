package cat.eset.signature.dss;

import cat.eset.core.ConfigurationException;
import cat.eset.core.InvalidValueException;
import cat.eset.signature.dss.internal.LibrarySet;
import cat.eset.signature.dss.internal.SigningEnvironment;
import cat.eset.signature.timestamp.TimeStampAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * Memory, files, limits and clock of a signer. Each method returns a copy with one thing changed.
 *
 * @param temporaryDirectory where large results live until they are closed
 * @param inMemoryUpTo PDFs of at most this many bytes are signed in memory, larger ones in temporary files
 * @param maximumLength larger documents are refused, in bytes
 * @param standardAssembly let DSS itself write the signature into the PDF: slower, the same result
 * @param clock the clock that dates signatures; the real one, except in tests
 */
public record DssSettings(
        Path temporaryDirectory, long inMemoryUpTo, long maximumLength, boolean standardAssembly, Clock clock) {

    private static final long MEGABYTE = 1024L * 1024;

    /** Checks the values. */
    public DssSettings {
        Objects.requireNonNull(temporaryDirectory, "temporaryDirectory");
        Objects.requireNonNull(clock, "clock");
        if (inMemoryUpTo < 0 || maximumLength <= 0) {
            throw InvalidValueException.of("DssSettings", "sizes may not be negative");
        }
    }

    /** The system's temporary directory, 1 MB in memory, 500 MB at most, fast assembly, the real clock. */
    public static DssSettings defaults() {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        return new DssSettings(directory, MEGABYTE, 500 * MEGABYTE, false, Clock.systemUTC());
    }

    /** Large results live in this directory. */
    public DssSettings temporaryDirectory(Path value) {
        return new DssSettings(value, inMemoryUpTo, maximumLength, standardAssembly, clock);
    }

    /** PDFs up to this size stay in memory, in bytes. */
    public DssSettings inMemoryUpTo(long bytes) {
        return new DssSettings(temporaryDirectory, bytes, maximumLength, standardAssembly, clock);
    }

    /** Larger documents are refused, in bytes. */
    public DssSettings maximumLength(long bytes) {
        return new DssSettings(temporaryDirectory, inMemoryUpTo, bytes, standardAssembly, clock);
    }

    /** DSS itself writes the signature into the PDF. */
    public DssSettings withStandardAssembly() {
        return new DssSettings(temporaryDirectory, inMemoryUpTo, maximumLength, true, clock);
    }

    /** Signatures are dated by this clock. */
    public DssSettings clock(Clock value) {
        return new DssSettings(temporaryDirectory, inMemoryUpTo, maximumLength, standardAssembly, value);
    }

    /** What the builders of this package gather. */
    static final class Collector {
        Trust trust = Trust.anchors(java.util.List.of());
        Optional<TimeStampAuthority> timeStamps = Optional.empty();
        DssSettings settings = DssSettings.defaults();

        SigningEnvironment environment() {
            LibrarySet.check();
            if (!Files.isDirectory(settings.temporaryDirectory) || !Files.isWritable(settings.temporaryDirectory)) {
                throw ConfigurationException.of(
                        "The temporary directory for signatures cannot be written",
                        "Give another one with DssSettings.temporaryDirectory.");
            }
            return new SigningEnvironment(
                    trust.sources(),
                    timeStamps,
                    settings.temporaryDirectory,
                    settings.inMemoryUpTo,
                    settings.maximumLength,
                    !settings.standardAssembly,
                    settings.clock);
        }
    }
}
