package cat.eset.notify;

import cat.eset.core.ConfigurationException;
import java.time.Duration;

/**
 * When a search that finds nothing means that there is nothing (design: exactly once; contract enotum 13, where the delay
 * until a new record is found is not documented).
 *
 * @param grace after the last attempt, while finding nothing says nothing
 * @param clockSkew margin around the attempts for the search by date of creation
 */
public record ReconcilePolicy(Duration grace, Duration clockSkew) {

    /** Checks the values. */
    public ReconcilePolicy {
        if (grace.isNegative() || clockSkew.isNegative()) {
            throw ConfigurationException.of("A period of reconciliation is negative", "Use zero or more.");
        }
    }

    /** Five minutes of grace, a day of margin. */
    public static ReconcilePolicy standard() {
        return new ReconcilePolicy(Duration.ofMinutes(5), Duration.ofDays(1));
    }

    /** The same with another period of grace. */
    public ReconcilePolicy withGrace(Duration value) {
        return new ReconcilePolicy(value, clockSkew);
    }
}
