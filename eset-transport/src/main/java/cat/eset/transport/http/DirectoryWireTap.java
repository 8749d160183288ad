package cat.eset.transport.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One file per message; several clients may share it, so it numbers exchanges itself. */
final class DirectoryWireTap implements WireTap {

    /** Exchanges that broke off never get their answer; they must not pile up. */
    private static final int MOST_OPEN = 1000;

    private final Path directory;
    private int last;
    private final Map<Long, Integer> open = new LinkedHashMap<>();

    DirectoryWireTap(Path directory) {
        this.directory = directory;
    }

    @Override
    public OutputStream open(WireMessage head) throws IOException {
        Files.createDirectories(directory);
        boolean mime = head.contentType().toLowerCase(Locale.ROOT).startsWith("multipart/");
        boolean bodyless = head.contentType().isEmpty();
        String name = String.format(
                Locale.ROOT,
                "%03d-%s-%s-%s.%s",
                number(head),
                slug(head.service()),
                slug(head.operation()),
                head.direction().name().toLowerCase(Locale.ROOT),
                mime ? "mime" : bodyless ? "http" : extension(head.contentType()));
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(directory.resolve(name)));
        if (mime) {
            file.write(("MIME-Version: 1.0\r\nContent-Type: " + head.contentType() + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        if (bodyless) {
            file.write(startOf(head).getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** A message without body would leave an empty file: its head is all there is to see. */
    private static String startOf(WireMessage head) {
        StringBuilder text = new StringBuilder(
                head.direction() == WireMessage.Direction.REQUEST
                        ? head.method() + " " + head.uri() + " HTTP/1.1\r\n"
                        : "HTTP/1.1 " + head.status() + "\r\n");
        new TreeMap<>(head.headers())
                .forEach((name, values) -> values.forEach(
                        value -> text.append(name).append(": ").append(value).append("\r\n")));
        return text.append("\r\n").toString();
    }

    private int number(WireMessage head) {
        synchronized (open) {
            if (head.direction() == WireMessage.Direction.RESPONSE) {
                Integer number = open.remove(head.exchange());
                return number == null ? ++last : number;
            }
            if (open.size() >= MOST_OPEN) {
                open.remove(open.keySet().iterator().next());
            }
            open.put(head.exchange(), ++last);
            return last;
        }
    }

    private static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String slug =
                plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "message" : slug;
    }

    private static String extension(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.contains("xml")) {
            return "xml";
        }
        if (type.contains("json")) {
            return "json";
        }
        if (type.contains("html")) {
            return "html";
        }
        if (type.startsWith("text/")) {
            return "txt";
        }
        if (type.contains("timestamp-")) {
            return type.contains("query") ? "tsq" : "tsr";
        }
        return type.contains("pdf") ? "pdf" : "bin";
    }
}
