package cat.eset.core.id;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identifier of an ENI document: {@code ES_<organ>_<year of capture>_<id>} (contract eni 5). Identifiers that others
 * made break the published form, so any text is taken and {@link #isWellFormed()} is a separate question.
 *
 * @param value 1 to 256 characters, none of them blank
 */
public record EniDocumentId(String value) {

    private static final Pattern FORM = Pattern.compile("ES_([A-Z]{1,2}[A-Z0-9]{7,8})_(\\d{4})_([A-Za-z0-9_.-]{1,30})");

    /** Checks that there is something and that it is one word. */
    public EniDocumentId {
        EniIds.check("EniDocumentId", value);
    }

    /** An identifier as it is written. */
    public static EniDocumentId of(String value) {
        return new EniDocumentId(value);
    }

    /** Whether it has the published form. */
    public boolean isWellFormed() {
        return FORM.matcher(value).matches() && !value.contains("_EXP_");
    }

    /** The year of capture it names, if it is well formed. */
    public OptionalInt year() {
        Matcher m = FORM.matcher(value);
        return m.matches() ? OptionalInt.of(Integer.parseInt(m.group(2))) : OptionalInt.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
