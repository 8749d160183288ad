package cat.eset.testkit.internal.enotum;

import java.time.Duration;
import java.util.List;

/**
 * What the contract leaves open, as settings of the simulated engine. All times are virtual.
 *
 * @param registerAfter from acceptance to registration
 * @param depositAfter from registration to deposit
 * @param expireLag how long after {@code DataLimit} the engine notices the expiry
 * @param defaultExpiryDays {@code DiesExpiracio} when it is absent
 * @param reportRetries waits before each repetition of a failed report; after the last it is given up
 * @param evidenceAfter from the final state to the PDF receipt
 * @param downloadLife how long an address of a PDF receipt works
 * @param registerInCall whether the exit is registered while the caller still waits for the answer
 */
public record ENotumSettings(
        Duration registerAfter,
        Duration depositAfter,
        Duration expireLag,
        int defaultExpiryDays,
        List<Duration> reportRetries,
        Duration evidenceAfter,
        Duration downloadLife,
        boolean registerInCall) {

    /** Registered after 30 s, deposited 90 s later, expiry noticed after 10 min, 10 days of life. */
    public static ENotumSettings defaults() {
        return new ENotumSettings(
                Duration.ofSeconds(30),
                Duration.ofSeconds(90),
                Duration.ofMinutes(10),
                10,
                List.of(
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(4),
                        Duration.ofHours(12)),
                Duration.ZERO,
                Duration.ofMinutes(15),
                false);
    }

    /** The same with the exit registered inside the call. */
    public ENotumSettings withRegisterInCall(boolean inCall) {
        return new ENotumSettings(
                registerAfter,
                depositAfter,
                expireLag,
                defaultExpiryDays,
                reportRetries,
                evidenceAfter,
                downloadLife,
                inCall);
    }
}
