package cat.eset.core.eni;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * One XML element kept character by character, with every namespace it uses declared in it. Two are equal if their
 * characters are. Immutable.
 */
public final class VerbatimXml {

    private final String text;
    private final String namespace;
    private final String name;

    private VerbatimXml(String text, String namespace, String name) {
        this.text = text;
        this.namespace = namespace;
        this.name = name;
    }

    /**
     * An element. A declaration before it and blanks around it are dropped.
     *
     * @throws EniFormatException if it is not one well-formed element, or has a document type
     */
    public static VerbatimXml of(String xml) {
        String text = xml.strip();
        if (text.startsWith("<?xml")) {
            text = text.substring(text.indexOf("?>") + 2).strip();
        }
        try (XmlInput in = XmlInput.of(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), XmlInput.Limits.STANDARD)) {
            in.root();
            String namespace = in.namespace();
            String name = in.localName();
            in.skip();
            in.end();
            return new VerbatimXml(text, namespace, name);
        }
    }

    /** Of text that this package wrote itself. */
    static VerbatimXml trusted(String text, String namespace, String name) {
        return new VerbatimXml(text, namespace, name);
    }

    /** The element. */
    public String text() {
        return text;
    }

    /** The element in UTF-8. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Namespace of the element; empty if it has none. */
    public String namespace() {
        return namespace;
    }

    /** Local name of the element. */
    public String name() {
        return name;
    }

    /** Canonical (C14N 1.0, no comments), where it stands below an element that has these namespaces in scope. */
    String canonicalIn(Map<String, String> prefixes) {
        try (XmlInput in = XmlInput.of(new ByteArrayInputStream(bytes()), XmlInput.Limits.STANDARD)) {
            in.root();
            return in.copy(prefixes).text();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerbatimXml that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    /** Says what it is, not what it holds. */
    @Override
    public String toString() {
        return "VerbatimXml[" + name + ", " + text.length() + " characters]";
    }
}
