package cat.eset.registry.sir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the vendor keeps what synchronising tells. Nobody says whether the service tells it again (contract sir 3.6), so everything is
 * kept here before anybody acts on it, also when the client synchronises to find out what became of a sending. Thread-safe.
 */
public interface ExchangeLog {

    /**
     * Keeps events, each once: those of a {@link ExchangeEvent#key()} that is here already are left as they are.
     *
     * @param events in the order in which they were told
     */
    void keep(List<ExchangeEvent> events);

    /** The events of a sending of ours, oldest first. */
    List<ExchangeEvent> ofSending(String sendingId);

    /** A log that lasts as long as the program: for tests and for programs that do not mind. */
    static ExchangeLog inMemory() {
        return new ExchangeLog() {
            private final Map<String, ExchangeEvent> events = new LinkedHashMap<>();

            @Override
            public synchronized void keep(List<ExchangeEvent> told) {
                told.forEach(e -> events.putIfAbsent(e.key(), e));
            }

            @Override
            public synchronized List<ExchangeEvent> ofSending(String sendingId) {
                List<ExchangeEvent> found = new ArrayList<>();
                for (ExchangeEvent event : events.values()) {
                    if (event.sendingId().equals(sendingId)) {
                        found.add(event);
                    }
                }
                return found;
            }
        };
    }
}
