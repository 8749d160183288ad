package cat.eset.signature.internal.der;

/** Bytes that are not the DER that was expected. */
public final class DerException extends Exception {

    private static final long serialVersionUID = 1L;

    /** An error in these words. */
    public DerException(String message) {
        super(message);
    }
}
