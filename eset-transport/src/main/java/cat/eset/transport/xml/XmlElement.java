package cat.eset.transport.xml;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * An element of a message that was read: its name, attributes, text and children, and its exclusive-canonical form.
 * Immutable and thread-safe. Comments are not kept; everything else that a signature covers is.
 *
 * <p>Search is by name and in any order, so unknown elements are tolerated without code:
 * {@code payload.child("Resultat").flatMap(r -> r.text("Codi"))}. The short forms look in the namespace of the element
 * itself.
 */
public final class XmlElement {

    static final Object[] EMPTY = {};

    final @Nullable XmlElement parent;
    final String namespace;
    final String prefix;
    final String localName;
    /** Triples: namespace, prefix, local name, and a fourth: the value. */
    final String[] attributes;
    /** Pairs: prefix, URI. */
    final String[] declarations;
    /** {@link XmlElement}, {@link String} for text, {@link Instruction}; set once, when the element is closed. */
    private Object[] content = EMPTY;

    /** A processing instruction, kept because canonical XML keeps it. */
    record Instruction(String target, String data) {}

    XmlElement(
            @Nullable XmlElement parent,
            String namespace,
            String prefix,
            String localName,
            String[] attributes,
            String[] declarations) {
        this.parent = parent;
        this.namespace = namespace;
        this.prefix = prefix;
        this.localName = localName;
        this.attributes = attributes;
        this.declarations = declarations;
    }

    void close(Object[] finished) {
        content = finished;
    }

    /** Name. */
    public QName name() {
        return new QName(namespace, localName);
    }

    /** Namespace; empty: none. */
    public String namespace() {
        return namespace;
    }

    /** Local name. */
    public String localName() {
        return localName;
    }

    /** Whether this is its name. */
    public boolean is(String wantedNamespace, String wantedName) {
        return localName.equals(wantedName) && namespace.equals(wantedNamespace);
    }

    /** Whether this is its name. */
    public boolean is(QName wanted) {
        return is(wanted.getNamespaceURI(), wanted.getLocalPart());
    }

    /** Child elements, in document order. */
    public List<XmlElement> children() {
        List<XmlElement> found = new ArrayList<>(content.length);
        for (Object node : content) {
            if (node instanceof XmlElement e) {
                found.add(e);
            }
        }
        return found;
    }

    /** Children of this name in the namespace of this element. */
    public List<XmlElement> children(String wantedName) {
        return children(namespace, wantedName);
    }

    /** Children of this name. */
    public List<XmlElement> children(String wantedNamespace, String wantedName) {
        List<XmlElement> found = new ArrayList<>(4);
        for (Object node : content) {
            if (node instanceof XmlElement e && e.is(wantedNamespace, wantedName)) {
                found.add(e);
            }
        }
        return found;
    }

    /** First child of this name in the namespace of this element. */
    public Optional<XmlElement> child(String wantedName) {
        return child(namespace, wantedName);
    }

    /** First child of this name. */
    public Optional<XmlElement> child(String wantedNamespace, String wantedName) {
        return Optional.ofNullable(find(wantedNamespace, wantedName));
    }

    /** First child of this name. */
    public Optional<XmlElement> child(QName wanted) {
        return child(wanted.getNamespaceURI(), wanted.getLocalPart());
    }

    /** Follows a path of names in the namespace of this element, first match at each step. */
    public Optional<XmlElement> path(String... names) {
        XmlElement at = this;
        for (String step : names) {
            XmlElement next = at.find(namespace, step);
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    /** Its own text, without that of its children, exactly as written. */
    public String rawText() {
        if (content.length == 1 && content[0] instanceof String only) {
            return only;
        }
        StringBuilder s = new StringBuilder();
        for (Object node : content) {
            if (node instanceof String text) {
                s.append(text);
            }
        }
        return s.toString();
    }

    /** Its own text without surrounding white space. */
    public String text() {
        return rawText().strip();
    }

    /** Text of the first child of this name in the namespace of this element; empty if it is missing or has none. */
    public Optional<String> text(String wantedName) {
        return child(wantedName).map(XmlElement::text).filter(t -> !t.isEmpty());
    }

    /** Value of an attribute without namespace. */
    public Optional<String> attribute(String wantedName) {
        return attribute("", wantedName);
    }

    /** Value of an attribute. */
    public Optional<String> attribute(String wantedNamespace, String wantedName) {
        for (int i = 0; i < attributes.length; i += 4) {
            if (attributes[i + 2].equals(wantedName) && attributes[i].equals(wantedNamespace)) {
                return Optional.of(attributes[i + 3]);
            }
        }
        return Optional.empty();
    }

    /**
     * Its exclusive-canonical form in UTF-8 (Exclusive XML Canonicalization 1.0, without comments): a document of its own
     * that can be kept as evidence or given to another parser.
     */
    public byte[] canonical() {
        return CanonicalXml.of(out -> Canonicalizer.write(this, Set.of(), (CanonicalWriter) out));
    }

    /**
     * Writes its exclusive-canonical form.
     *
     * @param out gets the bytes; not closed
     * @param inclusivePrefixes prefixes whose declarations are kept even where they are not visibly used
     *     ({@code InclusiveNamespaces}); empty text: the default namespace
     */
    public void canonical(OutputStream out, Set<String> inclusivePrefixes) {
        CanonicalXml.write(out, writer -> Canonicalizer.write(this, inclusivePrefixes, (CanonicalWriter) writer));
    }

    /** The namespace that a prefix means here, for names inside text such as {@code xsi:type}; empty text: the default. */
    public Optional<String> namespaceOf(String wantedPrefix) {
        for (XmlElement at = this; at != null; at = at.parent) {
            for (int i = 0; i < at.declarations.length; i += 2) {
                if (at.declarations[i].equals(wantedPrefix)) {
                    return Optional.of(at.declarations[i + 1]).filter(uri -> !uri.isEmpty());
                }
            }
        }
        return Optional.empty();
    }

    /** The element that holds this one; empty for the root. */
    public Optional<XmlElement> parent() {
        return Optional.ofNullable(parent);
    }

    /** Calls this for the element itself and every element inside, in document order. */
    public void forEach(Consumer<? super XmlElement> action) {
        action.accept(this);
        for (Object node : content) {
            if (node instanceof XmlElement e) {
                e.forEach(action);
            }
        }
    }

    /** Only its name: the content may hold personal data. */
    @Override
    public String toString() {
        return "XmlElement[" + name() + "]";
    }

    Object[] content() {
        return content;
    }

    private @Nullable XmlElement find(String wantedNamespace, String wantedName) {
        Objects.requireNonNull(wantedName, "wantedName");
        for (Object node : content) {
            if (node instanceof XmlElement e && e.is(wantedNamespace, wantedName)) {
                return e;
            }
        }
        return null;
    }
}
