package cat.eset.registry.mux;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import java.util.Objects;

/**
 * A transaction that is not registered. A vendor throws it from its {@link RegistrationListener} or its registry book to refuse one
 * for a reason of its own: everything rolls back, and MUX gets this answer.
 */
public final class MuxRefusedException extends EsetException {

    private static final long serialVersionUID = 1L;

    private final MuxError error;
    private final String text;

    /**
     * A refusal.
     *
     * @param error kind of refusal
     * @param text shown to whoever runs the calling application; in Catalan, without personal data
     */
    public MuxRefusedException(MuxError error, String text) {
        super(Failure.of(Failure.Fault.REMOTE, "A transaction of MUX was refused with " + error.code() + ": " + text)
                .service("MUX")
                .build());
        this.error = Objects.requireNonNull(error, "error");
        this.text = text;
    }

    /** Kind of refusal. */
    public MuxError error() {
        return error;
    }

    /** What MUX is told. */
    public String text() {
        return text;
    }
}
