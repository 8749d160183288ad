package cat.eset.core.work;

import cat.eset.core.InvalidValueException;
import java.util.Objects;

/**
 * Something that a service told.
 *
 * @param key what tells it from everything else that this service tells: told twice, it is the same; 1 to 250 characters
 * @param about what it is about, to be found by: for example the operation of a sending; 1 to 250 characters
 * @param text what was told, as whoever keeps it will want to read it
 */
public record Announcement(String key, String about, String text) {

    private static final int LONGEST = 250;

    /** Checks the lengths. */
    public Announcement {
        Objects.requireNonNull(text, "text");
        if (key.isBlank() || key.length() > LONGEST || about.isBlank() || about.length() > LONGEST) {
            throw InvalidValueException.of("Announcement", "a key and a subject of 1 to 250 characters");
        }
    }

    /** Its key; what was told may be personal. */
    @Override
    public String toString() {
        return "Announcement[" + key + "]";
    }
}
