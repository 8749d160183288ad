package cat.eset.core;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Identity of an operation with a remote effect, to be stored <em>before</em> it is sent. 26 characters of Crockford
 * Base32 (no I, L, O, U): 48 bits of epoch milliseconds, then 80 random bits, so ids sort by time and do not collide
 * between threads, processes or machines.
 *
 * <p>Wire identities ({@code IdPeticion}, e-NOTUM's {@code Referencia}) are derived from it and from nothing else.
 *
 * @param value 26 characters, upper case
 */
public record OperationId(String value) implements Comparable<OperationId> {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int TIME_CHARS = 10;

    /** Checks the form. */
    public OperationId {
        Objects.requireNonNull(value, "value");
        if (value.length() != LENGTH
                || value.charAt(0) > '7'
                || !value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw InvalidValueException.of("OperationId", "26 characters of Crockford Base32, upper case");
        }
    }

    /** A new id of this instant, from a secure random source. Thread-safe. */
    public static OperationId next() {
        return next(Clock.systemUTC(), new SecureRandom());
    }

    /**
     * A new id.
     *
     * @param clock gives the time part
     * @param random gives the 80 random bits
     */
    public static OperationId next(Clock clock, RandomGenerator random) {
        long millis = clock.millis();
        char[] out = new char[LENGTH];
        for (int i = TIME_CHARS - 1; i >= 0; i--) {
            out[i] = ALPHABET.charAt((int) (millis & 31));
            millis >>>= 5;
        }
        for (int i = TIME_CHARS; i < LENGTH; i++) {
            out[i] = ALPHABET.charAt(random.nextInt(32));
        }
        return new OperationId(new String(out));
    }

    /** Reads an id that was stored with {@link #toString()}. */
    public static OperationId of(String value) {
        return new OperationId(value);
    }

    /** The instant at which the id was made, to the millisecond. */
    public Instant instant() {
        long millis = 0;
        for (int i = 0; i < TIME_CHARS; i++) {
            millis = (millis << 5) | ALPHABET.indexOf(value.charAt(i));
        }
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public int compareTo(OperationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
