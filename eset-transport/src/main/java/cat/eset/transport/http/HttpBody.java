package cat.eset.transport.http;

import cat.eset.core.DocumentContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** The body of a request: written once, streamed. Thread-safe if its source is. */
public interface HttpBody {

    /** Value of the header {@code Content-Type}. */
    String contentType();

    /** Number of bytes, or -1 when not known: then it goes in chunks. */
    long length();

    /** Writes all bytes. The stream is not to be closed. */
    void writeTo(OutputStream out) throws IOException;

    /** These bytes, which are not copied. */
    static HttpBody of(byte[] bytes, String contentType) {
        return of(bytes, 0, bytes.length, contentType);
    }

    /** Some of these bytes, which are not copied. */
    static HttpBody of(byte[] bytes, int offset, int length, String contentType) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        Objects.requireNonNull(contentType, "contentType");
        return new HttpBody() {
            @Override
            public String contentType() {
                return contentType;
            }

            @Override
            public long length() {
                return length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes, offset, length);
            }
        };
    }

    /** A document, streamed, with its media type. */
    static HttpBody of(DocumentContent content) {
        return new HttpBody() {
            @Override
            public String contentType() {
                return content.mediaType().value();
            }

            @Override
            public long length() {
                return content.length();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                try (InputStream in = content.open()) {
                    in.transferTo(out);
                }
            }
        };
    }
}
