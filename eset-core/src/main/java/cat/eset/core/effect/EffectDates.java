package cat.eset.core.effect;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;

/**
 * The date of a notification, on every reading of the law. If the law leaves nothing open the three are the same.
 *
 * @param legal by the policy of the town hall
 * @param warning the earliest that anybody could defend: what the citizen is warned with
 * @param safe the latest that anybody could defend: from when the town hall may act, execute, declare firm
 */
public record EffectDates(LocalDate legal, LocalDate warning, LocalDate safe) {

    /** Checks the order. */
    public EffectDates {
        Objects.requireNonNull(legal, "legal");
        if (warning.isAfter(legal) || safe.isBefore(legal)) {
            throw new IllegalArgumentException("the warning date is the earliest and the safe date the latest");
        }
    }

    /** A date on which nothing is open. */
    public static EffectDates certain(LocalDate date) {
        return new EffectDates(date, date, date);
    }

    /**
     * The date of a notification that went out by several channels: the first in time wins (Llei 39/2015 art. 41.7), on
     * each reading.
     *
     * @param channels the date in each channel, at least one
     */
    public static EffectDates firstOf(Collection<EffectDates> channels) {
        return channels.stream()
                .reduce((a, b) -> new EffectDates(
                        earlier(a.legal, b.legal), earlier(a.warning, b.warning), earlier(a.safe, b.safe)))
                .orElseThrow(() -> new IllegalArgumentException("a notification has at least one channel"));
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    /** Whether every reading gives the same date. */
    public boolean isCertain() {
        return warning.equals(safe);
    }

    @Override
    public String toString() {
        return isCertain() ? legal.toString() : legal + " (warn with " + warning + ", act from " + safe + ")";
    }
}
