package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Whether an XML document is one enveloping signature and nothing else: {@code ds:Signature} is the root, and it holds no
 * more content objects than were signed. DSS calls the coverage of such a document partial.
 */
final class EnvelopingShape {

    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";

    private EnvelopingShape() {}

    static boolean coversAll(DocumentContent xml, int signedObjects) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = xml.open()) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            int depth = 0;
            int objects = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    if (depth == 1 && !isDsig(reader, "Signature")) {
                        return false;
                    }
                    if (depth == 2 && isDsig(reader, "Object")) {
                        objects++;
                    }
                    if (depth == 3 && reader.getLocalName().equals("QualifyingProperties")) {
                        objects--;
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
            return objects == signedObjects;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    private static boolean isDsig(XMLStreamReader reader, String name) {
        return reader.getLocalName().equals(name) && DSIG.equals(reader.getNamespaceURI());
    }
}
