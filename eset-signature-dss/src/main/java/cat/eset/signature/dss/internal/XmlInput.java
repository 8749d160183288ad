package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.signature.SigningException;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;

/** XML to be signed: well-formed and without a document type, which a signature cannot cover. */
final class XmlInput {

    private XmlInput() {}

    static void requireXml(DocumentContent content) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = content.open()) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.DTD) {
                    throw malformed("The XML has a document type declaration", null);
                }
            }
        } catch (XMLStreamException e) {
            throw malformed("The document is not well-formed XML", e);
        }
    }

    static Document parse(DocumentContent content) throws IOException {
        requireXml(content);
        try (InputStream in = content.open()) {
            return DomUtils.buildDOM(in);
        } catch (DSSException e) {
            throw malformed("The document cannot be read as XML", e);
        }
    }

    private static SigningException malformed(String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return SigningException.of(
                SigningException.Problem.MALFORMED_DOCUMENT,
                Failure.of(Failure.Fault.CALLER, what)
                        .remedy("Give well-formed XML without DOCTYPE.")
                        .cause(cause));
    }
}
