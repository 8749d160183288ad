package cat.eset.signature.validador;

import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;
import cat.eset.signature.internal.xml.SafeXml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** An XML signature taken apart into what an upgrade must leave alone and the time stamps it may add. */
final class XmlParts {

    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private final Document fixed;
    private final int timeStamps;

    private XmlParts(Document fixed, int timeStamps) {
        this.fixed = fixed;
        this.timeStamps = timeStamps;
    }

    /** Empty if it is no XML. */
    static Optional<XmlParts> read(DocumentContent xml) throws IOException {
        Optional<Document> parsed = SafeXml.parse(xml);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        Document document = parsed.get();
        int good = 0;
        for (Element signature : SafeXml.elements(document, XMLSignature.XMLNS, "Signature")) {
            good += stamps(signature);
        }
        for (Element unsigned : SafeXml.elements(document, "*", "UnsignedProperties")) {
            if (isXades(unsigned) && unsigned.getParentNode() != null) {
                unsigned.getParentNode().removeChild(unsigned);
            }
        }
        document.normalizeDocument();
        return Optional.of(new XmlParts(document, good));
    }

    private static boolean isXades(Element element) {
        return String.valueOf(element.getNamespaceURI()).startsWith("http://uri.etsi.org/01903/");
    }

    /** The RFC 3161 tokens that are over the value of this signature. */
    private static int stamps(Element signature) {
        List<Element> values = children(signature, "SignatureValue");
        if (values.size() != 1) {
            return 0;
        }
        int good = 0;
        for (Element stamp : descendants(signature, "SignatureTimeStamp")) {
            String method = children(stamp, "CanonicalizationMethod").stream()
                    .findFirst()
                    .map(element -> element.getAttribute("Algorithm"))
                    .orElse(CanonicalizationMethod.INCLUSIVE);
            Sha256 imprint = Sha256.of(canonical(values.get(0), method).getBytes(StandardCharsets.UTF_8));
            for (Element token : children(stamp, "EncapsulatedTimeStamp")) {
                try {
                    byte[] der = Base64.getMimeDecoder().decode(token.getTextContent());
                    good += isXades(stamp) && CmsParts.isOver(der, imprint) ? 1 : 0;
                } catch (IllegalArgumentException e) {
                    // no Base64: no time stamp
                }
            }
        }
        return good;
    }

    /** The canonical form of an element that holds nothing but text: its namespaces, its attributes, the text. */
    private static String canonical(Element element, String method) {
        boolean exclusive = method.startsWith("http://www.w3.org/2001/10/xml-exc-c14n#");
        TreeMap<String, String> namespaces = new TreeMap<>();
        TreeMap<String, String> attributes = new TreeMap<>();
        if (exclusive) {
            String prefix = element.getPrefix() == null ? "" : element.getPrefix();
            namespaces.put(prefix, String.valueOf(element.getNamespaceURI()));
        }
        for (Node at = element; at instanceof Element holder; at = at.getParentNode()) {
            NamedNodeMap all = holder.getAttributes();
            for (int i = 0; i < all.getLength(); i++) {
                Node attribute = all.item(i);
                if (XMLNS.equals(attribute.getNamespaceURI())) {
                    if (!exclusive) {
                        String prefix = attribute.getPrefix() == null ? "" : attribute.getLocalName();
                        namespaces.putIfAbsent(prefix, attribute.getNodeValue());
                    }
                } else if (holder == element || (!exclusive && "xml".equals(attribute.getPrefix()))) {
                    attributes.putIfAbsent(attribute.getNodeName(), attribute.getNodeValue());
                }
            }
        }
        StringBuilder out = new StringBuilder("<").append(element.getNodeName());
        namespaces.forEach((prefix, uri) -> {
            if (!prefix.isEmpty() || !uri.isEmpty()) {
                out.append(prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"")
                        .append(escaped(uri).replace("\"", "&quot;"))
                        .append('"');
            }
        });
        attributes.forEach((name, value) -> out.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value).replace("\"", "&quot;"))
                .append('"'));
        return out.append('>')
                .append(escaped(element.getTextContent()).replace(">", "&gt;"))
                .append("</")
                .append(element.getNodeName())
                .append('>')
                .toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\r", "&#xD;");
    }

    boolean isSameAs(XmlParts other) {
        return fixed.getDocumentElement().isEqualNode(other.fixed.getDocumentElement());
    }

    int timeStamps() {
        return timeStamps;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> out = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                out.add(element);
            }
        }
        return out;
    }

    private static List<Element> descendants(Element parent, String name) {
        List<Element> out = new ArrayList<>();
        var found = parent.getElementsByTagNameNS("*", name);
        for (int i = 0; i < found.getLength(); i++) {
            out.add((Element) found.item(i));
        }
        return out;
    }
}
