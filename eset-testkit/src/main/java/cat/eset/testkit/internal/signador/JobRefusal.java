package cat.eset.testkit.internal.signador;

/** The service answers KO with this text. */
final class JobRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    JobRefusal(String message) {
        super(message);
    }
}
