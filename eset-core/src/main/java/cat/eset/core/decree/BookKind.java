package cat.eset.core.decree;

import cat.eset.core.expedient.Series;

/** Official books, one per year and kind; each is an expedient of its series (contract eset-model 7). */
public enum BookKind {
    /** Decrees of the mayor. */
    DECREES,
    /** Minutes of the plenary. */
    PLENARY_MINUTES,
    /** Minutes of the local government board. */
    BOARD_MINUTES;

    /** The series of its expedients. */
    public Series series() {
        return switch (this) {
            case DECREES -> Series.DECREE_BOOKS;
            case PLENARY_MINUTES -> Series.PLENARY_BOOKS;
            case BOARD_MINUTES -> Series.BOARD_BOOKS;
        };
    }
}
