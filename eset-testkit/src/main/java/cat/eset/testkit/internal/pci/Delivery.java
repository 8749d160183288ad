package cat.eset.testkit.internal.pci;

import cat.eset.testkit.internal.http.Exchanges;
import cat.eset.testkit.internal.net.Line;
import cat.eset.testkit.pci.PciFault;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/** Brings an answer to the client, well or badly. */
final class Delivery {

    private static final String XML = "text/xml;charset=utf-8";

    private final HttpExchange exchange;
    private final Optional<Line> line;

    Delivery(HttpExchange exchange, Optional<Line> line) {
        this.exchange = exchange;
        this.line = line;
    }

    void send(int status, String body) throws IOException {
        Exchanges.answer(exchange, status, XML, body);
    }

    void page(int status, String html) throws IOException {
        Exchanges.answer(exchange, status, "text/html; charset=iso-8859-1", html);
    }

    /** An HTTP status without SOAP. */
    void status(int status, String retryAfter) throws IOException {
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        page(status, "<html><body>" + status + "</body></html>");
    }

    /** The connection is gone before the first byte of an answer. */
    void reset() {
        line.ifPresent(l -> l.reset(peer()));
        exchange.close();
    }

    /** The faults of the connection; every other kind sends the body as it is. */
    void send(PciFault fault, String body) throws IOException {
        switch (fault.kind()) {
            case RESET_AFTER_PROCESSING -> reset();
            case RESET_AFTER_HEADERS -> resetAfter(0, body.getBytes(StandardCharsets.UTF_8));
            case RESET_MID_BODY -> resetAfter(body.length() / 2, body.getBytes(StandardCharsets.UTF_8));
            case DELAY -> {
                LockSupport.parkNanos(fault.amount() * 1_000_000);
                send(200, body);
            }
            case SLOW_BODY -> slowly(body.getBytes(StandardCharsets.UTF_8), (int) fault.amount());
            case EMPTY -> Exchanges.answer(exchange, 200, XML, new byte[0]);
            case HUGE -> huge(fault.amount());
            case GZIP_BOMB -> bomb(fault.amount());
            case MTOM, MTOM_TRUNCATED, MTOM_WITHOUT_PART, MTOM_WITHOUT_BOUNDARY -> {
                MtomAnswer mtom = MtomAnswer.of(fault.kind(), body);
                Exchanges.answer(exchange, 200, mtom.contentType(), mtom.bytes());
            }
            default -> send(200, body);
        }
    }

    private void resetAfter(int bytes, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", XML);
        exchange.sendResponseHeaders(200, body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, bytes);
        out.flush();
        // What was written may still be held back for the time of a delayed acknowledgement, and a reset would discard
        // it.
        LockSupport.parkNanos(200_000_000);
        reset();
    }

    private void slowly(byte[] body, int bytesPerSecond) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", XML);
        exchange.sendResponseHeaders(200, body.length);
        int piece = Math.max(1, bytesPerSecond / 10);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int from = 0; from < body.length; from += piece) {
                out.write(body, from, Math.min(piece, body.length - from));
                out.flush();
                LockSupport.parkNanos(1_000_000_000L * piece / bytesPerSecond);
            }
        } finally {
            exchange.close();
        }
    }

    private void huge(long bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", XML);
        exchange.sendResponseHeaders(200, 0);
        byte[] chunk = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write("<a>".getBytes(StandardCharsets.US_ASCII));
            for (long sent = 0; sent < bytes; sent += chunk.length) {
                out.write(chunk);
            }
            out.write("</a>".getBytes(StandardCharsets.US_ASCII));
        } finally {
            exchange.close();
        }
    }

    private void bomb(long bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] chunk = " ".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("<a>".getBytes(StandardCharsets.US_ASCII));
            for (long sent = 0; sent < bytes; sent += chunk.length) {
                gzip.write(chunk);
            }
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        Exchanges.answer(exchange, 200, XML, packed.toByteArray());
    }

    private int peer() {
        return exchange.getRemoteAddress().getPort();
    }
}
