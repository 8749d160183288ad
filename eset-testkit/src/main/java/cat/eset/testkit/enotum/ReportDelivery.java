package cat.eset.testkit.enotum;

/**
 * One attempt to deliver a state report to the vendor.
 *
 * @param notificationIds ids inside the report
 * @param kind {@code OnLine} or {@code Diari}
 * @param states states inside the report, in the same order, joined by commas
 * @param attempt 1 for the first
 * @param request the SOAP message as sent
 * @param status HTTP status; 0 if there was no answer
 * @param answer the answer as it came; empty if none
 * @param acknowledged whether it counts as delivered: a {@code RespostaReport} without {@code Error}
 */
public record ReportDelivery(
        String notificationIds,
        String kind,
        String states,
        int attempt,
        String request,
        int status,
        String answer,
        boolean acknowledged) {}
