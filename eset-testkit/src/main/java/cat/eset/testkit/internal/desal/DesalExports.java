package cat.eset.testkit.internal.desal;

import static cat.eset.testkit.internal.desal.DesalEngine.answer;

import cat.eset.testkit.internal.enotum.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is made in its own time: a ticket, and later an address (contract desal 4.6). Called with the files as its lock. */
final class DesalExports {

    private static final Duration WORK = Duration.ofSeconds(5);
    private static final String DONE = "Operació realitzada correctament";

    private final Agenda agenda;
    private final DesalFiles files;
    private final Map<String, Export> exports = new HashMap<>();

    private record Export(String of, StoredFile file, Instant ready) {}

    DesalExports(Agenda agenda, DesalFiles files) {
        this.agenda = agenda;
        this.files = files;
    }

    /**
     * Begins.
     *
     * @param of identity that the path of the question will bear
     */
    Map<String, @Nullable Object> start(String of, String name, byte[] content) {
        String ticket = UUID.randomUUID().toString();
        exports.put(
                ticket, new Export(of, files.put(name, content), agenda.now().plus(WORK)));
        Map<String, @Nullable Object> answer = answer("0", DONE);
        answer.put("idTicket", ticket);
        return answer;
    }

    /** How it goes. What "not yet" looks like is not published: good, and without address. */
    Map<String, @Nullable Object> status(String of, String ticket) {
        Export export = exports.get(ticket);
        if (export == null || !export.of().equals(of)) {
            return answer("11", "El tiquet no és correcte");
        }
        if (agenda.now().isBefore(export.ready())) {
            return answer("0", "En procés");
        }
        Map<String, @Nullable Object> answer = answer("0", DONE);
        answer.put("URLPresignada", files.offer(export.file(), false));
        return answer;
    }
}
