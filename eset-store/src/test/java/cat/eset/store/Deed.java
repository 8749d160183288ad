package cat.eset.store;

import cat.eset.core.EsetException;
import java.util.concurrent.Callable;

/**
 * Something that a town hall does or asks.
 *
 * @param ofBusyOnly whether a quiet town hall leaves it
 * @param what gives what comes of it
 */
record Deed(boolean ofBusyOnly, Callable<?> what) {

    static Deed ofBoth(Callable<?> what) {
        return new Deed(false, what);
    }

    static Deed ofBusy(Callable<?> what) {
        return new Deed(true, what);
    }

    /** Something that gives nothing. */
    static Deed ofBoth(Runnable what) {
        return ofBoth(told(what));
    }

    static Deed ofBusy(Runnable what) {
        return ofBusy(told(what));
    }

    private static Callable<?> told(Runnable what) {
        return () -> {
            what.run();
            return "done";
        };
    }

    /** What comes of it; what is refused is told. */
    Object done() {
        try {
            return what.call();
        } catch (EsetException e) {
            return e.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
