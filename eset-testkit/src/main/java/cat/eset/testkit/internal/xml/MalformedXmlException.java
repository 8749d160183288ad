package cat.eset.testkit.internal.xml;

import org.jspecify.annotations.Nullable;

/** What arrived is not the XML that the contract asks for. */
public final class MalformedXmlException extends Exception {

    private static final long serialVersionUID = 1L;

    /** With the parser's own words. */
    public MalformedXmlException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
