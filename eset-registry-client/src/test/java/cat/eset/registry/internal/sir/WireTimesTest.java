package cat.eset.registry.internal.sir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTimesTest {

    /** The shapes of the examples of contract sir 8; the second hour of the last Sunday of October is the first of its two. */
    @ParameterizedTest
    @CsvSource({
        "2024-03-01T09:31:00+01:00, 2024-03-01T08:31:00Z",
        "2024-03-01T03:31:00-05:00, 2024-03-01T08:31:00Z",
        "2024-07-01T08:31:00Z, 2024-07-01T08:31:00Z",
        "2024-03-01T09:31:00, 2024-03-01T08:31:00Z",
        "20240301093000, 2024-03-01T08:30:00Z",
        "01/03/2024 10:00:00, 2024-03-01T09:00:00Z",
        "20261025023000, 2026-10-25T00:30:00Z",
    })
    void reads_every_shape_in_the_time_of_Madrid(String written, Instant expected) {
        assertThat(WireTimes.instant(written)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ahir",
                "20240230093000",
                "30/02/2024 10:00:00",
                "20241301093000",
                "01/03/2024 24:00:00",
                "2024-02-30T10:00:00"
            })
    void what_is_no_instant_is_none(String written) {
        assertThat(WireTimes.instant(written)).isEmpty();
    }
}
