package cat.eset.core;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A MIME type without parameters, lower case.
 *
 * @param value for example {@code application/pdf}
 */
public record MediaType(String value) {

    // Before the constants: they are checked by it.
    private static final Pattern FORM = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");

    /** PDF. */
    public static final MediaType PDF = new MediaType("application/pdf");
    /** XML. */
    public static final MediaType XML = new MediaType("application/xml");
    /** JSON. */
    public static final MediaType JSON = new MediaType("application/json");
    /** Plain text. */
    public static final MediaType TEXT = new MediaType("text/plain");
    /** Anything. */
    public static final MediaType BINARY = new MediaType("application/octet-stream");

    /** Checks the form. */
    public MediaType {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw InvalidValueException.of("MediaType", "type/subtype in lower case, without parameters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
