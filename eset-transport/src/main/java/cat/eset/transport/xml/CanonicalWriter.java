package cat.eset.transport.xml;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Writes the exclusive-canonical form of one element and what is in it. The start tag waits until its attributes are all
 * known; the name space declarations that it needs are those of prefixes it visibly uses and no ancestor has written.
 */
final class CanonicalWriter implements PayloadWriter {

    private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

    private final Utf8Buffer out;

    /** Open elements: prefix, local name, and how many declarations were in force before it. */
    private String[] openNames = new String[32];

    private int[] scopeMarks = new int[16];
    private int depth;

    /** Declarations written by open elements: prefix, URI. */
    private String[] scope = new String[32];

    private int scopeSize;

    /** Attributes of the pending start tag: namespace, prefix, local name, value. */
    private String[] attributes = new String[16];

    private int attributeSize;

    /** Declarations the pending start tag needs: prefix, URI. */
    private String[] needed = new String[16];

    private int neededSize;

    private boolean pending;
    private String pendingNamespace = "";
    private byte @Nullable [] chunk;

    CanonicalWriter(Utf8Buffer out) {
        this.out = out;
    }

    @Override
    public PayloadWriter start(String namespace, String prefix, String localName) {
        flushStart();
        checkNames(namespace, prefix, localName);
        if (2 * depth == openNames.length) {
            openNames = Arrays.copyOf(openNames, 4 * depth);
            scopeMarks = Arrays.copyOf(scopeMarks, 2 * depth);
        }
        openNames[2 * depth] = prefix;
        openNames[2 * depth + 1] = localName;
        scopeMarks[depth] = scopeSize;
        depth++;
        pending = true;
        pendingNamespace = namespace;
        return this;
    }

    @Override
    public PayloadWriter attribute(String localName, String value) {
        return addAttribute("", "", localName, value);
    }

    @Override
    public PayloadWriter attribute(String namespace, String prefix, String localName, String value) {
        if (prefix.isEmpty()) {
            throw new IllegalArgumentException("an attribute with a namespace needs a prefix");
        }
        return addAttribute(namespace, prefix, localName, value);
    }

    PayloadWriter addAttribute(String namespace, String prefix, String localName, String value) {
        if (!pending) {
            throw new IllegalStateException("an attribute comes right after the start of its element");
        }
        checkNames(namespace, prefix, localName);
        for (int i = 0; i < attributeSize; i += 4) {
            if (attributes[i + 2].equals(localName) && attributes[i].equals(namespace)) {
                throw new IllegalStateException("the element has the attribute " + localName + " twice");
            }
        }
        if (attributeSize == attributes.length) {
            attributes = Arrays.copyOf(attributes, 2 * attributeSize);
        }
        attributes[attributeSize++] = namespace;
        attributes[attributeSize++] = prefix;
        attributes[attributeSize++] = localName;
        attributes[attributeSize++] = value;
        return this;
    }

    /** Treats a prefix as used by the element just opened (the {@code PrefixList} of a canonicalization). */
    void alsoUses(String prefix, String uri) {
        need(prefix, uri);
    }

    @Override
    public PayloadWriter text(String value) {
        flushStart();
        if (depth == 0) {
            throw new IllegalStateException("text comes inside an element");
        }
        escape(value, false);
        return this;
    }

    @Override
    public PayloadWriter base64(DocumentContent content) {
        flushStart();
        out.expect((content.length() + 2) / 3 * 4);
        if (chunk == null) {
            chunk = new byte[3 * 4096];
        }
        byte[] encoded = new byte[4 * 4096];
        try (InputStream in = content.open()) {
            int n;
            do {
                n = in.readNBytes(chunk, 0, chunk.length);
                byte[] source = n == chunk.length ? chunk : Arrays.copyOf(chunk, n);
                out.bytes(encoded, Base64.getEncoder().encode(source, encoded));
            } while (n == chunk.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    void instruction(String target, String data) {
        flushStart();
        out.ascii("<?");
        name("", target);
        if (!data.isEmpty()) {
            out.ascii(' ');
            data.codePoints().forEach(c -> {
                if (c == '\r') {
                    out.ascii("&#xD;");
                } else {
                    out.codePoint(c);
                }
            });
        }
        out.ascii("?>");
    }

    @Override
    public PayloadWriter end() {
        flushStart();
        if (depth == 0) {
            throw new IllegalStateException("no element is open");
        }
        depth--;
        out.ascii("</");
        name(openNames[2 * depth], openNames[2 * depth + 1]);
        out.ascii('>');
        scopeSize = scopeMarks[depth];
        return this;
    }

    void finish() {
        if (depth != 0) {
            throw new IllegalStateException(depth + " elements were left open");
        }
    }

    private void flushStart() {
        if (!pending) {
            return;
        }
        pending = false;
        String prefix = openNames[2 * depth - 2];
        out.ascii('<');
        name(prefix, openNames[2 * depth - 1]);
        need(prefix, pendingNamespace);
        for (int i = 0; i < attributeSize; i += 4) {
            if (!attributes[i + 1].isEmpty()) {
                need(attributes[i + 1], attributes[i]);
            }
        }
        writeDeclarations();
        writeAttributes();
        out.ascii('>');
        attributeSize = 0;
        neededSize = 0;
    }

    private void need(String prefix, String uri) {
        if (prefix.equals("xml")) {
            return;
        }
        for (int i = 0; i < neededSize; i += 2) {
            if (needed[i].equals(prefix)) {
                if (!needed[i + 1].equals(uri)) {
                    throw new IllegalStateException("the prefix " + prefix + " has two meanings in one element");
                }
                return;
            }
        }
        if (rendered(prefix).equals(uri)) {
            return;
        }
        if (neededSize == needed.length) {
            needed = Arrays.copyOf(needed, 2 * neededSize);
        }
        int at = neededSize;
        while (at > 0 && needed[at - 2].compareTo(prefix) > 0) {
            needed[at] = needed[at - 2];
            needed[at + 1] = needed[at - 1];
            at -= 2;
        }
        needed[at] = prefix;
        needed[at + 1] = uri;
        neededSize += 2;
    }

    /** What a prefix means by the declarations written so far; without any, nothing, as the default namespace is. */
    private String rendered(String prefix) {
        for (int i = scopeSize - 2; i >= 0; i -= 2) {
            if (scope[i].equals(prefix)) {
                return scope[i + 1];
            }
        }
        return "";
    }

    private void writeDeclarations() {
        if (scopeSize + neededSize > scope.length) {
            scope = Arrays.copyOf(scope, 2 * (scopeSize + neededSize));
        }
        for (int i = 0; i < neededSize; i += 2) {
            out.ascii(" xmlns");
            if (!needed[i].isEmpty()) {
                out.ascii(':');
                escape(needed[i], true);
            }
            out.ascii("=\"");
            escape(needed[i + 1], true);
            out.ascii('"');
            scope[scopeSize++] = needed[i];
            scope[scopeSize++] = needed[i + 1];
        }
    }

    private void writeAttributes() {
        sortAttributes();
        for (int i = 0; i < attributeSize; i += 4) {
            out.ascii(' ');
            name(attributes[i + 1], attributes[i + 2]);
            out.ascii("=\"");
            escape(attributes[i + 3], true);
            out.ascii('"');
        }
    }

    /** By namespace, then by local name: canonical order. Elements have few attributes, so insertion is enough. */
    private void sortAttributes() {
        for (int i = 4; i < attributeSize; i += 4) {
            for (int j = i; j > 0 && compareAttributes(j - 4, j) > 0; j -= 4) {
                for (int k = 0; k < 4; k++) {
                    String swap = attributes[j - 4 + k];
                    attributes[j - 4 + k] = attributes[j + k];
                    attributes[j + k] = swap;
                }
            }
        }
    }

    private int compareAttributes(int left, int right) {
        int byNamespace = attributes[left].compareTo(attributes[right]);
        return byNamespace != 0 ? byNamespace : attributes[left + 2].compareTo(attributes[right + 2]);
    }

    private void name(String prefix, String localName) {
        if (!prefix.isEmpty()) {
            escape(prefix, true);
            out.ascii(':');
        }
        escape(localName, true);
    }

    private void escape(String s, boolean attribute) {
        int length = s.length();
        for (int i = 0; i < length; i++) {
            char c = s.charAt(i);
            if (c >= 0x20 && c < 0x80) {
                switch (c) {
                    case '&' -> out.ascii("&amp;");
                    case '<' -> out.ascii("&lt;");
                    case '>' -> out.ascii(attribute ? ">" : "&gt;");
                    case '"' -> out.ascii(attribute ? "&quot;" : "\"");
                    default -> out.ascii(c);
                }
            } else if (c < 0x20) {
                control(c, attribute);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(s.charAt(i + 1))) {
                out.codePoint(Character.toCodePoint(c, s.charAt(++i)));
            } else if (Character.isSurrogate(c) || c >= 0xFFFE) {
                throw notXml();
            } else {
                out.codePoint(c);
            }
        }
    }

    private void control(char c, boolean attribute) {
        switch (c) {
            case '\r' -> out.ascii("&#xD;");
            case '\n' -> out.ascii(attribute ? "&#xA;" : "\n");
            case '\t' -> out.ascii(attribute ? "&#x9;" : "\t");
            default -> throw notXml();
        }
    }

    private static InvalidValueException notXml() {
        return InvalidValueException.of("XML text", "only characters that XML 1.0 allows");
    }

    private static void checkNames(String namespace, String prefix, String localName) {
        checkName(localName);
        if (prefix.isEmpty()) {
            return;
        }
        checkName(prefix);
        if (prefix.equals("xmlns") || namespace.isEmpty() || prefix.equals("xml") != namespace.equals(XML_NAMESPACE)) {
            throw new IllegalArgumentException("the prefix " + prefix + " cannot have that namespace");
        }
    }

    private static void checkName(String name) {
        boolean first = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isForeignLetter(c);
            boolean later = (c >= '0' && c <= '9') || c == '-' || c == '.' || c == 0xB7;
            if (!letter && (first || !later)) {
                throw new IllegalArgumentException("not an XML name without colon");
            }
            first = false;
        }
        if (first) {
            throw new IllegalArgumentException("an XML name may not be empty");
        }
    }

    private static boolean isForeignLetter(char c) {
        return c >= 0xC0 && c != 0xD7 && c != 0xF7;
    }
}
