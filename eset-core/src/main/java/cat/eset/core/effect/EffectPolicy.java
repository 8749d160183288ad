package cat.eset.core.effect;

import java.util.Objects;

/**
 * How the town hall reads what the law leaves open about electronic notifications nobody looked at (contract
 * legal-rules R6.4): doctrine is divided, so the answer is a setting.
 *
 * @param rejectionDate which day counts as that of the notification
 * @param rollNaturalTenth whether a tenth day that is not working moves to the next working day (art. 30.5)
 */
public record EffectPolicy(RejectionDate rejectionDate, boolean rollNaturalTenth) {

    /** The day that counts as that of a notification rejected by expiry. */
    public enum RejectionDate {
        /** The tenth natural day itself. */
        TENTH_DAY,
        /** The day on which the rejection arises. */
        DAY_AFTER
    }

    /** The suggestion of the contract: the day after, and the tenth day does not move. */
    public static final EffectPolicy SUGGESTED = new EffectPolicy(RejectionDate.DAY_AFTER, false);

    /** Checks the values. */
    public EffectPolicy {
        Objects.requireNonNull(rejectionDate, "rejectionDate");
    }
}
