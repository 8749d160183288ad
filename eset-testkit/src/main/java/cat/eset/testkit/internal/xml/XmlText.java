package cat.eset.testkit.internal.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes XML by hand: names are given with their prefix, text is escaped. Not thread-safe. */
public final class XmlText {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private final String prefix;
    private boolean tagOpen;

    private XmlText(String prefix) {
        this.prefix = prefix;
    }

    /** A writer whose element names get this prefix, colon included; may be empty. */
    public static XmlText prefixed(String prefix) {
        return new XmlText(prefix);
    }

    /** Opens an element. */
    public XmlText open(String name) {
        closeTag();
        out.append('<').append(prefix).append(name);
        open.push(name);
        tagOpen = true;
        return this;
    }

    /** An attribute of the element just opened, or a namespace declaration. */
    public XmlText attribute(String name, String value) {
        if (!tagOpen) {
            throw new IllegalStateException("an attribute after content");
        }
        out.append(' ').append(name).append("=\"");
        escape(value, true);
        out.append('"');
        return this;
    }

    /** Escaped text. */
    public XmlText text(String text) {
        closeTag();
        escape(text, false);
        return this;
    }

    /** XML that is already written. */
    public XmlText raw(String xml) {
        closeTag();
        out.append(xml);
        return this;
    }

    /** Closes the innermost element. */
    public XmlText close() {
        closeTag();
        out.append("</").append(prefix).append(open.pop()).append('>');
        return this;
    }

    /** An element with text. */
    public XmlText leaf(String name, String text) {
        return open(name).text(text).close();
    }

    /** An element with text, if there is one. */
    public XmlText leaf(String name, Optional<String> text) {
        text.ifPresent(t -> leaf(name, t));
        return this;
    }

    /** An element with text, unless the text is empty. */
    public XmlText leafUnlessEmpty(String name, String text) {
        return text.isEmpty() ? this : leaf(name, text);
    }

    /** Copies an element and what is below it, local names with this writer's prefix. Namespaces are not copied. */
    public XmlText copy(Element element) {
        open(element.getLocalName());
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (attribute.getNamespaceURI() == null) {
                attribute(attribute.getName(), attribute.getValue());
            }
        }
        for (Node n = element.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element child) {
                copy(child);
            } else if (n.getNodeType() == Node.TEXT_NODE
                    && Dom.children(element).isEmpty()) {
                text(n.getNodeValue());
            }
        }
        return close();
    }

    private void closeTag() {
        if (tagOpen) {
            out.append('>');
            tagOpen = false;
        }
    }

    private void escape(String text, boolean inAttribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\r' -> out.append("&#xD;");
                case '"' -> out.append(inAttribute ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }

    /** What was written. */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }
}
