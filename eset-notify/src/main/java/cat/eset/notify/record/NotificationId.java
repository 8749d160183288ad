package cat.eset.notify.record;

import cat.eset.core.InvalidValueException;

/**
 * Number of a notification or communication at e-NOTUM ({@code IdNotificacio}). Having one means that it is queued, not
 * that it was put at disposal.
 *
 * @param value zero or more
 */
public record NotificationId(long value) implements Comparable<NotificationId> {

    /** Checks the range. */
    public NotificationId {
        if (value < 0) {
            throw InvalidValueException.of("NotificationId", "zero or more");
        }
    }

    /** The number. */
    public static NotificationId of(long value) {
        return new NotificationId(value);
    }

    /** Reads a number that was stored with {@link #toString()}. */
    public static NotificationId of(String value) {
        try {
            return new NotificationId(Long.parseLong(value.strip()));
        } catch (NumberFormatException e) {
            throw InvalidValueException.of("NotificationId", "digits");
        }
    }

    @Override
    public int compareTo(NotificationId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
