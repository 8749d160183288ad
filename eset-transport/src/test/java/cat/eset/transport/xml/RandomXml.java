package cat.eset.transport.xml;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Documents with every shape of namespace, attribute, text, comment and instruction that a message may have. */
final class RandomXml {

    private static final String[] URIS = {"urn:a", "urn:b", "http://example.org/é?x=1&amp;y", "urn:zz"};
    private static final String[] PREFIXES = {"", "a", "b", "ns0", "zz"};
    private static final String[] TEXTS = {
        "plain", " \n\t ", "&lt;&amp;&gt;&quot;", "ç·à€", "&#x1F600;", "&#13;end", "<![CDATA[a<b&c]]>", "\r\n", "'\""
    };

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    RandomXml(long seed) {
        this.random = new Random(seed);
    }

    byte[] document() {
        out.append(random.nextBoolean() ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "");
        // All prefixes mean something at the root, so that any element below may use any of them.
        out.append(
                "<a:root xmlns=\"urn:a\" xmlns:a=\"urn:a\" xmlns:b=\"urn:b\" xmlns:ns0=\"urn:b\" xmlns:zz=\"urn:zz\">");
        int elements = 1 + random.nextInt(4);
        for (int i = 0; i < elements; i++) {
            text();
            element(0);
        }
        out.append("</a:root>");
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void element(int depth) {
        String prefix = PREFIXES[random.nextInt(PREFIXES.length)];
        String name = (prefix.isEmpty() ? "" : prefix + ":") + "e" + random.nextInt(3);
        out.append('<').append(name);
        for (String declared : PREFIXES) {
            if (random.nextInt(4) == 0) {
                String uri = declared.isEmpty() && random.nextInt(3) == 0 ? "" : URIS[random.nextInt(URIS.length)];
                out.append(declared.isEmpty() ? " xmlns=\"" : " xmlns:" + declared + "=\"")
                        .append(uri)
                        .append('"');
            }
        }
        attributes();
        out.append('>');
        int children = depth > 4 ? 0 : random.nextInt(4);
        for (int i = 0; i < children; i++) {
            text();
            if (random.nextInt(6) == 0) {
                out.append("<!-- comment -->");
            }
            if (random.nextInt(8) == 0) {
                out.append(random.nextBoolean() ? "<?pi some data?>" : "<?empty?>");
            }
            element(depth + 1);
        }
        text();
        out.append("</").append(name).append('>');
    }

    private void attributes() {
        if (random.nextInt(3) == 0) {
            out.append(" z='1'");
        }
        if (random.nextInt(3) == 0) {
            out.append(" b=\"tab&#9;line&#10;ret&#13;&lt;&gt;&quot;'\"");
        }
        if (random.nextInt(3) == 0) {
            out.append(" a:x=\"1\" zz:w=\"2\"");
        }
        if (random.nextInt(5) == 0) {
            out.append(" xml:lang=\"ca\"");
        }
    }

    private void text() {
        if (random.nextBoolean()) {
            out.append(TEXTS[random.nextInt(TEXTS.length)]);
        }
    }
}
