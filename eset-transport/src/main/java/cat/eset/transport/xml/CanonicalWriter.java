package cat.eset.transport.xml;

import cat.eset.core.DocumentContent;
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

    private final Utf8Buffer out;
    private final NamespaceScope namespaces = new NamespaceScope();

    /** Open elements: prefix, local name. */
    private String[] openNames = new String[32];

    private int depth;

    /** Attributes of the pending start tag: namespace, prefix, local name, value. */
    private String[] attributes = new String[16];

    private int attributeSize;

    private boolean pending;
    private String pendingNamespace = "";
    private byte @Nullable [] chunk;

    CanonicalWriter(Utf8Buffer out) {
        this.out = out;
    }

    @Override
    public PayloadWriter start(String namespace, String prefix, String localName) {
        flushStart();
        XmlNames.check(namespace, prefix, localName);
        if (2 * depth == openNames.length) {
            openNames = Arrays.copyOf(openNames, 4 * depth);
        }
        openNames[2 * depth] = prefix;
        openNames[2 * depth + 1] = localName;
        namespaces.open();
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
        XmlNames.check(namespace, prefix, localName);
        checkMeaning(prefix, openNames[2 * depth - 2], namespace, pendingNamespace);
        for (int i = 0; i < attributeSize; i += 4) {
            checkMeaning(prefix, attributes[i + 1], namespace, attributes[i]);
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

    private static void checkMeaning(String prefix, String otherPrefix, String namespace, String otherNamespace) {
        if (!prefix.isEmpty() && prefix.equals(otherPrefix) && !namespace.equals(otherNamespace)) {
            throw new IllegalStateException("the prefix " + prefix + " has two meanings in one element");
        }
    }

    /** Treats a prefix as used by the element just opened (the {@code PrefixList} of a canonicalization). */
    void alsoUses(String prefix, String uri) {
        namespaces.need(prefix, uri);
    }

    @Override
    public PayloadWriter text(String value) {
        flushStart();
        if (depth == 0) {
            throw new IllegalStateException("text comes inside an element");
        }
        CanonicalText.write(out, value, false);
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
        CanonicalText.name(out, "", target);
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
        CanonicalText.name(out, openNames[2 * depth], openNames[2 * depth + 1]);
        out.ascii('>');
        namespaces.close();
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
        CanonicalText.name(out, prefix, openNames[2 * depth - 1]);
        namespaces.need(prefix, pendingNamespace);
        for (int i = 0; i < attributeSize; i += 4) {
            if (!attributes[i + 1].isEmpty()) {
                namespaces.need(attributes[i + 1], attributes[i]);
            }
        }
        namespaces.declare(out);
        writeAttributes();
        out.ascii('>');
        attributeSize = 0;
    }

    private void writeAttributes() {
        sortAttributes();
        for (int i = 0; i < attributeSize; i += 4) {
            out.ascii(' ');
            CanonicalText.name(out, attributes[i + 1], attributes[i + 2]);
            out.ascii("=\"");
            CanonicalText.write(out, attributes[i + 3], true);
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
}
