package cat.eset.signature.signador;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Secret;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestStampTest {

    @ParameterizedTest(name = "signador 3, vector {index}")
    @CsvSource({
        "changeit, http://ajuntament.cat, 2016-05-28T11:21:00Z, 28/05/2016 13:21,"
                + " boITGjG7MpFQmdxN+FMHpR3FcGmQptfBTu5yEtV8t6g=",
        "legalizeit, https://ajuntament.example, 2026-11-22T08:05:00Z, 22/11/2026 09:05,"
                + " jYqq83VOisi5+YjDHQBapSyJx2KIy7bH8huigOUDO3g="
    })
    void headersAreThoseOfTheContract(String key, String domain, Instant now, String date, String mac) {
        RequestStamp stamp = new RequestStamp(domain, Secret.of(key), ZoneId.of("Europe/Madrid"));

        assertThat(stamp.headers(now))
                .containsEntry("Authorization", "SC " + mac)
                .containsEntry("Origin", domain)
                .containsEntry("Date", date);
    }

    @Test
    void zoneIsASetting() {
        RequestStamp utc = new RequestStamp("https://a.cat", Secret.of("k"), ZoneId.of("UTC"));
        assertThat(utc.headers(Instant.parse("2026-07-01T10:00:00Z"))).containsEntry("Date", "01/07/2026 10:00");
    }
}
