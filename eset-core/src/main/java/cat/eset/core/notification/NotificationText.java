package cat.eset.core.notification;

import cat.eset.core.InvalidValueException;
import java.util.Objects;
import java.util.Optional;

/**
 * What the recipient of a notification reads besides the document.
 *
 * @param title subject, 3 to 100 characters (contract enotum 5.3)
 * @param body text of the letter, 1 to 4000 characters
 * @param appealsFooter which appeals are possible, body and term (Llei 39/2015 art. 40.2)
 * @param expiryDays natural days from deposit to expiry; 10 by law (art. 43.2)
 */
public record NotificationText(String title, String body, Optional<String> appealsFooter, int expiryDays) {

    /** Checks the values. */
    public NotificationText {
        Objects.requireNonNull(appealsFooter, "appealsFooter");
        if (title.length() < 3 || title.length() > 100) {
            throw InvalidValueException.of("NotificationText", "its title has 3 to 100 characters");
        }
        if (body.isBlank() || body.length() > 4000) {
            throw InvalidValueException.of("NotificationText", "its body has 1 to 4000 characters");
        }
        if (expiryDays < 10 || expiryDays > 180) {
            throw InvalidValueException.of(
                    "NotificationText", "10 to 180 days to expiry: fewer than 10 is unsafe (Llei 39/2015 art. 43.2)");
        }
    }

    /** A title and a body, ten days to expiry. */
    public static NotificationText of(String title, String body) {
        return new NotificationText(title, body, Optional.empty(), 10);
    }

    /** With the appeals that are possible. */
    public NotificationText appeals(String footer) {
        return new NotificationText(title, body, Optional.of(footer), expiryDays);
    }

    /** With another number of days to expiry, 10 to 180. */
    public NotificationText expiryDays(int days) {
        return new NotificationText(title, body, appealsFooter, days);
    }

    /** Not the text, which speaks of a person. */
    @Override
    public String toString() {
        return "NotificationText[" + expiryDays + " days]";
    }
}
