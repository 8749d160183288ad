package cat.eset.store;

import java.time.LocalDate;

/** The due day of what has none: it sorts last and is never late, without a column that may be empty. */
final class Never {

    static final LocalDate DAY = LocalDate.of(9999, 12, 31);

    private Never() {}
}
