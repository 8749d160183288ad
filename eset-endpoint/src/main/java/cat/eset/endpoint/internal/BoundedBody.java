package cat.eset.endpoint.internal;

import cat.eset.endpoint.EndpointLimits;
import cat.eset.endpoint.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body within limits: its bytes, or the reason why there are none. */
public final class BoundedBody {

    private BoundedBody() {}

    /** Thrown when a body cannot be had. */
    public static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final Refusal.Reason reason;

        RefusedException(Refusal.Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        /** Why. */
        public Refusal.Reason reason() {
            return reason;
        }
    }

    /**
     * Reads to the end of the stream.
     *
     * @param declaredLength what {@code Content-Length} says, or -1
     * @param deadline by {@link System#nanoTime()}
     */
    public static byte[] read(InputStream in, long declaredLength, EndpointLimits limits, long deadline)
            throws RefusedException {
        try {
            boolean fits = declaredLength <= limits.maxBodyBytes();
            byte[] body = fits ? readWithin(in, limits, deadline, declaredLength) : null;
            if (body == null) {
                discard(in, limits, deadline);
                throw new RefusedException(Refusal.Reason.BODY_TOO_LARGE);
            }
            if (declaredLength >= 0 && body.length != declaredLength) {
                throw new RefusedException(Refusal.Reason.BODY_INCOMPLETE);
            }
            return body;
        } catch (IOException e) {
            throw broken(deadline);
        }
    }

    /** The body, or null when it is longer than allowed. */
    private static byte @org.jspecify.annotations.Nullable [] readWithin(
            InputStream in, EndpointLimits limits, long deadline, long declaredLength)
            throws IOException, RefusedException {
        // What is only announced may never come: no more is set aside for it than for most messages.
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(declaredLength < 0 ? 8192 : (int) Math.min(declaredLength, 64 * 1024));
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.size() + n > limits.maxBodyBytes()) {
                return null;
            }
            out.write(buffer, 0, n);
            if (isLate(deadline)) {
                throw new RefusedException(Refusal.Reason.BODY_TOO_SLOW);
            }
        }
        return out.toByteArray();
    }

    /**
     * Reads and throws away, as far as the limits go.
     *
     * @param deadline by {@link System#nanoTime()}
     */
    static void discard(InputStream in, EndpointLimits limits, long deadline) throws RefusedException {
        byte[] buffer = new byte[64 * 1024];
        long discarded = 0;
        try {
            while (discarded < limits.discardBytes() && !isLate(deadline)) {
                int n = in.read(buffer);
                if (n < 0) {
                    return;
                }
                discarded += n;
            }
        } catch (IOException e) {
            throw broken(deadline);
        }
    }

    private static RefusedException broken(long deadline) {
        return new RefusedException(isLate(deadline) ? Refusal.Reason.BODY_TOO_SLOW : Refusal.Reason.BODY_INCOMPLETE);
    }

    private static boolean isLate(long deadline) {
        return System.nanoTime() - deadline > 0;
    }
}
