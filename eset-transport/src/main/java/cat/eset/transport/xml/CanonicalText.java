package cat.eset.transport.xml;

import cat.eset.core.InvalidValueException;

/** Text and values of attributes as canonical XML writes them. */
final class CanonicalText {

    private CanonicalText() {}

    /** A name, prefix included. */
    static void name(Utf8Buffer out, String prefix, String localName) {
        if (!prefix.isEmpty()) {
            write(out, prefix, true);
            out.ascii(':');
        }
        write(out, localName, true);
    }

    /** Escapes text or, with {@code attribute}, the value of an attribute. */
    static void write(Utf8Buffer out, String s, boolean attribute) {
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
                control(out, c, attribute);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(s.charAt(i + 1))) {
                out.codePoint(Character.toCodePoint(c, s.charAt(++i)));
            } else if (Character.isSurrogate(c) || c >= 0xFFFE) {
                throw notXml();
            } else {
                out.codePoint(c);
            }
        }
    }

    private static void control(Utf8Buffer out, char c, boolean attribute) {
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
}
