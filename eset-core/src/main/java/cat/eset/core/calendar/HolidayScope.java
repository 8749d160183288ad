package cat.eset.core.calendar;

/** Who declared a holiday and where it rules (contract legal-rules R1). */
public enum HolidayScope {
    /** Of the whole State. */
    NATIONAL,
    /** Of Catalonia. */
    REGIONAL,
    /** Of one municipality. */
    LOCAL,
    /** Of Aran, in exchange for one of Catalonia. */
    ARAN
}
