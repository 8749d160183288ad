package cat.eset.core;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * A password or shared key. It is never printed; {@link #close()} wipes it. Thread-safe.
 *
 * <p>{@code equals} is identity on purpose: secrets are used, not compared.
 */
public final class Secret implements AutoCloseable {

    private final char[] value;
    private boolean wiped;

    private Secret(char[] value) {
        this.value = value;
    }

    /** A secret with a copy of these characters; wipe your own array afterwards. */
    public static Secret of(char[] value) {
        return new Secret(Objects.requireNonNull(value, "value").clone());
    }

    /** A secret from text that is already a string, as configuration usually is. */
    public static Secret of(String value) {
        return new Secret(value.toCharArray());
    }

    /**
     * Lends a copy of the characters to a function and wipes the copy afterwards.
     *
     * @throws IllegalStateException if the secret was closed
     */
    public <T> T use(Function<char[], T> function) {
        char[] copy;
        synchronized (this) {
            if (wiped) {
                throw new IllegalStateException("the secret was closed");
            }
            copy = value.clone();
        }
        try {
            return function.apply(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    /** Wipes it; later uses fail. */
    @Override
    public synchronized void close() {
        Arrays.fill(value, '\0');
        wiped = true;
    }

    @Override
    public String toString() {
        return "Secret[***]";
    }
}
