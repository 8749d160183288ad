package cat.eset.documents.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.documents.DesalException;
import cat.eset.documents.internal.DesalCodes.Operation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What DESA'L makes in its own time: asked for, asked about with growing pauses, fetched (contract desal 4.6). How the answer that says "not yet"
 * looks is not published: any without address and without error is one.
 */
public final class Tickets {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final DesalCalls calls;
    private final Fetching fetching;
    private final Patience patience;

    /**
     * Tickets over these calls.
     *
     * @param patience how long to wait in all
     * @param pause how to wait
     */
    public Tickets(DesalCalls calls, Fetching fetching, Duration patience, Consumer<Duration> pause) {
        this.calls = calls;
        this.fetching = fetching;
        this.patience = new Patience(patience, FIRST_PAUSE, LONGEST_PAUSE, pause);
    }

    /**
     * Fetches what an operation makes.
     *
     * @param start path that begins it
     * @param body JSON of the start, if it has one
     * @param status path that tells how it goes, with a query
     * @param target a file that does not exist yet
     */
    public DocumentContent fetch(String start, Optional<String> body, String status, Path target) {
        DesalAnswer started = calls.required(Operation.TICKET, calls.ticket(start, body));
        String ticket = started.first("idTicket").orElseThrow(() -> DesalCalls.surprising("ticket", "no idTicket"));
        String question = status + "&idTicket=" + DesalCalls.encoded(ticket);
        DesalAnswer ready = await(ticket, question);
        return fetching.fetch(ready, () -> await(ticket, question), target);
    }

    private DesalAnswer await(String ticket, String question) {
        DesalAnswer answer = patience.ask(() -> calls.ticket(question, Optional.empty()), Tickets::mayStillCome);
        if (mayStillCome(answer)) {
            throw notYet(ticket, answer);
        }
        if (!isGood(answer)) {
            throw new DesalException(DesalCodes.failure(Operation.TICKET, answer), answer.code());
        }
        return answer;
    }

    private static boolean isGood(DesalAnswer answer) {
        return answer.code().equals("0");
    }

    private static boolean mayStillCome(DesalAnswer answer) {
        return isGood(answer)
                ? answer.presignedAddress().isEmpty()
                : DesalCodes.isTransient(Operation.TICKET, answer.code());
    }

    private DesalException notYet(String ticket, DesalAnswer answer) {
        return new DesalException(
                Failure.of(
                                Failure.Fault.REMOTE,
                                "DESA'L has not finished ticket " + ticket + " after " + patience.total())
                        .service("DESAL")
                        .remote(answer.code(), answer.text())
                        .retry(Failure.Retry.LATER)
                        .remedy("Ask for it again later, or wait longer with exportPatience.")
                        .build(),
                answer.code());
    }
}
