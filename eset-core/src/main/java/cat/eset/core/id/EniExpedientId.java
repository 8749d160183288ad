package cat.eset.core.id;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifier of an ENI expedient: {@code ES_<organ>_<year of creation>_EXP_<id>}, the {@code EXP_} being the usual
 * practice and its length open (contract eni 5). Any text is taken; {@link #isWellFormed()} is a separate question.
 *
 * @param value 1 to 256 characters, none of them blank
 */
public record EniExpedientId(String value) {

    private static final Pattern FORM =
            Pattern.compile("ES_([A-Z]{1,2}[A-Z0-9]{7,8})_(\\d{4})_(EXP_)?([A-Za-z0-9_.-]{1,30})");

    /** Checks that there is something and that it is one word. */
    public EniExpedientId {
        EniIds.check("EniExpedientId", value);
    }

    /** An identifier as it is written. */
    public static EniExpedientId of(String value) {
        return new EniExpedientId(value);
    }

    /** Whether it has one of the forms seen in practice. */
    public boolean isWellFormed() {
        return FORM.matcher(value).matches();
    }

    /** The year of creation it names, if it is well formed. */
    public OptionalInt year() {
        Matcher m = FORM.matcher(value);
        return m.matches() ? OptionalInt.of(Integer.parseInt(m.group(2))) : OptionalInt.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
