package cat.eset.testkit.internal.sir;

/** What SIR answers with {@code 502}. */
final class SirRefusal extends Exception {

    private static final long serialVersionUID = 1L;

    SirRefusal(String text) {
        super(text);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
