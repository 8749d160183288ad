package cat.eset.transport.xml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * {@code xs:dateTime} in the one shape that services write again and again. The formatter of the JDK reads every shape,
 * and leaves more than a kilobyte behind for each value, which is a third of what reading a long answer costs.
 */
public final class XmlDateTime {

    private static final int SECONDS_END = 19;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int MOST_OFFSET = 18 * 3600;

    private XmlDateTime() {}

    /**
     * The instant of a text such as {@code 2026-03-02T09:15:31.480+01:00} or {@code 2026-03-02T08:15:31Z}.
     *
     * @param text a date, a time with seconds, up to nine decimals, and an offset
     * @return empty if it has another shape or is no time: perhaps {@link java.time.format.DateTimeFormatter} can read it
     */
    public static Optional<Instant> instant(String text) {
        int zone = text.length() - (text.endsWith("Z") ? 1 : 6);
        if (zone < SECONDS_END || !isShape(text)) {
            return Optional.empty();
        }
        int second = 3600 * two(text, 11) + 60 * two(text, 14) + two(text, 17);
        boolean isTime = two(text, 11) < 24 && two(text, 14) < 60 && two(text, 17) < 60;
        int nano = fraction(text, zone);
        int offset = offset(text, zone);
        if (!isTime || nano < 0 || Math.abs(offset) > MOST_OFFSET) {
            return Optional.empty();
        }
        try {
            long day = LocalDate.of(100 * two(text, 0) + two(text, 2), two(text, 5), two(text, 8))
                    .toEpochDay();
            return Optional.of(Instant.ofEpochSecond(day * SECONDS_OF_DAY + second - offset, nano));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isShape(String text) {
        for (int i = 0; i < SECONDS_END; i++) {
            char c = text.charAt(i);
            boolean fits = switch (i) {
                case 4, 7 -> c == '-';
                case 10 -> c == 'T';
                case 13, 16 -> c == ':';
                default -> isDigit(c);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** Nanoseconds of what stands between the seconds and the zone; negative if it is not a fraction. */
    private static int fraction(String text, int zone) {
        int digits = zone - SECONDS_END - 1;
        if (digits < 0) {
            return 0;
        }
        if (text.charAt(SECONDS_END) != '.' || digits < 1 || digits > 9) {
            return -1;
        }
        int nano = 0;
        for (int i = 0; i < 9; i++) {
            char c = i < digits ? text.charAt(SECONDS_END + 1 + i) : '0';
            if (!isDigit(c)) {
                return -1;
            }
            nano = 10 * nano + c - '0';
        }
        return nano;
    }

    /** Seconds east of Greenwich; far too many if it is not an offset. */
    private static int offset(String text, int zone) {
        if (zone == text.length() - 1) {
            return 0;
        }
        char sign = text.charAt(zone);
        boolean digits = isDigit(text.charAt(zone + 1))
                && isDigit(text.charAt(zone + 2))
                && isDigit(text.charAt(zone + 4))
                && isDigit(text.charAt(zone + 5));
        if ((sign != '+' && sign != '-') || text.charAt(zone + 3) != ':' || !digits || two(text, zone + 4) > 59) {
            return Integer.MAX_VALUE;
        }
        int seconds = 3600 * two(text, zone + 1) + 60 * two(text, zone + 4);
        return sign == '-' ? -seconds : seconds;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int two(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }
}
