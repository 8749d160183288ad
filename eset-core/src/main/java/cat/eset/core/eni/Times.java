package cat.eset.core.eni;

import cat.eset.core.LegalTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Instants as ENI writes them: with the offset of Madrid (contract eni 6, rule 9). */
final class Times {

    private Times() {}

    static String write(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(LegalTime.ZONE));
    }

    /** A time without offset, which the schema allows, is of Madrid. */
    static Instant read(XmlInput in) {
        String text = in.text();
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            try {
                return LocalDateTime.parse(text).atZone(LegalTime.ZONE).toInstant();
            } catch (DateTimeException e2) {
                throw in.error("a date and time that is not one");
            }
        }
    }
}
