package cat.eset.core.term;

/** What a term is counted in. */
public enum TermUnit {
    /** Days that are not Saturday, Sunday or holiday (Llei 39/2015 art. 30.2). */
    WORKING_DAYS("working days"),
    /** Every day (art. 30.2, only if a law says so). */
    NATURAL_DAYS("natural days"),
    /** From date to date (art. 30.4). */
    MONTHS("months"),
    /** From date to date (art. 30.4). */
    YEARS("years");

    private final String words;

    TermUnit(String words) {
        this.words = words;
    }

    String words(int amount) {
        return amount + " " + (amount == 1 ? words.substring(0, words.length() - 1) : words);
    }
}
