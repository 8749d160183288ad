package cat.eset.transport.xml;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;

/**
 * Writes XML that is already exclusive-canonical (Exclusive XML Canonicalization 1.0, without comments): what is written
 * is signed and sent as it is. Namespaces are declared where an element or attribute first uses them. Not thread-safe.
 *
 * <p>Every call returns the writer itself. Characters that XML 1.0 does not allow are refused with
 * {@link InvalidValueException}.
 */
public interface PayloadWriter {

    /**
     * Opens an element.
     *
     * @param namespace its namespace; empty: none
     * @param prefix its prefix; empty: the default namespace
     * @param localName its local name
     */
    PayloadWriter start(String namespace, String prefix, String localName);

    /** An attribute without namespace, of the element just opened. */
    PayloadWriter attribute(String localName, String value);

    /** An attribute with a namespace, of the element just opened. The prefix may not be empty. */
    PayloadWriter attribute(String namespace, String prefix, String localName, String value);

    /** Text inside the open element. */
    PayloadWriter text(String value);

    /** The bytes of a document as Base64 text, streamed. */
    PayloadWriter base64(DocumentContent content);

    /** Closes the innermost open element. */
    PayloadWriter end();

    /** An element that holds only this text. */
    default PayloadWriter element(String namespace, String prefix, String localName, String text) {
        return start(namespace, prefix, localName).text(text).end();
    }

    /** An element without content. */
    default PayloadWriter empty(String namespace, String prefix, String localName) {
        return start(namespace, prefix, localName).end();
    }
}
