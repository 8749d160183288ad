package cat.eset.notify.internal.wire;

import java.util.List;
import java.util.Optional;

/** Errors, or a body; the schema admits both and neither. */
public record NtAnswer<T>(List<ErrorLine> errors, Optional<T> body) {

    public NtAnswer {
        errors = List.copyOf(errors);
    }

    /** An error as it came. */
    public record ErrorLine(long code, String text) {}
}
