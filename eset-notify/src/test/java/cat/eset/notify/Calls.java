package cat.eset.notify;

import cat.eset.transport.http.ExchangeListener;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a client asks, by operation. Thread-safe. */
public final class Calls implements ExchangeListener {

    private final Map<String, Long> counts = new TreeMap<>();

    @Override
    public synchronized void started(Exchange exchange) {
        counts.merge(exchange.operation(), 1L, Long::sum);
    }

    /** What was asked since the last time, by operation. */
    public synchronized Map<String, Long> take() {
        Map<String, Long> taken = new TreeMap<>(counts);
        counts.clear();
        return taken;
    }

    /** All that was asked since the last {@link #take()}. */
    public synchronized long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
