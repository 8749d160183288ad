package cat.eset.core.rule;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;

/** A step that a rule does not allow. Nothing has changed. */
public final class RuleBrokenException extends EsetException {

    private static final long serialVersionUID = 1L;

    private final transient Rule rule;

    /**
     * A refused step.
     *
     * @param rule the rule that refuses it
     * @param step what was tried and on what, without personal data
     */
    public RuleBrokenException(Rule rule, String step) {
        super(Failure.of(Failure.Fault.CALLER, step + ": " + rule).build());
        this.rule = rule;
    }

    /**
     * A refused step and what to do instead.
     *
     * @param rule the rule that refuses it
     * @param step what was tried and on what, without personal data
     * @param remedy what to do instead
     */
    public RuleBrokenException(Rule rule, String step, String remedy) {
        super(Failure.of(Failure.Fault.CALLER, step + ": " + rule)
                .remedy(remedy)
                .build());
        this.rule = rule;
    }

    /** The rule that refuses the step. */
    public Rule rule() {
        return rule;
    }
}
