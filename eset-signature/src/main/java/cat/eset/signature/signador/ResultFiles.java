package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks {@code signResult}: one file, or a ZIP of them within bounds (signador 5 and 7.5). */
final class ResultFiles {

    private static final int MOST_ENTRIES = 200;
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private ResultFiles() {}

    /** The signatures by the name of the entry; the only one of a plain result has no name. */
    static Map<String, DocumentContent> unpack(byte[] bytes, String type) throws IOException {
        if (!type.equals("ZIP")) {
            return Map.of("", DocumentContent.of(bytes, mediaType(type)));
        }
        Map<String, DocumentContent> out = new LinkedHashMap<>();
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                byte[] content = zip.readNBytes((int) Math.min(MOST_BYTES - total + 1, Integer.MAX_VALUE - 8));
                total += content.length;
                if (total > MOST_BYTES || out.size() >= MOST_ENTRIES) {
                    throw new IOException("the ZIP unpacks to too much");
                }
                // The name is only a label here and never becomes a path.
                out.put(entry.getName(), DocumentContent.of(content, MediaType.BINARY));
            }
        }
        return out;
    }

    private static MediaType mediaType(String type) {
        return switch (type) {
            case "PDF" -> MediaType.PDF;
            case "XML" -> MediaType.XML;
            default -> MediaType.BINARY;
        };
    }
}
