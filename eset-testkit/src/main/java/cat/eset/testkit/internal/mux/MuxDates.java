package cat.eset.testkit.internal.mux;

import cat.eset.core.LegalTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The date forms of MUX V3 (contract mux 6.5, 7.1). */
final class MuxDates {

    private static final DateTimeFormatter ANSWER = DateTimeFormatter.ofPattern(
                    "dd/MM/uuuu'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter CONSOLIDATION = DateTimeFormatter.ofPattern(
                    "dd/MM/uuuu HH:mm:ss.SSSxxx", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private MuxDates() {}

    static boolean isAnswerDate(String text) {
        return parses(text, ANSWER);
    }

    static boolean isConsolidationDate(String text) {
        return parses(text, CONSOLIDATION);
    }

    static Instant answerDate(String text) {
        return OffsetDateTime.parse(text, ANSWER).toInstant();
    }

    static String iso(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atZone(LegalTime.ZONE));
    }

    private static boolean parses(String text, DateTimeFormatter format) {
        try {
            OffsetDateTime.parse(text, format);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
