package cat.eset.documents.internal;

import cat.eset.core.Failure;
import java.util.Locale;
import java.util.Map;

/** What the codes mean: the same number means different things in different operations (contract desal 6). */
public final class DesalCodes {

    /** Operations whose codes have a table of their own. */
    public enum Operation {
        /** F1: registers a file. */
        REGISTER_FILE("fitxer"),
        /** D1 to D4: writes a document. */
        WRITE_DOCUMENT("document"),
        /** D5: reads a document. */
        READ_DOCUMENT("document/download"),
        /** D8: searches. */
        SEARCH("document/search"),
        /** F2: reads a file without document. */
        READ_FILE("fitxer"),
        /** E1 to E3, E10: writes expedients. */
        EXPEDIENT("expedient"),
        /** E4, E8: reads expedients. */
        READ_EXPEDIENT("expedient"),
        /** E5 to E7, E9, D6, D7: what is made in its own time. */
        TICKET("download");

        private final String path;

        Operation(String path) {
            this.path = path;
        }

        /** Name on the wire. */
        public String path() {
            return path;
        }
    }

    private static final Map<String, String> REGISTER = Map.of(
            "10", "metadata are missing or wrong",
            "11", "the body (codiINE) is wrong",
            "12", "the service (codiServei) is wrong",
            "13", "the file is too big",
            "14", "the file name is wrong",
            "15", "the media type is not in DESA'L's table");

    private static final Map<String, String> WRITE = Map.of(
            "2", "the bytes have not arrived",
            "4", "the request is malformed",
            "10", "this service may not do it",
            "11", "metadata are missing or wrong",
            "12", "the expedient does not exist",
            "13", "the file does not exist",
            "14", "the antivirus deleted the file",
            "101", "the file is being validated");

    private static final Map<String, String> FILE = Map.of(
            "1", "the antivirus has not finished",
            "2", "the bytes have not arrived",
            "4", "the request is malformed",
            "11", "the identity of the file is wrong",
            "12", "the service (codiServei) is wrong",
            "13", "the body (codiINE) is wrong",
            "14", "the antivirus deleted the file");

    private static final Map<String, String> EXPEDIENT = Map.of(
            "4", "the request is malformed",
            "10", "this service may not do it",
            "11", "the request is wrong, or one of its documents is",
            "12", "it does not exist or, when it is made, there is one with this identifier");

    private static final Map<String, String> OTHERS = Map.of(
            "1", "the antivirus has not finished",
            "4", "the request is malformed",
            "10", "this service may not do it",
            "11", "the request is wrong",
            "12", "it does not exist");

    private DesalCodes() {}

    /** Whether asking again later may succeed. */
    public static boolean isTransient(Operation operation, String code) {
        return switch (code) {
            case "2", "101" -> true;
            // "Uncontrolled": a document may have been made, so writing is not repeated blindly.
            case "100" -> !writes(operation);
            case "1" ->
                operation == Operation.READ_DOCUMENT
                        || operation == Operation.READ_FILE
                        || operation == Operation.TICKET;
            default -> false;
        };
    }

    private static boolean writes(Operation operation) {
        return operation == Operation.WRITE_DOCUMENT || operation == Operation.EXPEDIENT;
    }

    /** What went wrong. */
    public static Failure failure(Operation operation, DesalAnswer answer) {
        String code = answer.code();
        Map<String, String> table = switch (operation) {
            case REGISTER_FILE -> REGISTER;
            case WRITE_DOCUMENT -> WRITE;
            case READ_FILE -> FILE;
            case EXPEDIENT, READ_EXPEDIENT -> EXPEDIENT;
            case READ_DOCUMENT, SEARCH, TICKET -> OTHERS;
        };
        String meaning = table.getOrDefault(code, "an error that it does not explain");
        boolean mayNot = code.equals("10") && operation != Operation.REGISTER_FILE && operation != Operation.READ_FILE;
        Failure.Builder failure = Failure.of(
                        mayNot ? Failure.Fault.CONFIGURATION : Failure.Fault.REMOTE,
                        "DESA'L refused "
                                + operation.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + meaning)
                .service("DESAL")
                .remote(code, answer.text())
                .retry(isTransient(operation, code) ? Failure.Retry.LATER : Failure.Retry.NEVER);
        if (code.equals("100") && writes(operation)) {
            failure.effect(Failure.Effect.UNKNOWN)
                    .retry(Failure.Retry.LATER)
                    .remedy("It may have been done all the same: look before it is asked for again.");
        }
        if (mayNot) {
            failure.remedy("Ask the consortium for a control rule that allows it (contract desal 3).");
        }
        return failure.build();
    }
}
