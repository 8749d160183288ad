package cat.eset.endpoint;

import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import java.util.Locale;
import java.util.Optional;

/** Reads what peers write as {@code Content-Type}. */
final class MediaTypes {

    private MediaTypes() {}

    static Optional<MediaType> parse(String contentType) {
        int end = contentType.indexOf(';');
        String value =
                (end < 0 ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
        try {
            return Optional.of(new MediaType(value));
        } catch (InvalidValueException malformed) {
            return Optional.empty();
        }
    }
}
