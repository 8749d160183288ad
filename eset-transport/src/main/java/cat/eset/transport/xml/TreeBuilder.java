package cat.eset.transport.xml;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Turns the events of a parser into an element tree, within limits. */
final class TreeBuilder {

    private static final String XOP = "http://www.w3.org/2004/08/xop/include";
    private static final String[] NONE = {};

    private final XMLStreamReader reader;
    private final XmlLimits limits;
    private final Map<String, byte[]> parts;

    /** Content of all open elements, innermost last; {@code marks} says where each begins. */
    private Object[] content = new Object[64];

    private int size;
    private final int[] marks;
    private int depth;
    private int counted;
    private @Nullable String text;
    private @Nullable StringBuilder longText;
    private String lastBlank = "";

    TreeBuilder(XMLStreamReader reader, XmlLimits limits, Map<String, byte[]> parts) {
        this.reader = reader;
        this.limits = limits;
        this.parts = parts;
        this.marks = new int[limits.depth()];
    }

    XmlElement build() throws XMLStreamException {
        XmlElement open = null;
        XmlElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    endText();
                    open = start(open);
                    root = root == null ? open : root;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    endText();
                    open = end(open);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (open != null) {
                        characters();
                    }
                }
                case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    if (open != null) {
                        endText();
                        String data = reader.getPIData();
                        add(new XmlElement.Instruction(reader.getPITarget(), data == null ? "" : data));
                    }
                }
                case XMLStreamConstants.DTD -> throw XmlException.of("The XML has a document type", null);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw XmlException.of("The XML uses an entity", null);
                default -> {
                    // Comments and the end of the document carry nothing.
                }
            }
        }
        if (root == null) {
            throw XmlException.of("The XML has no element", null);
        }
        return root;
    }

    private XmlElement start(@Nullable XmlElement parent) {
        if (depth == marks.length) {
            throw XmlException.of("The XML is more than " + limits.depth() + " elements deep", null);
        }
        counted += 1 + reader.getAttributeCount() + reader.getNamespaceCount();
        if (counted > limits.elements()) {
            throw XmlException.of("The XML has more than " + limits.elements() + " elements and attributes", null);
        }
        marks[depth++] = size;
        return new XmlElement(
                parent,
                orEmpty(reader.getNamespaceURI()),
                orEmpty(reader.getPrefix()),
                reader.getLocalName(),
                attributes(),
                declarations());
    }

    private @Nullable XmlElement end(@Nullable XmlElement closing) {
        if (closing == null) {
            throw XmlException.of("The XML is not well formed", null);
        }
        int mark = marks[--depth];
        closing.close(size == mark ? XmlElement.EMPTY : Arrays.copyOfRange(content, mark, size));
        Arrays.fill(content, mark, size, null);
        size = mark;
        if (closing.parent != null) {
            if (closing.is(XOP, "Include")) {
                join(part(closing));
            } else {
                add(closing);
            }
        }
        return closing.parent;
    }

    private String part(XmlElement include) {
        String href = include.attribute("href").orElse("");
        byte[] bytes = href.startsWith("cid:")
                ? parts.get(URLDecoder.decode(href.substring(4).replace("+", "%2B"), StandardCharsets.UTF_8))
                : null;
        if (bytes == null) {
            throw XmlException.of("The XML points at a MIME part that is not there", null);
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    private void characters() {
        int length = reader.getTextLength();
        if (length == lastBlank.length() && matches(lastBlank, reader.getTextCharacters(), reader.getTextStart())) {
            join(lastBlank);
            return;
        }
        String more = reader.getText();
        if (more.isBlank()) {
            lastBlank = more;
        }
        join(more);
    }

    private static boolean matches(String s, char[] chars, int start) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }

    private void join(String more) {
        if (text == null) {
            text = more;
            return;
        }
        if (longText == null) {
            longText = new StringBuilder(text);
        }
        longText.append(more);
    }

    private void endText() {
        if (text == null) {
            return;
        }
        String whole = longText == null ? text : longText.toString();
        text = null;
        longText = null;
        if (!whole.isEmpty()) {
            add(whole);
        }
    }

    private void add(Object node) {
        if (size == content.length) {
            content = Arrays.copyOf(content, 2 * size);
        }
        content[size++] = node;
    }

    private String[] attributes() {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return NONE;
        }
        String[] found = new String[4 * count];
        for (int i = 0; i < count; i++) {
            found[4 * i] = orEmpty(reader.getAttributeNamespace(i));
            found[4 * i + 1] = orEmpty(reader.getAttributePrefix(i));
            found[4 * i + 2] = reader.getAttributeLocalName(i);
            found[4 * i + 3] = reader.getAttributeValue(i);
        }
        return found;
    }

    private String[] declarations() {
        int count = reader.getNamespaceCount();
        if (count == 0) {
            return NONE;
        }
        String[] found = new String[2 * count];
        for (int i = 0; i < count; i++) {
            found[2 * i] = orEmpty(reader.getNamespacePrefix(i));
            found[2 * i + 1] = orEmpty(reader.getNamespaceURI(i));
        }
        return found;
    }

    private static String orEmpty(@Nullable String s) {
        return s == null ? "" : s;
    }
}
