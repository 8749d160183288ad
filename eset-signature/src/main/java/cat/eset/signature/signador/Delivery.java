package cat.eset.signature.signador;

import cat.eset.core.InvalidValueException;

/**
 * How the application learns that the person has finished: exactly one of the two (signador 4). Both are paths of the
 * registered domain, without it.
 */
public sealed interface Delivery permits Delivery.Redirect, Delivery.Callback {

    /** The path on the registered domain. */
    String path();

    /**
     * The browser comes back to this path with the token, and the application asks for the result. AOC recommends it.
     *
     * @param path begins with a slash; may have a query of its own
     */
    record Redirect(String path) implements Delivery {
        /** Checks the value. */
        public Redirect {
            check(path);
        }
    }

    /**
     * The Signador posts the result to this path, once, without authentication and without retries.
     *
     * @param path begins with a slash
     */
    record Callback(String path) implements Delivery {
        /** Checks the value. */
        public Callback {
            check(path);
        }
    }

    /** The browser comes back to this path. */
    static Delivery redirect(String path) {
        return new Redirect(path);
    }

    /** The result is posted to this path. */
    static Delivery callback(String path) {
        return new Callback(path);
    }

    private static void check(String path) {
        if (!path.startsWith("/") || path.startsWith("//") || path.contains("://")) {
            throw InvalidValueException.of("Delivery", "a path that begins with one slash, without domain");
        }
    }
}
