package cat.eset.core.event;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;

/** Somebody else changed the aggregate first: read it again and repeat the command. Nothing was stored. */
public final class StaleStateException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** An aggregate whose stored version is not the one the change was made on. */
    public StaleStateException(AggregateKey key, long expected, long stored) {
        super(Failure.of(
                        Failure.Fault.CALLER,
                        key + " was changed meanwhile: version " + stored + " is stored, the change expects "
                                + expected)
                .retry(Failure.Retry.LATER)
                .remedy("Read it again and repeat the command")
                .build());
    }
}
