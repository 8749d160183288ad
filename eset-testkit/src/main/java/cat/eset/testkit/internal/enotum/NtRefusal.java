package cat.eset.testkit.internal.enotum;

/** The request breaks a published rule. */
final class NtRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient NtErrors errors;

    NtRefusal(NtErrors errors) {
        super(errors.toString());
        this.errors = errors;
    }

    NtErrors errors() {
        return errors;
    }
}
