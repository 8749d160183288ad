package cat.eset.notify.error;

import cat.eset.core.Failure;
import cat.eset.core.InvalidValueException;

/**
 * Something that e-NOTUM would refuse was refused here, before anything was sent. The message names the published error
 * number and the rule, never the value.
 */
public final class NoticeRefusedException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    private final int code;

    private NoticeRefusedException(int code, Failure failure) {
        super(failure);
        this.code = code;
    }

    /**
     * A refusal.
     *
     * @param code the number that the service would answer
     * @param what the rule and where it was broken, without personal data
     */
    public static NoticeRefusedException of(int code, String what) {
        ENotumError error = ENotumError.of(code);
        return new NoticeRefusedException(
                code,
                Failure.of(Failure.Fault.CALLER, "not sent: e-NOTUM error " + code + ", " + what)
                        .service("e-NOTUM")
                        .remote(Integer.toString(code), error.meaning())
                        .remedy(error.remedy())
                        .build());
    }

    /** The error that the service would have answered. */
    public ENotumError error() {
        return ENotumError.of(code);
    }
}
