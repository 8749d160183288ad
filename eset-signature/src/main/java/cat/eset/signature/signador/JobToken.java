package cat.eset.signature.signador;

import cat.eset.core.InvalidValueException;
import java.util.regex.Pattern;

/**
 * The Signador's name for a job. Whoever has it can add to the job: keep it in the person's session and compare it there
 * when the browser comes back.
 *
 * @param value opaque text
 */
public record JobToken(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~-]{8,200}");

    /** Checks that it is safe to put in an address. */
    public JobToken {
        if (!FORM.matcher(value).matches()) {
            throw InvalidValueException.of("JobToken", "8 to 200 letters, digits, dots, hyphens or tildes");
        }
    }

    /** Only its beginning. */
    @Override
    public String toString() {
        return value.substring(0, 4) + "...";
    }
}
