package cat.eset.core.decree;

import cat.eset.core.expedient.Series;

/** Official books, one per year and kind; each is an expedient of its series (contract eset-model 7). */
public enum BookKind {
    /** Decrees of the mayor. */
    DECREES(Series.DECREE_BOOKS),
    /** Minutes of the plenary. */
    PLENARY_MINUTES(Series.PLENARY_BOOKS),
    /** Minutes of the local government board. */
    BOARD_MINUTES(Series.BOARD_BOOKS);

    private final Series series;

    BookKind(Series series) {
        this.series = series;
    }

    /** The series of its expedients. */
    public Series series() {
        return series;
    }
}
