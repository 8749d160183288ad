package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.Sha256;
import cat.eset.core.signature.TimeStampGateway;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What a {@link TimeStampGateway} promises: a token about this digest, of now. */
public interface TimeStampGatewayContract {

    /** The gateway. */
    TimeStampGateway newGateway();

    /** The token is a DER sequence that holds the digest, and its instant is of now by the real clock. */
    @Test
    default void aTokenIsAboutItsDigestAndOfNow() throws IOException {
        Sha256 digest = Sha256.of(new byte[] {1, 2, 3});
        TimeStampGateway.TimeStamp stamp = newGateway().stamp(digest);
        byte[] token = stamp.token().readAllBytes();
        assertEquals(0x30, token[0]);
        assertTrue(HexFormat.of().formatHex(token).contains(digest.hex()), "it holds the digest");
        Duration off = Duration.between(stamp.at(), Instant.now()).abs();
        assertTrue(off.compareTo(Duration.ofMinutes(5)) < 0, "of now");
    }

    /** Another stamp is another token, even of the same digest. */
    @Test
    default void anotherStampIsAnotherToken() {
        TimeStampGateway gateway = newGateway();
        Sha256 digest = Sha256.of(new byte[] {1});
        assertNotEquals(
                gateway.stamp(digest).token().sha256(),
                gateway.stamp(digest).token().sha256());
    }
}
