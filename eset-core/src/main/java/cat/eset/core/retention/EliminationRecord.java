package cat.eset.core.retention;

import cat.eset.core.InvalidValueException;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A line of the register of eliminations, which is kept and published (Llei 10/2001 art. 35.1.b). The metadata of what was
 * eliminated stay.
 *
 * @param series code of the series
 * @param from date of the oldest expedient
 * @param to date of the newest expedient
 * @param volume how much, in words, for example {@code 312 expedients, 4,1 GB}
 * @param table code of the evaluation table
 * @param approval the act that approved it
 * @param eliminatedOn when
 * @param officer office that did it
 */
public record EliminationRecord(
        String series,
        LocalDate from,
        LocalDate to,
        String volume,
        String table,
        String approval,
        LocalDate eliminatedOn,
        String officer) {

    /** Checks the values. */
    public EliminationRecord {
        Objects.requireNonNull(eliminatedOn, "eliminatedOn");
        if (from.isAfter(to) || to.isAfter(eliminatedOn)) {
            throw InvalidValueException.of("EliminationRecord", "its dates are in order");
        }
        if (series.isBlank() || volume.isBlank() || table.isBlank() || approval.isBlank() || officer.isBlank()) {
            throw InvalidValueException.of("EliminationRecord", "no field may be blank");
        }
    }
}
