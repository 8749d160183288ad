package cat.eset.testkit.gateway;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.core.signature.TimeStampGateway;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Time stamps that nobody signed. <strong>What it gives proves nothing</strong>: it is a DER sequence of the digest and a number. Thread-safe.
 */
public final class MemoryTimeStamps implements TimeStampGateway {

    private static final MediaType TOKEN = new MediaType("application/timestamp-reply");
    private static final int DIGEST = 32;
    private static final int NUMBER = 8;

    private final Clock clock;
    private final AtomicLong number = new AtomicLong();

    /** Stamps of a clock. */
    public MemoryTimeStamps(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public TimeStamp stamp(Sha256 digest) {
        ByteBuffer der = ByteBuffer.allocate(2 + 2 + DIGEST + 2 + NUMBER);
        der.put((byte) 0x30).put((byte) (2 + DIGEST + 2 + NUMBER));
        der.put((byte) 0x04).put((byte) DIGEST).put(HexFormat.of().parseHex(digest.hex()));
        der.put((byte) 0x02).put((byte) NUMBER).putLong(number.incrementAndGet());
        return new TimeStamp(clock.instant(), DocumentContent.of(der.array(), TOKEN));
    }
}
