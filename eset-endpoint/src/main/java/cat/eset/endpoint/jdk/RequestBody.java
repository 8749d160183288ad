package cat.eset.endpoint.jdk;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that knows whether it was read to its end. */
final class RequestBody extends FilterInputStream {

    private boolean atEnd;

    RequestBody(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        return look(super.read());
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return look(super.read(buffer, offset, length));
    }

    synchronized boolean isAtEnd() {
        return atEnd;
    }

    /** Runs the action unless the end was seen; the end cannot be seen while it runs. */
    synchronized void ifNotAtEnd(Runnable action) {
        if (!atEnd) {
            action.run();
        }
    }

    private synchronized int look(int n) {
        atEnd |= n < 0;
        return n;
    }
}
