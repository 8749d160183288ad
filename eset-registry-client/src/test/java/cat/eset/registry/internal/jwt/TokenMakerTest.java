package cat.eset.registry.internal.jwt;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenMakerTest {

    /** Contract mux 6.1: the invented key, the claims in this order and without spaces. */
    @ParameterizedTest(name = "mux 6.1, key decoded: {0}")
    @CsvSource({
        "false, ylStBgXs1DUFwz1k4mCnzQsi2ZiUaq1wkNNrwGhLxA8",
        "true, eXJ7rkaUVI5y1HehatPpod7BkgSa6scaeiXvUPuzfEw"
    })
    void makes_the_published_vector(boolean decoded, String signature) {
        Hs256 hmac = Hs256.of(Secret.of("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w"), decoded);
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1709282100), ZoneOffset.UTC);

        assertThat(new TokenMaker(hmac, "VENDOR", "0899990001", Duration.ofSeconds(20), clock).make())
                .isEqualTo("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
                        + "eyJpc3MiOiJWRU5ET1IiLCJzdWIiOiIwODk5OTkwMDAxIiwiYXVkIjoibXV4X3YzIiwibmJmIjoxNzA5MjgyMTAwLCJpYX"
                        + "QiOjE3MDkyODIxMDAsImV4cCI6MTcwOTI4MjEyMH0."
                        + signature);
    }
}
