package cat.eset.core.eni;

import cat.eset.core.Failure;
import cat.eset.core.InvalidValueException;
import org.jspecify.annotations.Nullable;

/** An XML that cannot be read as what it should be, or that is refused because it might do harm. */
public final class EniFormatException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    EniFormatException(String what, int line, @Nullable Throwable cause) {
        super(Failure.of(Failure.Fault.CALLER, "ENI XML, line " + line + ": " + what)
                .cause(cause)
                .build());
    }
}
