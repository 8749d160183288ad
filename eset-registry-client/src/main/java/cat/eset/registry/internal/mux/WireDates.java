package cat.eset.registry.internal.mux;

import cat.eset.core.LegalTime;
import cat.eset.registry.mux.MuxError;
import cat.eset.registry.mux.MuxRefusedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The dates of MUX: three shapes of text, ISO, and milliseconds (contract mux, trap 3). Read leniently, written exactly. */
public final class WireDates {

    /** What MUX parses in our answers. {@code YYYY} in its document is the week-year in Java: never copy it. */
    private static final DateTimeFormatter ANSWER = DateTimeFormatter.ofPattern(
                    "dd/MM/uuuu'T'HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(LegalTime.ZONE);

    /** What MUX parses in consolidations: a space instead of the T. */
    private static final DateTimeFormatter CONSOLIDATION = DateTimeFormatter.ofPattern(
                    "dd/MM/uuuu HH:mm:ss.SSSxxx", Locale.ROOT)
            .withZone(LegalTime.ZONE);

    private static final List<DateTimeFormatter> SHAPES = Stream.of("dd/MM/uuuu", "uuuu/MM/dd", "uuuu-MM-dd")
            .map(WireDates::shape)
            .toList();

    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private WireDates() {}

    static String answer(Instant instant) {
        return ANSWER.format(instant);
    }

    static String consolidation(Instant instant) {
        return CONSOLIDATION.format(instant);
    }

    /**
     * Reads an instant; one without offset is in Madrid.
     *
     * @throws MuxRefusedException if there is one and it is impossible
     */
    static Optional<Instant> read(JsonNode value, String path) {
        if (value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.textValue().isBlank())) {
            return Optional.empty();
        }
        try {
            Instant instant = value.isIntegralNumber()
                    ? Instant.ofEpochMilli(value.bigIntegerValue().longValueExact())
                    : ofText(value.asText().strip());
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw new DateTimeException("out of the times of a registry");
            }
            return Optional.of(instant);
        } catch (DateTimeException | ArithmeticException e) {
            throw new MuxRefusedException(MuxError.INVALID_PAYLOAD, "Data impossible a " + path);
        }
    }

    /** Reads a text in any of the shapes; empty if it has none of them. */
    public static Optional<Instant> tryRead(String text) {
        try {
            return Optional.of(ofText(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant ofText(String text) {
        if (text.length() >= 9 && text.length() <= 15 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        for (DateTimeFormatter shape : SHAPES) {
            try {
                return instant(shape.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
            } catch (DateTimeException otherShape) {
                // Tried against the next one.
            }
        }
        throw new DateTimeException("no known shape");
    }

    private static Instant instant(TemporalAccessor parsed) {
        if (parsed instanceof OffsetDateTime withOffset) {
            return withOffset.toInstant();
        }
        LocalDateTime local = parsed instanceof LocalDateTime dateTime
                ? dateTime
                : LocalDate.from(parsed).atTime(LocalTime.MIDNIGHT);
        return ZonedDateTime.of(local, LegalTime.ZONE).toInstant();
    }

    private static DateTimeFormatter shape(String date) {
        return new DateTimeFormatterBuilder()
                .appendPattern(date)
                .optionalStart()
                .appendPattern("['T'][ ]HH:mm[:ss]")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .appendPattern("[XXX][XX]")
                .optionalEnd()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT)
                .withChronology(IsoChronology.INSTANCE);
    }
}
