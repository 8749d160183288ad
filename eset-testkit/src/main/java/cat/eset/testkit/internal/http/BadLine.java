package cat.eset.testkit.internal.http;

import cat.eset.testkit.internal.net.Line;
import cat.eset.testkit.internal.net.Unreliability;
import cat.eset.testkit.pci.PciFault;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Spoils downloads as the unreliable line spoils messages. For what may be asked twice: a repetition changes nothing. */
public final class BadLine implements HttpHandler {

    /** Less than any download, more than its headers. */
    private static final long SOME_BYTES = 600;

    private final HttpHandler behind;
    private final Line line;
    private final Unreliability unreliability;

    /** In front of a handler of the site behind this line. */
    public BadLine(HttpHandler behind, Line line, Unreliability unreliability) {
        this.behind = behind;
        this.line = line;
        this.unreliability = unreliability;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Optional<PciFault> trouble = unreliability.next();
        if (trouble.isPresent()) {
            int peer = exchange.getRemoteAddress().getPort();
            switch (trouble.get().kind()) {
                case RESET_MID_BODY -> line.resetAfter(peer, SOME_BYTES);
                case DELAY -> LockSupport.parkNanos(trouble.get().amount() * 1_000_000);
                case DUPLICATED -> {
                    // the second answer of a download has nobody to go to
                }
                default -> {
                    line.reset(peer);
                    exchange.close();
                    return;
                }
            }
        }
        behind.handle(exchange);
    }
}
