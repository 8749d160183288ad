package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.internal.http.Exchanges;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Short-lived addresses of PDF receipts. */
public final class Downloads {

    /** How long an address is told to be gone before it is told never to have been. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Map<String, Offer> offers = new ConcurrentHashMap<>();
    private final Agenda agenda;
    private final Duration life;
    private volatile URI base;

    /** Addresses below a base that {@link #handle} serves. */
    public Downloads(Agenda agenda, Duration life, URI base) {
        this.agenda = agenda;
        this.life = life;
        this.base = base;
    }

    private record Offer(EvidencePdf.File file, Instant until) {}

    /** From now on the addresses name another host, as a hostile or misconfigured service would. */
    void from(URI other) {
        base = other;
    }

    URI offer(EvidencePdf.File file, Instant now) {
        offers.values().removeIf(old -> now.isAfter(old.until().plus(REMEMBERED)));
        String key = UUID.randomUUID().toString();
        offers.put(key, new Offer(file, now.plus(life)));
        return base.resolve(key + ".pdf");
    }

    /** Serves one receipt: 404 if unknown, 410 if its address has run out. */
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String key = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.pdf$", "");
        Offer offer = offers.get(key);
        if (offer == null) {
            Exchanges.answer(exchange, 404, "text/plain", "not found");
        } else if (agenda.now().isAfter(offer.until())) {
            Exchanges.answer(exchange, 410, "text/plain", "gone");
        } else {
            Exchanges.answer(
                    exchange, 200, "application/pdf", offer.file().content().get());
        }
    }
}
