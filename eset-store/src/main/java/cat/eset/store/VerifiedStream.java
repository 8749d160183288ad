package cat.eset.store;

import cat.eset.core.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Bytes that are held to their digest when their end is read. */
final class VerifiedStream extends FilterInputStream {

    private final Sha256 expected;
    private final MessageDigest digest = Sha256.digest();
    private boolean ended;

    VerifiedStream(InputStream in, Sha256 expected) {
        super(in);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one < 0) {
            end();
        } else {
            digest.update((byte) one);
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int n = in.read(buffer, offset, length);
        if (n < 0) {
            end();
        } else {
            digest.update(buffer, offset, n);
        }
        return n;
    }

    private void end() throws IOException {
        if (!ended) {
            ended = true;
            if (!Sha256.ofDigest(digest.digest()).equals(expected)) {
                throw new IOException("the bytes stored as " + expected + " are not those any more");
            }
        }
    }

    /** What is skipped is read, because it counts. */
    @Override
    public long skip(long n) throws IOException {
        byte[] buffer = new byte[(int) Math.min(8192, Math.max(0, n))];
        long skipped = 0;
        while (skipped < n) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, n - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
