package cat.eset.transport.xml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of strangers: no document type, no entity but the five of XML itself, nothing fetched from elsewhere, and
 * limits on depth and number. Immutable and thread-safe.
 */
public final class XmlParser {

    private final XMLInputFactory factory;
    private final XmlLimits limits;

    private XmlParser(XmlLimits limits) {
        this.limits = limits;
        this.factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched from elsewhere");
        });
    }

    /** A parser with the standard limits. */
    public static XmlParser strict() {
        return strict(XmlLimits.standard());
    }

    /** A parser with these limits. */
    public static XmlParser strict(XmlLimits limits) {
        return new XmlParser(Objects.requireNonNull(limits, "limits"));
    }

    /**
     * The root element of a document.
     *
     * @throws XmlException if it cannot be read
     */
    public XmlElement parse(byte[] document) {
        return parse(document, Map.of());
    }

    /**
     * The root element of a document whose {@code xop:Include} elements are replaced by the Base64 text of the MIME parts
     * that they point at.
     *
     * @param document document
     * @param parts MIME parts by content id, without angle brackets
     * @throws XmlException if it cannot be read or points at a part that is not there
     */
    public XmlElement parse(byte[] document, Map<String, byte[]> parts) {
        return parse(new ByteArrayInputStream(document), parts);
    }

    private XmlElement parse(InputStream document, Map<String, byte[]> parts) {
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(document);
            try {
                return new TreeBuilder(reader, limits, parts).build();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw XmlException.of("The XML is not well formed", withoutContent(e));
        } catch (XmlException e) {
            throw e;
        } catch (RuntimeException e) {
            // The parser of the JDK lets its own errors through on some broken documents.
            throw XmlException.of("The XML is not well formed", withoutContent(e));
        }
    }

    /** The messages of the parser quote the document, which may hold personal data: only the place is kept. */
    private static XMLStreamException withoutContent(Exception e) {
        String where = e instanceof XMLStreamException x && x.getLocation() != null
                ? "line " + x.getLocation().getLineNumber() + ", column "
                        + x.getLocation().getColumnNumber()
                : e.getClass().getSimpleName();
        return new XMLStreamException(where);
    }
}
