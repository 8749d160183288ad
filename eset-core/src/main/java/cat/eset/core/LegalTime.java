package cat.eset.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** From instants to the legal calendar: every conversion uses {@code Europe/Madrid} (contract legal-rules R0). */
public final class LegalTime {

    /** The zone of every legal date in Catalonia. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

    private LegalTime() {}

    /** The legal date of an instant. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The legal date and time of an instant. */
    public static LocalDateTime dateTimeOf(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }

    /** The year to which an instant belongs in registries and books. */
    public static int yearOf(Instant instant) {
        return dateOf(instant).getYear();
    }
}
