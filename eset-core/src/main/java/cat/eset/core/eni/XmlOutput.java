package cat.eset.core.eni;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes XML that is already canonical (C14N 1.0), but for the declaration and what is kept verbatim: namespaces on the root
 * in order, attributes in the order given, no empty tags, references as the canonical form has them. So the same values
 * always give the same bytes, and a signature made over a draft verifies in the whole.
 */
final class XmlOutput {

    private final OutputStream out;
    private final int indent;
    private final boolean canonical;
    private Map<String, String> prefixes = Map.of();
    private final StringBuilder pending = new StringBuilder(1024);
    private final Deque<String> open = new ArrayDeque<>();
    private boolean leaf;

    private XmlOutput(OutputStream out, int indent, boolean canonical) {
        this.out = out;
        this.indent = indent;
        this.canonical = canonical;
    }

    /** With a declaration, and elements that come from elsewhere kept character by character. */
    static XmlOutput file(OutputStream out) {
        return file(out, 0);
    }

    /** A file whose root is indented as deep as where it stands in a whole, so that its blanks are the same. */
    static XmlOutput file(OutputStream out, int indent) {
        XmlOutput file = new XmlOutput(out, indent, false);
        file.pending.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return file;
    }

    /** Without declaration, and elements that come from elsewhere made canonical too. */
    static XmlOutput canonical(OutputStream out) {
        return new XmlOutput(out, 0, true);
    }

    /** Opens the root with its namespaces. */
    XmlOutput root(String name, Map<String, String> prefixes, String... attributes) throws IOException {
        this.prefixes = prefixes;
        pending.append('<').append(name);
        new TreeMap<>(prefixes).forEach((prefix, uri) -> attribute("xmlns:" + prefix, uri));
        return opened(name, attributes);
    }

    /** Opens an element; attributes as name, value, name, value, in canonical order. */
    XmlOutput start(String name, String... attributes) throws IOException {
        newLine();
        pending.append('<').append(name);
        return opened(name, attributes);
    }

    private XmlOutput opened(String name, String... attributes) throws IOException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                attribute(attributes[i], attributes[i + 1]);
            }
        }
        pending.append('>');
        open.push(name);
        leaf = true;
        if (pending.length() > 8192) {
            flush();
        }
        return this;
    }

    private void newLine() {
        if (!open.isEmpty()) {
            pending.append('\n').append("  ".repeat(indent + open.size()));
        }
    }

    XmlOutput end() throws IOException {
        String name = open.pop();
        if (!leaf) {
            newLineBeforeEnd();
        }
        leaf = false;
        pending.append("</").append(name).append('>');
        if (open.isEmpty()) {
            flush();
        }
        return this;
    }

    private void newLineBeforeEnd() {
        pending.append('\n').append("  ".repeat(indent + open.size()));
    }

    XmlOutput element(String name, String text) throws IOException {
        start(name);
        text(text);
        return end();
    }

    XmlOutput verbatim(VerbatimXml xml) {
        pending.append(canonical ? xml.canonicalIn(prefixes) : xml.text());
        return this;
    }

    /** A verbatim element on its own line, where other children follow. */
    XmlOutput verbatimChild(VerbatimXml xml) {
        newLine();
        verbatim(xml);
        leaf = false;
        return this;
    }

    XmlOutput base64(DocumentContent content) throws IOException {
        flush();
        OutputStream kept = new FilterOutputStream(out) {
            @Override
            public void write(byte[] b, int off, int len) throws IOException {
                out.write(b, off, len);
            }

            @Override
            public void close() {
                // The encoder is closed to write its last group; the file goes on.
            }
        };
        try (InputStream in = content.open();
                OutputStream encoder = Base64.getEncoder().wrap(kept)) {
            byte[] buffer = new byte[48 * 1024];
            for (int n = in.readNBytes(buffer, 0, buffer.length); n > 0; n = in.readNBytes(buffer, 0, buffer.length)) {
                encoder.write(buffer, 0, n);
            }
        }
        return this;
    }

    private void flush() throws IOException {
        out.write(pending.toString().getBytes(StandardCharsets.UTF_8));
        pending.setLength(0);
    }

    private void text(String value) {
        appendText(pending, value);
    }

    private void attribute(String name, String value) {
        appendAttribute(pending, name, value);
    }

    static void appendText(StringBuilder to, String value) {
        check(value);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '\r' -> to.append("&#xD;");
                default -> to.append(c);
            }
        }
    }

    static void appendAttribute(StringBuilder to, String name, String value) {
        check(value);
        to.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> to.append("&amp;");
                case '<' -> to.append("&lt;");
                case '"' -> to.append("&quot;");
                case '\t' -> to.append("&#x9;");
                case '\n' -> to.append("&#xA;");
                case '\r' -> to.append("&#xD;");
                default -> to.append(c);
            }
        }
        to.append('"');
    }

    /** Refuses what XML 1.0 cannot carry: control characters and halves of surrogate pairs. */
    private static void check(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (pair) {
                i++;
            } else if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || c > '\uFFFD' || Character.isSurrogate(c)) {
                throw InvalidValueException.of("ENI XML", "a text has characters that XML cannot carry");
            }
        }
    }
}
