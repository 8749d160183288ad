package cat.eset.transport.xml;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import org.jspecify.annotations.Nullable;

/** XML that came from elsewhere and cannot be read: not well formed, with a document type, or over a limit. */
public class XmlException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** An error with this description. */
    public XmlException(Failure failure) {
        super(failure);
    }

    static XmlException of(String what, @Nullable Throwable cause) {
        return new XmlException(
                Failure.of(Failure.Fault.REMOTE, what).cause(cause).build());
    }
}
