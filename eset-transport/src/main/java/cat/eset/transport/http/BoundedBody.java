package cat.eset.transport.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import okhttp3.Response;

/** Reads the body of an answer up to a limit, which counts what came and what it unpacks to. */
final class BoundedBody {

    private BoundedBody() {}

    /** The whole body in memory; of known length, in an array of just that size. */
    static byte[] read(Response response, long limit, OutputStream tap, Progress progress) throws IOException {
        InputStream plain = open(response, limit, tap, progress);
        long declared = response.body().contentLength();
        if (declared >= 0 && !(plain instanceof GZIPInputStream)) {
            byte[] bytes = new byte[(int) declared];
            if (plain.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                throw new EOFException("the answer is shorter than it says");
            }
            return bytes;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(8192);
        transfer(plain, bytes, limit, progress);
        return bytes.toByteArray();
    }

    /** Streams the body and says how long it was. */
    static long copy(Response response, long limit, OutputStream target, OutputStream tap, Progress progress)
            throws IOException {
        return transfer(open(response, limit, tap, progress), target, limit, progress);
    }

    private static InputStream open(Response response, long limit, OutputStream tap, Progress progress)
            throws IOException {
        if (response.body().contentLength() > limit) {
            throw new TooLargeException(limit);
        }
        String encoding = response.header("Content-Encoding");
        InputStream wire = new Counting(response.body().byteStream(), limit, tap, progress);
        return switch (encoding == null ? "" : encoding.toLowerCase(Locale.ROOT).strip()) {
            case "", "identity" -> wire;
            case "gzip", "x-gzip" -> new GZIPInputStream(wire);
            default -> throw new IOException("the answer is encoded in a way that was not asked for");
        };
    }

    private static long transfer(InputStream plain, OutputStream target, long limit, Progress progress)
            throws IOException {
        byte[] buffer = new byte[8192];
        long length = 0;
        for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
            length += n;
            if (length > limit) {
                throw new TooLargeException(limit);
            }
            try {
                target.write(buffer, 0, n);
            } catch (IOException e) {
                progress.sinkFailed = true;
                throw e;
            }
        }
        return length;
    }

    /** Counts and shows to the tap what comes from the wire. */
    private static final class Counting extends FilterInputStream {
        private final long limit;
        private final OutputStream tap;
        private final Progress progress;

        Counting(InputStream in, long limit, OutputStream tap, Progress progress) {
            super(in);
            this.limit = limit;
            this.tap = tap;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int n = in.read(b, off, len);
            if (n > 0) {
                progress.responseBytes += n;
                if (progress.responseBytes > limit) {
                    throw new TooLargeException(limit);
                }
                tap.write(b, off, n);
            }
            return n;
        }
    }
}
