package cat.eset.transport.xml;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;

/** XML that grows over a limit, written or read. */
public class XmlTooLargeException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** An error with this description. */
    public XmlTooLargeException(Failure failure) {
        super(failure);
    }

    static XmlTooLargeException over(long limit) {
        return new XmlTooLargeException(Failure.of(Failure.Fault.CALLER, "The XML grows over " + limit + " bytes")
                .build());
    }
}
