package cat.eset.transport.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** UTF-8 bytes in the making: either kept, up to a limit, or passed on to a stream whenever the buffer is full. */
final class Utf8Buffer {

    private byte[] bytes;
    private int size;
    private final long limit;
    private final @Nullable OutputStream sink;

    /** Keeps everything, up to this many bytes. */
    Utf8Buffer(int capacity, long limit) {
        this.bytes = new byte[capacity];
        this.limit = limit;
        this.sink = null;
    }

    /** Passes everything on. */
    Utf8Buffer(OutputStream sink) {
        this.bytes = new byte[4096];
        this.limit = Long.MAX_VALUE;
        this.sink = sink;
    }

    void ascii(char c) {
        if (size == bytes.length) {
            room(1);
        }
        bytes[size++] = (byte) c;
    }

    void ascii(String s) {
        int length = s.length();
        room(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) s.charAt(i);
        }
    }

    void codePoint(int c) {
        room(4);
        if (c < 0x80) {
            bytes[size++] = (byte) c;
        } else if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
            bytes[size++] = (byte) (0x80 | (c & 0x3F));
        } else if (c < 0x10000) {
            bytes[size++] = (byte) (0xE0 | c >> 12);
            bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (c & 0x3F));
        } else {
            bytes[size++] = (byte) (0xF0 | c >> 18);
            bytes[size++] = (byte) (0x80 | ((c >> 12) & 0x3F));
            bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
            bytes[size++] = (byte) (0x80 | (c & 0x3F));
        }
    }

    void bytes(byte[] source, int length) {
        int done = 0;
        while (done < length) {
            int step = sink == null ? length : Math.min(bytes.length, length - done);
            room(step);
            System.arraycopy(source, done, bytes, size, step);
            size += step;
            done += step;
        }
    }

    /** Whether this many bytes more still fit; a question for whoever would have to read them first. */
    void expect(long more) {
        if (size + more > limit) {
            throw XmlTooLargeException.over(limit);
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    void flush() {
        if (sink != null) {
            try {
                sink.write(bytes, 0, size);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            size = 0;
        }
    }

    private void room(int more) {
        if (bytes.length - size >= more) {
            return;
        }
        if (sink == null) {
            expect(more);
            bytes = Arrays.copyOf(bytes, (int) Math.min(limit, Math.max(2L * bytes.length, (long) size + more)));
            return;
        }
        flush();
        if (bytes.length < more) {
            bytes = new byte[more];
        }
    }
}
