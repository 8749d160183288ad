package cat.eset.testkit.internal.pci;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code multipart/related} part by part without holding the attachments (contract pci 9.2). */
final class MimeReader {

    private static final int MAX_HEADER = 8 * 1024;

    private final BufferedInputStream in;
    private final byte[] delimiter;
    private boolean atEnd;

    MimeReader(InputStream in, String boundary) throws IOException {
        this.in = new BufferedInputStream(in, 64 * 1024);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        skipPreamble(boundary);
    }

    /** A parameter of a header value such as {@code Content-Type}; empty if it is not there. */
    static String parameter(String header, String name) {
        for (String piece : splitOutsideQuotes(header)) {
            int equals = piece.indexOf('=');
            if (equals > 0 && piece.substring(0, equals).strip().equalsIgnoreCase(name)) {
                String value = piece.substring(equals + 1).strip();
                return value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")
                        ? value.substring(1, value.length() - 1)
                        : value;
            }
        }
        return "";
    }

    private static java.util.List<String> splitOutsideQuotes(String header) {
        java.util.List<String> pieces = new java.util.ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            if (c == ';' && !quoted) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    /** Headers of the next part, names in lower case; empty after the last one. Its body must be read before the next. */
    Optional<Map<String, String>> nextPart() throws IOException {
        if (atEnd) {
            return Optional.empty();
        }
        int first = in.read();
        int second = in.read();
        if (first == '-' && second == '-') {
            atEnd = true;
            return Optional.empty();
        }
        if (first != '\r' || second != '\n') {
            throw new IOException("the MIME boundary is not followed by a line end");
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new IOException("a MIME header line without a name");
            }
            headers.put(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return Optional.of(headers);
    }

    /** The body of the current part, up to the next boundary. */
    InputStream body() {
        return new Body();
    }

    private void skipPreamble(String boundary) throws IOException {
        String expected = "--" + boundary;
        String line = "";
        do {
            in.mark(MAX_HEADER);
            byte[] start = in.readNBytes(expected.length());
            in.reset();
            if (new String(start, StandardCharsets.ISO_8859_1).equals(expected)) {
                in.readNBytes(expected.length());
                return;
            }
            line = line();
        } while (line.isEmpty());
        throw new IOException("the MIME body does not start with its boundary");
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > MAX_HEADER) {
                throw new IOException("the MIME body ends inside a header");
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private final class Body extends InputStream {

        private boolean done;

        @Override
        public int read() throws IOException {
            if (done) {
                return -1;
            }
            int b = in.read();
            if (b < 0) {
                throw new IOException("the MIME body ends without its last boundary");
            }
            if (b != '\r') {
                return b;
            }
            in.mark(delimiter.length);
            for (int i = 1; i < delimiter.length; i++) {
                if (in.read() != (delimiter[i] & 0xff)) {
                    in.reset();
                    return b;
                }
            }
            done = true;
            return -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = 0;
            while (n < length) {
                int b = read();
                if (b < 0) {
                    return n == 0 ? -1 : n;
                }
                buffer[offset + n++] = (byte) b;
            }
            return n;
        }
    }
}
