package cat.eset.store;

/** Sequences without gaps: the number and what it numbers are stored together, and a number that is rolled back is given again. */
final class Counters {

    static final String EXPEDIENTS = "EXPEDIENT";
    static final String DECREES = "DECREE";

    /** Before the names of the sequences of the vendor. */
    static final String VENDOR = "vendor:";

    private static final String NEXT =
            "UPDATE eset.counter SET last_number = last_number + 1 WHERE tenant = ? AND sequence = ? AND number_year = ?";
    private static final String FIRST =
            "INSERT INTO eset.counter (tenant, sequence, number_year, last_number) VALUES (?, ?, ?, 1)";

    private Counters() {}

    /** The next number; nobody else counts in this town hall until the transaction ends. */
    static long next(Transaction transaction, String tenant, String sequence, int year) {
        transaction.chain(tenant);
        return transaction
                .sql()
                .updateAndGet(NEXT, "last_number", tenant, sequence, year)
                .orElseGet(() -> {
                    transaction.sql().update(FIRST, tenant, sequence, year);
                    return 1L;
                });
    }
}
