package cat.eset.signature.internal.xml;

import cat.eset.core.DocumentContent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML of strangers into a tree: no document type, so no entities, nothing fetched, and no tree that overflows the stack. */
public final class SafeXml {

    private SafeXml() {}

    private static final int DEEPEST = 200;

    /** The document; empty if it is not well formed, has a document type, or is nested deeper than 200 elements. */
    public static Optional<Document> parse(DocumentContent content) throws IOException {
        try (InputStream in = content.open()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // the usual one writes to the console
            return Optional.of(builder.parse(in)).filter(document -> !isTooDeep(document));
        } catch (SAXException e) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform has a safe XML parser", e);
        }
    }

    private static boolean isTooDeep(Document document) {
        int depth = 0;
        Node at = document;
        while (at != null) {
            if (at.getFirstChild() != null) {
                at = at.getFirstChild();
                if (++depth > DEEPEST) {
                    return true;
                }
                continue;
            }
            while (at != null && at.getNextSibling() == null) {
                at = at.getParentNode();
                depth--;
            }
            at = at == null ? null : at.getNextSibling();
        }
        return false;
    }

    /** All elements of that name, in any namespace if that is {@code *}, in document order. */
    public static List<Element> elements(Document document, String namespace, String name) {
        List<Element> out = new ArrayList<>();
        org.w3c.dom.NodeList found = document.getElementsByTagNameNS(namespace, name);
        for (int i = 0; i < found.getLength(); i++) {
            out.add((Element) found.item(i));
        }
        return out;
    }
}
