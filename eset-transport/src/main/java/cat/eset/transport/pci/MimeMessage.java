package cat.eset.transport.pci;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code multipart/related} answer taken apart: its root and its parts by content id. Broken framing is refused, so that
 * half an answer is never taken for a whole one.
 */
final class MimeMessage {

    private static final Pattern PARAMETER = Pattern.compile(";\\s*([A-Za-z-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]+))");
    private static final int MOST_PARTS = 100;

    private final byte[] root;
    private final Map<String, byte[]> parts;

    private MimeMessage(byte[] root, Map<String, byte[]> parts) {
        this.root = root;
        this.parts = parts;
    }

    static boolean isMime(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("multipart/related");
    }

    byte[] root() {
        return root;
    }

    Map<String, byte[]> parts() {
        return parts;
    }

    /** @throws IllegalArgumentException if it is not well framed; the message says how */
    static MimeMessage parse(String contentType, byte[] body) {
        String boundary = parameter(contentType, "boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw new IllegalArgumentException("the MIME message names no boundary");
        }
        byte[] delimiter = ("\r\n--" + boundary).getBytes(ISO_8859_1);
        byte[] first = ("--" + boundary).getBytes(ISO_8859_1);
        int at = startsWith(body, 0, first) ? first.length : after(body, 0, delimiter);
        Map<String, byte[]> parts = new HashMap<>();
        byte[] firstPart = null;
        while (!startsWith(body, at, new byte[] {'-', '-'})) {
            int head = endOfDelimiter(body, at);
            int end = after(body, head - 2, delimiter) - delimiter.length;
            int content = startsWith(body, head, new byte[] {'\r', '\n'})
                    ? head + 2
                    : after(body, head, new byte[] {'\r', '\n', '\r', '\n'});
            if (content > end || parts.size() == MOST_PARTS) {
                throw new IllegalArgumentException("the MIME message is not well framed");
            }
            String headers = new String(body, head, content - head, ISO_8859_1);
            byte[] bytes = Arrays.copyOfRange(body, content, end);
            checkEncoding(headers);
            firstPart = firstPart == null ? bytes : firstPart;
            String id = header(headers, "content-id");
            if (parts.put(id == null ? "#" + parts.size() : withoutBrackets(id), bytes) != null) {
                throw new IllegalArgumentException("the MIME message has the same content id twice");
            }
            at = end + delimiter.length;
        }
        String start = parameter(contentType, "start");
        byte[] root = start == null ? firstPart : parts.get(withoutBrackets(start));
        if (root == null) {
            throw new IllegalArgumentException("the MIME message has no root");
        }
        return new MimeMessage(root, parts);
    }

    private static void checkEncoding(String headers) {
        String encoding = header(headers, "content-transfer-encoding");
        if (encoding != null && !encoding.toLowerCase(Locale.ROOT).matches("binary|8bit|7bit")) {
            throw new IllegalArgumentException("the MIME message has a part in an encoding that MTOM does not use");
        }
    }

    private static @Nullable String header(String headers, String name) {
        for (String line : headers.replaceAll("\r\n[ \t]+", " ").split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase(name)) {
                return line.substring(colon + 1).strip();
            }
        }
        return null;
    }

    private static @Nullable String parameter(String contentType, String name) {
        Matcher matcher = PARAMETER.matcher(contentType);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                return matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            }
        }
        return null;
    }

    private static String withoutBrackets(String id) {
        return id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
    }

    /** After a delimiter only white space may stand before the end of its line; else it is another, longer one. */
    private static int endOfDelimiter(byte[] body, int from) {
        int at = from;
        while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
            at++;
        }
        if (!startsWith(body, at, new byte[] {'\r', '\n'})) {
            throw new IllegalArgumentException("the MIME message is not well framed");
        }
        return at + 2;
    }

    private static int after(byte[] body, int from, byte[] wanted) {
        for (int i = Math.max(0, from); i <= body.length - wanted.length; i++) {
            if (startsWith(body, i, wanted)) {
                return i + wanted.length;
            }
        }
        throw new IllegalArgumentException("the MIME message ends too early");
    }

    private static boolean startsWith(byte[] body, int at, byte[] wanted) {
        return at + wanted.length <= body.length
                && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
