package cat.eset.testkit.signador;

import java.util.List;

/**
 * One job as the Signador sees it.
 *
 * @param token its token
 * @param mode the number of the signature mode; {@code SIGNATURA} or {@code CERTIFICAT} for jobs without document
 * @param documents names of its documents, in order
 * @param request the JSON with which it was started, without its documents
 * @param state {@code WAITING}, {@code SIGNED}, {@code REFUSED} or {@code EXPIRED}
 * @param sentBackTo where the browser was sent afterwards; empty if it was not
 * @param callback HTTP status with which the application answered the announcement; 0 if there was none
 */
public record SignadorTask(
        String token,
        String mode,
        List<String> documents,
        String request,
        String state,
        String sentBackTo,
        int callback) {

    /** Copies the list. */
    public SignadorTask {
        documents = List.copyOf(documents);
    }
}
