package cat.eset.transport.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever it reads, the formatter of the JDK reads the same; whatever that refuses, it does not read. */
class XmlDateTimeTest {

    private static final String CHARACTERS = "0123456789-+:.TZ ";

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T09:15:31+01:00, 2026-03-02T08:15:31Z",
        "2026-03-06T07:57:42.825+01:00, 2026-03-06T06:57:42.825Z",
        "2026-07-01T00:00:00.123456789-09:30, 2026-07-01T09:30:00.123456789Z",
        "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
        "1969-12-31T23:59:59.5Z, 1969-12-31T23:59:59.500Z"
    })
    void theUsualShapeIsRead(String text, Instant instant) {
        assertThat(XmlDateTime.instant(text)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Z",
                "2026-03-02",
                "2026-03-02T09:15:31",
                "2026-03-02T09:15+01:00",
                "2026-03-02T09:15:31.+01:00",
                "2026-03-02T09:15:31.1234567890Z",
                "2026-03-02 09:15:31+01:00",
                "2026-03-02T09:15:31+0100",
                "2026-03-02T24:00:00Z",
                "2026-03-02T09:60:31Z",
                "2026-02-29T09:15:31Z",
                "2026-13-01T09:15:31Z",
                "2026-03-02T09:15:31+18:01",
                "2026-03-02T09:15:31+01:60",
                "2026-03-02T09:15:31*01:00",
                "2026-03-02T09:15:31Z01:00",
                "٢٠٢٦-03-02T09:15:31Z"
            })
    void anyOtherShapeIsLeftToOthers(String text) {
        assertThat(XmlDateTime.instant(text)).isEmpty();
    }

    @Test
    void itAgreesWithTheFormatterOfTheJdk() {
        long seed = Long.getLong("eset.seed", 20_260_302L);
        Random random = new Random(seed);
        int read = 0;
        for (int round = 0; round < 50_000; round++) {
            Instant instant = Instant.ofEpochSecond(random.nextLong(4_102_444_800L), random.nextInt(1_000_000_000));
            ZoneOffset offset = ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 1080 + 1) - 1080));
            StringBuilder text =
                    new StringBuilder(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(offset)));
            if (random.nextBoolean()) {
                text.setCharAt(random.nextInt(text.length()), CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            Optional<Instant> seen = XmlDateTime.instant(text.toString());
            if (seen.isPresent()) {
                read++;
                assertThat(seen).as("seed %d: %s", seed, text).isEqualTo(jdk(text.toString()));
            } else {
                assertThat(jdk(text.toString()))
                        .as("seed %d: %s", seed, text)
                        .matches(other -> other.isEmpty() || text.indexOf("24:00") > 0);
            }
        }
        assertThat(read).isGreaterThan(25_000);
    }

    private static Optional<Instant> jdk(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
