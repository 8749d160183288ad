package cat.eset.transport.pci;

/** Why the signature of an answer does not hold; never leaves the package. */
final class SignatureProblem extends Exception {

    private static final long serialVersionUID = 1L;

    SignatureProblem(String message) {
        super(message);
    }
}
