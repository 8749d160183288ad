package cat.eset.testkit.mux;

/**
 * One leg of a transaction inside the simulated MUX.
 *
 * @param transactionId {@code idTransaccio}
 * @param leg {@code E} or {@code S}
 * @param principalNumber number of the vendor's registry; empty if none
 * @param auxiliaryNumber number of the auxiliary registry; empty if none
 * @param consolidatedNumber number with which the vendor consolidated it; empty if none
 * @param executions how often it was posted
 */
public record MuxLeg(
        String transactionId,
        String leg,
        String principalNumber,
        String auxiliaryNumber,
        String consolidatedNumber,
        int executions) {}
