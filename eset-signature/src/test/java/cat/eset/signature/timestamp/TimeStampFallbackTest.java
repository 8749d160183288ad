package cat.eset.signature.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Failure;
import cat.eset.core.Sha256;
import cat.eset.testkit.pki.TestPki;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeStampFallbackTest {

    private static final Sha256 IMPRINT = Sha256.of(new byte[] {1});
    private final List<String> asked = new ArrayList<>();

    @Test
    void theSecondIsAskedOnlyWhenTheFirstFails() {
        TimeStampFallback down = TimeStampFallback.of(List.of(dead("qualified"), alive("psis"), dead("never")));
        assertThat(down.stamp(IMPRINT).imprint()).isEqualTo(IMPRINT);
        assertThat(asked).containsExactly("qualified", "psis");
        assertThat(down.name()).isEqualTo("qualified, then psis, then never");
    }

    @Test
    void whenAllFailTheLastErrorCarriesTheOthers() {
        TimeStampFallback none = TimeStampFallback.of(List.of(dead("a"), dead("b")));
        assertThatThrownBy(() -> none.stamp(IMPRINT))
                .isInstanceOf(TimeStampException.class)
                .hasMessageContaining("b")
                .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }

    @Test
    void noAuthorityIsAConfigurationMistake() {
        assertThatThrownBy(() -> TimeStampFallback.of(List.of())).isInstanceOf(ConfigurationException.class);
    }

    private TimeStampAuthority dead(String name) {
        return new Named(name) {
            @Override
            public TimeStamp stamp(Sha256 imprint) {
                asked.add(name);
                throw TimeStampException.of(
                        TimeStampException.Problem.UNREACHABLE, Failure.of(Failure.Fault.NETWORK, name + " is down"));
            }
        };
    }

    private TimeStampAuthority alive(String name) {
        TestPki pki = TestPki.create();
        return new Named(name) {
            @Override
            public TimeStamp stamp(Sha256 imprint) {
                asked.add(name);
                TimeStampExchange exchange = new TimeStampExchange(
                        name,
                        imprint,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofMinutes(1),
                        new TimeStampTrust(List.of(pki.root())));
                byte[] answer = new LyingAuthority(pki.timeStampAuthority())
                        .answer(exchange.request(), LyingAuthority.Lie.NONE);
                return exchange.accept(answer, Instant.now());
            }
        };
    }

    private abstract static class Named implements TimeStampAuthority {
        private final String name;

        private Named(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }
    }
}
