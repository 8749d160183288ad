package cat.eset.registry.sicres;

import cat.eset.core.Failure;
import cat.eset.core.InvalidValueException;
import java.util.List;
import java.util.stream.Collectors;

/** Something that the exchange would not take was refused here, before anything was sent. */
public final class ExchangeRefusedException extends InvalidValueException {

    private static final long serialVersionUID = 1L;

    private final transient List<LimitViolation> violations;

    /**
     * A refusal.
     *
     * @param violations every limit that is broken; at least one
     */
    public ExchangeRefusedException(List<LimitViolation> violations) {
        super(Failure.of(
                        Failure.Fault.CALLER,
                        "not sent: "
                                + violations.stream()
                                        .map(LimitViolation::toString)
                                        .collect(Collectors.joining("; ")))
                .service("SIR")
                .remedy("Shorten or correct these fields; nothing was cut silently.")
                .build());
        this.violations = List.copyOf(violations);
    }

    /** Every limit that is broken. */
    public List<LimitViolation> violations() {
        return violations;
    }
}
