package cat.eset.transport.http;

import java.io.IOException;
import java.io.OutputStream;

/** Writes to the wire, counts, and lets the tap see it. Closing does not close the wire. */
final class TeeStream extends OutputStream {

    private final OutputStream wire;
    private final OutputStream tap;
    private final Progress progress;

    TeeStream(OutputStream wire, OutputStream tap, Progress progress) {
        this.wire = wire;
        this.tap = tap;
        this.progress = progress;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] b, int off, int len) throws IOException {
        try {
            wire.write(b, off, len);
        } catch (IOException e) {
            progress.lineFailed = true;
            throw e;
        }
        tap.write(b, off, len);
        progress.requestBytes += len;
    }

    @Override
    public void flush() throws IOException {
        try {
            wire.flush();
        } catch (IOException e) {
            progress.lineFailed = true;
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
