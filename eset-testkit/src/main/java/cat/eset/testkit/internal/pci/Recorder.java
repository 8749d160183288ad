package cat.eset.testkit.internal.pci;

import cat.eset.testkit.pci.PciExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of exchanges and, if asked, the files with their bytes. Thread-safe. */
final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int KEPT = 5_000;

    private final Deque<PciExchange> exchanges = new ArrayDeque<>();
    private volatile Optional<Path> directory = Optional.empty();
    private long count;

    void recordTo(Path target) {
        try {
            directory = Optional.of(Files.createDirectories(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean wantsBytes() {
        return directory.isPresent();
    }

    synchronized long nextNumber() {
        return ++count;
    }

    synchronized void add(PciExchange exchange) {
        if (exchanges.size() == KEPT) {
            exchanges.removeFirst();
        }
        exchanges.addLast(exchange);
    }

    synchronized List<PciExchange> all() {
        return List.copyOf(exchanges);
    }

    void write(PciExchange exchange, boolean mtom, byte[] request, byte[] answer) {
        directory.ifPresent(target -> {
            String name = String.format(
                    Locale.ROOT, "%05d-%s-%s", exchange.number(), exchange.front(), safe(exchange.operation()));
            try {
                Files.write(target.resolve(name + "-request." + (mtom ? "mime" : "xml")), request);
                Files.write(target.resolve(name + "-answer.xml"), answer);
            } catch (IOException e) {
                LOG.warn("Recording of PCI exchanges stopped at exchange {}", exchange.number(), e);
                directory = Optional.empty();
            }
        });
    }

    private static String safe(String operation) {
        return operation.isEmpty() ? "unknown" : operation.replaceAll("[^A-Za-z0-9]", "_");
    }
}
