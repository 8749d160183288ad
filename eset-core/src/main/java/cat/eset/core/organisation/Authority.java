package cat.eset.core.organisation;

import cat.eset.core.Actor;
import cat.eset.core.law.Reason;
import java.util.Objects;

/**
 * That a person may act for an office on a day, and why.
 *
 * @param actor who acts; a delegate under his own office
 * @param how as holder, delegate or substitute
 * @param reason the rule and its article
 */
public record Authority(Actor actor, How how, Reason reason) {

    /** As what somebody acts. */
    public enum How {
        /** Holds the office. */
        HOLDER,
        /** Has its powers by delegation. */
        DELEGATE,
        /** Stands in for an absent holder. */
        SUBSTITUTE
    }

    /** Checks the values. */
    public Authority {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(reason, "reason");
    }
}
