package cat.eset.core.eni;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML that others made: no document type, no external entity, and limits on depth and size. After each call the
 * cursor stands on the end of the element that was read.
 */
final class XmlInput implements AutoCloseable {

    /** How much is read before we give up. */
    record Limits(int depth, long text, long content, long total) {
        static final Limits STANDARD = new Limits(200, 8L << 20, 256L << 20, 512L << 20);
        /** For content that goes to a file. */
        static final Limits STREAMED = new Limits(200, 8L << 20, 4L << 30, 6L << 30);
    }

    /** What to do with each child; it must read it to its end. */
    @FunctionalInterface
    interface Child {
        void read(String namespace, String name);
    }

    private final XMLStreamReader reader;
    private final Limits limits;
    private final Deque<TreeMap<String, String>> scopes = new ArrayDeque<>();

    private XmlInput(XMLStreamReader reader, Limits limits) {
        this.reader = reader;
        this.limits = limits;
        scopes.push(new TreeMap<>());
    }

    static XmlInput of(InputStream in, Limits limits) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        try {
            return new XmlInput(factory.createXMLStreamReader(new LimitedInput(in, limits.total())), limits);
        } catch (XMLStreamException e) {
            throw new EniFormatException("it is not XML", 1, e);
        }
    }

    EniFormatException error(String what) {
        return new EniFormatException(what, reader.getLocation().getLineNumber(), null);
    }

    private int next() {
        try {
            int event = reader.next();
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw error("a document type or an entity is refused");
                case XMLStreamConstants.START_ELEMENT -> openScope();
                case XMLStreamConstants.END_ELEMENT -> scopes.pop();
                default -> {
                    // Text and comments need nothing.
                }
            }
            return event;
        } catch (XMLStreamException e) {
            throw new EniFormatException(
                    "it is not well-formed XML", reader.getLocation().getLineNumber(), e);
        }
    }

    private void openScope() {
        if (scopes.size() > limits.depth()) {
            throw error("elements are nested too deep");
        }
        TreeMap<String, String> scope = scopes.getFirst();
        if (reader.getNamespaceCount() > 0) {
            scope = new TreeMap<>(scope);
            for (int i = 0; i < reader.getNamespaceCount(); i++) {
                String prefix = reader.getNamespacePrefix(i);
                String uri = reader.getNamespaceURI(i);
                scope.put(prefix == null ? "" : prefix, uri == null ? "" : uri);
            }
        }
        scopes.push(scope);
    }

    /** Goes to the root element. */
    void root() {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // Comments and processing instructions before the root.
        }
    }

    /** Goes to the end of the document: after the root there is nothing. */
    void end() {
        try {
            while (reader.hasNext()) {
                next();
            }
        } catch (XMLStreamException e) {
            throw new EniFormatException("it is not well-formed XML", 0, e);
        }
    }

    String namespace() {
        String uri = reader.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    String localName() {
        return reader.getLocalName();
    }

    Optional<String> attribute(String name) {
        return Optional.ofNullable(reader.getAttributeValue(null, name));
    }

    void children(Child child) {
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read(namespace(), localName());
            }
        }
    }

    void skip() {
        children((namespace, name) -> skip());
    }

    /** The text of a simple element. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw error("an element where text is expected");
            }
            if (isText(event)) {
                text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                checkLength(text.length(), limits.text());
            }
        }
        return text.toString().strip();
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    private void checkLength(long length, long limit) {
        if (length > limit) {
            throw error("a text is longer than " + limit + " characters");
        }
    }

    /** The bytes of an element in Base64, decoded as it is read. */
    byte[] base64() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        base64(bytes);
        return bytes.toByteArray();
    }

    /** The bytes of an element in Base64, decoded as it is read; the stream is not closed. */
    void base64(OutputStream to) {
        StringBuilder group = new StringBuilder();
        long length = 0;
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw error("an element where Base64 is expected");
            }
            if (isText(event)) {
                appendWithoutBlanks(group);
                length += decode(group, group.length() - group.length() % 4, to);
                checkLength(length, limits.content());
            }
        }
        decode(group, group.length(), to);
    }

    private void appendWithoutBlanks(StringBuilder group) {
        char[] chars = reader.getTextCharacters();
        int end = reader.getTextStart() + reader.getTextLength();
        for (int i = reader.getTextStart(); i < end; i++) {
            if (chars[i] > ' ') {
                group.append(chars[i]);
            }
        }
    }

    private int decode(StringBuilder group, int length, OutputStream to) {
        try {
            byte[] bytes = Base64.getDecoder().decode(group.substring(0, length));
            group.delete(0, length);
            to.write(bytes);
            return bytes.length;
        } catch (IllegalArgumentException e) {
            throw error("a Base64 text that is not");
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be kept", e);
        }
    }

    /** The whole element with every namespace in scope declared on it, so that it may be moved. */
    VerbatimXml copy() {
        return copy(Map.of());
    }

    /** The same, to stand below an element that already has these namespaces in scope. */
    VerbatimXml copy(Map<String, String> context) {
        StringBuilder text = new StringBuilder();
        String namespace = namespace();
        String name = localName();
        copyElement(text, context, true);
        return VerbatimXml.trusted(text.toString(), namespace, name);
    }

    private void copyElement(StringBuilder to, Map<String, String> context, boolean root) {
        checkLength(to.length(), limits.text());
        String name = qualified(reader.getPrefix(), reader.getLocalName());
        to.append('<').append(name);
        Map<String, String> scope = root || reader.getNamespaceCount() > 0 ? copyNamespaces(to, context) : context;
        copyAttributes(to);
        to.append('>');
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                copyElement(to, scope, false);
            } else if (isText(event)) {
                XmlOutput.appendText(to, reader.getText());
                checkLength(to.length(), limits.text());
            } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                String data = reader.getPIData();
                to.append("<?").append(reader.getPITarget());
                to.append(data == null || data.isEmpty() ? "" : " " + data).append("?>");
            }
        }
        to.append("</").append(name).append('>');
    }

    private Map<String, String> copyNamespaces(StringBuilder to, Map<String, String> context) {
        Map<String, String> scope = new TreeMap<>(scopes.getFirst());
        scope.forEach((prefix, uri) -> {
            if (!uri.equals(context.getOrDefault(prefix, ""))) {
                XmlOutput.appendAttribute(to, prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri);
            }
        });
        context.forEach(scope::putIfAbsent);
        return scope;
    }

    private void copyAttributes(StringBuilder to) {
        if (reader.getAttributeCount() == 0) {
            return;
        }
        TreeMap<String, String> ordered = new TreeMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String uri = reader.getAttributeNamespace(i);
            StringBuilder attribute = new StringBuilder();
            XmlOutput.appendAttribute(
                    attribute,
                    qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
            ordered.put((uri == null ? "" : uri) + "\u0001" + reader.getAttributeLocalName(i), attribute.toString());
        }
        ordered.values().forEach(to::append);
    }

    private static String qualified(@Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new EniFormatException("it cannot be closed", 0, e);
        }
    }
}
