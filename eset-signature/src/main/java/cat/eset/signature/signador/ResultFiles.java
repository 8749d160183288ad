package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Unpacks {@code signResult}: one file, or a ZIP of them within bounds (signador 5 and 7.5). */
final class ResultFiles {

    private static final int MOST_ENTRIES = 200;
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private ResultFiles() {}

    /**
     * One file.
     *
     * @param name last part of the name of its entry, which is only a label and never becomes a path; empty if it came alone
     */
    record Named(String name, DocumentContent content) {}

    /** The files, of which several may have the same name: what they are called is not documented. */
    static List<Named> unpack(byte[] bytes, String type) throws IOException {
        if (!type.equals("ZIP")) {
            return List.of(new Named("", DocumentContent.of(bytes, mediaType(type))));
        }
        List<Named> out = new ArrayList<>();
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
                out.add(new Named(label(entry.getName()), DocumentContent.of(content, MediaType.BINARY)));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("the ZIP has names that are no text", e);
        }
        return out;
    }

    private static String label(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static MediaType mediaType(String type) {
        return switch (type) {
            case "PDF" -> MediaType.PDF;
            case "XML" -> MediaType.XML;
            default -> MediaType.BINARY;
        };
    }
}
