/**
 * The two faces of XML that a product codec sees: {@link cat.eset.transport.xml.PayloadWriter} writes exclusive-canonical
 * XML straight into the message that is signed, and {@link cat.eset.transport.xml.XmlElement} is the element tree whose
 * signature was checked.
 */
@NullMarked
package cat.eset.transport.xml;

import org.jspecify.annotations.NullMarked;
