package cat.eset.notify.notice;

import cat.eset.core.InvalidValueException;
import java.util.Set;

/**
 * A language of content or notice ({@code Idioma}; contract enotum 5.1). Open-ended: a code that is not known is kept as it came.
 *
 * @param code the literal of the service
 */
public record ContentLanguage(String code) {

    /** Catalan. */
    public static final ContentLanguage CATALAN = new ContentLanguage("ca");

    /** Spanish. */
    public static final ContentLanguage SPANISH = new ContentLanguage("es");

    /** Occitan of Aran. */
    public static final ContentLanguage ARANESE = new ContentLanguage("oc");

    /** English. */
    public static final ContentLanguage ENGLISH = new ContentLanguage("en");

    private static final Set<ContentLanguage> KNOWN = Set.of(CATALAN, SPANISH, ARANESE, ENGLISH);

    /** Checks that there is a code. */
    public ContentLanguage {
        if (code.isBlank()) {
            throw InvalidValueException.of("ContentLanguage", "its code may not be blank");
        }
    }

    /** The value of this literal. */
    public static ContentLanguage of(String code) {
        return new ContentLanguage(code);
    }

    /** Whether this version of the SDK knows it. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    @Override
    public String toString() {
        return code;
    }
}
