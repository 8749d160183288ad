package cat.eset.registry.internal.sir;

import cat.eset.core.LegalTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The shapes in which SIR writes instants; that of its text fields is not stated (contract sir 3.1), its examples show two. */
final class WireTimes {

    private static final List<DateTimeFormatter> SHAPES =
            List.of(DateTimeFormatter.ISO_DATE_TIME, shape("uuuuMMddHHmmss"), shape("dd/MM/uuuu HH:mm:ss"));

    private WireTimes() {}

    /** Strict: the thirtieth of February is no day near it. */
    private static DateTimeFormatter shape(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** With offset, or without it, which means the official time of the Peninsula; empty if it is none of the shapes. */
    static Optional<Instant> instant(String text) {
        for (DateTimeFormatter shape : SHAPES) {
            try {
                TemporalAccessor time = shape.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                return Optional.of(
                        time instanceof OffsetDateTime o
                                ? o.toInstant()
                                : LocalDateTime.from(time)
                                        .atZone(LegalTime.ZONE)
                                        .toInstant());
            } catch (DateTimeException e) {
                // The next shape may fit.
            }
        }
        return Optional.empty();
    }
}
