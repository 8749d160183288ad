package cat.eset.endpoint;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a message the way HTTP/1.1 does (RFC 9112 section 2.1). */
final class HttpText {

    private HttpText() {}

    static void write(ByteArrayOutputStream out, String startLine, EndpointHeaders headers, byte[] body) {
        StringBuilder head = new StringBuilder(startLine).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(body);
    }
}
