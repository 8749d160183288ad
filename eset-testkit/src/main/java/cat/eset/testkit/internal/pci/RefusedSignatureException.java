package cat.eset.testkit.internal.pci;

import org.jspecify.annotations.Nullable;

/** The WS-Security header does not hold. */
final class RefusedSignatureException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedSignatureException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
