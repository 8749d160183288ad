package cat.eset.examples.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * A folder with every request and answer exactly as it crossed the wire, numbered in order. Thread-safe.
 *
 * <p>Such files hold personal data: a real town hall records them only on purpose and for a short time.
 */
public final class WireFolder {

    /** One recorded message: its file, its size in bytes, and the step of the day it belongs to. */
    public record Message(String file, long size, int step) {}

    private final Path folder;
    private final IntSupplier step;
    private final List<Message> messages = new ArrayList<>();

    /**
     * A folder.
     *
     * @param folder where the files go; it must exist
     * @param step number of the step that runs
     */
    public WireFolder(Path folder, IntSupplier step) {
        this.folder = folder;
        this.step = step;
    }

    /**
     * Keeps one message.
     *
     * @param name what it is, for example {@code enotum-consulta-request}
     * @param contentType its {@code Content-Type}, which decides the ending of the file
     * @param bytes exactly what was sent or received
     */
    public synchronized void record(String name, String contentType, byte[] bytes) {
        String file = String.format(Locale.ROOT, "%03d-%s%s", messages.size() + 1, name, ending(contentType));
        try {
            Files.write(folder.resolve(file), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        messages.add(new Message(file, bytes.length, step.getAsInt()));
    }

    /** Everything kept so far, in order. */
    public synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    private static String ending(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/")) {
            return ".mime";
        }
        if (type.contains("json")) {
            return ".json";
        }
        if (type.contains("timestamp-query")) {
            return ".tsq";
        }
        if (type.contains("timestamp-reply")) {
            return ".tsr";
        }
        if (type.contains("pdf")) {
            return ".pdf";
        }
        if (type.contains("html")) {
            return ".html";
        }
        return type.contains("xml") ? ".xml" : ".bin";
    }
}
