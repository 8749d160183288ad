package cat.eset.examples.day;

import cat.eset.endpoint.EndpointExchange;
import cat.eset.transport.http.WireMessage;
import cat.eset.transport.http.WireTap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * A folder with every request and answer exactly as it crossed the wire, out and in, numbered in order. Thread-safe.
 *
 * <p>Such files hold personal data: a real town hall records them only on purpose and for a short time.
 */
public final class WireFolder implements WireTap {

    /** One recorded message: its file, its size in bytes, and the step of the day in which it was found. */
    public record Message(String file, long size, int step) {}

    private final Path folder;
    private final WireTap files;
    private final IntSupplier step;
    private final AtomicLong inbound = new AtomicLong();
    private final List<Message> messages = new ArrayList<>();

    /**
     * A folder.
     *
     * @param folder where the files go
     * @param step number of the step that runs
     */
    public WireFolder(Path folder, IntSupplier step) {
        this.folder = folder;
        this.files = WireTap.toDirectory(folder);
        this.step = step;
    }

    @Override
    public OutputStream open(WireMessage head) throws IOException {
        return files.open(head);
    }

    /** Keeps what the consortium asked of one of our endpoints, and what we answered. */
    public void inbound(String service, String operation, EndpointExchange exchange) {
        long number = -inbound.incrementAndGet();
        write(
                number,
                WireMessage.Direction.REQUEST,
                service,
                operation,
                "application/json",
                exchange.request().body());
        write(
                number,
                WireMessage.Direction.RESPONSE,
                service,
                operation,
                "application/json",
                exchange.response().body());
    }

    /** Everything kept so far, in order; what is new belongs to the step that runs. */
    public synchronized List<Message> messages() {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(file -> names.add(file.getFileName().toString()));
            messages.forEach(known -> names.remove(known.file()));
            for (String name : names) {
                messages.add(new Message(name, Files.size(folder.resolve(name)), step.getAsInt()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(messages);
    }

    private void write(
            long number, WireMessage.Direction way, String service, String operation, String type, byte[] body) {
        WireMessage head = new WireMessage(
                number, way, service, operation, Optional.empty(), "POST", URI.create("/"), 0, type, Map.of());
        try (OutputStream out = files.open(head)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
