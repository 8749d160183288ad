package cat.eset.testkit.mux;

import java.time.Duration;
import java.util.Objects;

/**
 * What came back from the vendor's registry, raw.
 *
 * @param transactionId {@code idTransaccio} that was posted
 * @param leg {@code E} or {@code S}, or whatever was posted
 * @param requestBody the JSON as sent
 * @param status HTTP status; 0 if there was no answer
 * @param contentType header {@code Content-Type} of the answer; empty if none
 * @param body the answer as it came; empty if none
 * @param elapsed real time from connecting to the last byte
 * @param failure why there was no answer; empty if there was one
 */
public record VendorAnswer(
        String transactionId,
        String leg,
        String requestBody,
        int status,
        String contentType,
        String body,
        Duration elapsed,
        String failure) {

    /** Checks the values. */
    public VendorAnswer {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(failure, "failure");
    }

    /** Whether an answer came at all. */
    public boolean arrived() {
        return failure.isEmpty();
    }
}
