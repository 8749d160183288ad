package cat.eset.transport.xml;

import java.io.OutputStream;
import java.util.function.Consumer;

/** Documents in exclusive-canonical form, written and not converted (Exclusive XML Canonicalization 1.0). */
public final class CanonicalXml {

    private static final int FIRST_CAPACITY = 4096;

    private CanonicalXml() {}

    /**
     * What was written, in UTF-8, without XML declaration.
     *
     * @param content writes one element
     */
    public static byte[] of(Consumer<? super PayloadWriter> content) {
        return of(Integer.MAX_VALUE - 8L, content);
    }

    /**
     * What was written, up to a limit.
     *
     * @param limit most bytes
     * @param content writes one element
     * @throws XmlTooLargeException if it grows over the limit
     */
    public static byte[] of(long limit, Consumer<? super PayloadWriter> content) {
        Utf8Buffer buffer = new Utf8Buffer((int) Math.min(limit, FIRST_CAPACITY), limit);
        write(buffer, content);
        return buffer.toByteArray();
    }

    /** Writes to a stream, which is not closed. */
    public static void write(OutputStream out, Consumer<? super PayloadWriter> content) {
        Utf8Buffer buffer = new Utf8Buffer(out);
        write(buffer, content);
        buffer.flush();
    }

    private static void write(Utf8Buffer buffer, Consumer<? super PayloadWriter> content) {
        CanonicalWriter writer = new CanonicalWriter(buffer);
        content.accept(writer);
        writer.finish();
    }
}
