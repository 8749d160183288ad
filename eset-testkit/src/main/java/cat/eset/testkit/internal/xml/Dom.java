package cat.eset.testkit.internal.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Parsing and walking. No DTD, no external entity, namespaces always. */
public final class Dom {

    private Dom() {}

    /** Parses a document; a DOCTYPE is refused. */
    public static Document parse(byte[] xml) throws MalformedXmlException {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Silent());
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (SAXException | IOException e) {
            throw new MalformedXmlException("not well-formed XML: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no safe XML parser", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory;
    }

    /** Element children in document order. */
    public static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                found.add(e);
            }
        }
        return found;
    }

    /** Element children with this local name, in any namespace. */
    public static List<Element> children(Element parent, String localName) {
        return children(parent).stream()
                .filter(e -> localName.equals(e.getLocalName()))
                .toList();
    }

    /** The first element child with this local name. */
    public static Optional<Element> child(Element parent, String localName) {
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && localName.equals(e.getLocalName())) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    /** The element at the end of a path of local names. */
    public static Optional<Element> at(Element from, String... path) {
        Optional<Element> here = Optional.of(from);
        for (String step : path) {
            here = here.flatMap(e -> child(e, step));
        }
        return here;
    }

    /** Like {@link #at}, where the element must exist. */
    public static Element need(Element from, String... path) {
        return at(from, path)
                .orElseThrow(
                        () -> new NoSuchElementException(String.join("/", path) + " under " + from.getLocalName()));
    }

    /** Trimmed text of the element at the end of a path; empty if there is none. */
    public static String text(Element from, String... path) {
        return at(from, path).map(e -> e.getTextContent().strip()).orElse("");
    }

    /** Whether the element has this name. */
    public static boolean is(Element element, String namespace, String localName) {
        return namespace.equals(element.getNamespaceURI()) && localName.equals(element.getLocalName());
    }

    /** Every element below and including one. */
    public static List<Element> descendants(Element from) {
        List<Element> all = new ArrayList<>();
        collect(from, all);
        return all;
    }

    private static void collect(Element from, List<Element> all) {
        all.add(from);
        for (Element child : children(from)) {
            collect(child, all);
        }
    }

    private static final class Silent implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // nothing depends on warnings
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
