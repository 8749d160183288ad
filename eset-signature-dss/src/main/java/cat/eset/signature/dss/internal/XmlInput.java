package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.signature.SigningException;
import cat.eset.signature.dss.ValidationLimits;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.xml.utils.DomUtils;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;

/**
 * XML to be signed: well-formed, without a document type, which a signature cannot cover, and no deeper than a validator looks
 * into.
 */
final class XmlInput {

    private static final int DEEPEST = ValidationLimits.defaults().xmlDepth();

    private XmlInput() {}

    static void requireXml(DocumentContent content) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = content.open()) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> throw malformed("The XML has a document type declaration", null);
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw malformed("The XML is nested deeper than " + DEEPEST, null);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {
                        // text and comments do not matter here
                    }
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
                        .remedy("Give well-formed XML without DOCTYPE and of sensible depth, or sign it detached.")
                        .cause(cause));
    }
}
