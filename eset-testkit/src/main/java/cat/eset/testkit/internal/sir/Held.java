package cat.eset.testkit.internal.sir;

import cat.eset.testkit.sir.SirExchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** An exchange on its way. Guarded by the engine. */
final class Held {

    final String id;
    final String sendingId;
    final String body;
    final boolean received;
    final String startOffice;
    final String originOffice;
    final String sicres;
    final String exitNumber;
    final List<Annex> annexes = new ArrayList<>();
    final List<Movement> movements = new ArrayList<>();
    String destinationOffice;
    String originEntry = "";
    String originEntryDate = "";
    String destinationEntry = "";
    String destinationEntryDate = "";
    String state = "ENVIAT";

    Held(
            String id,
            String sendingId,
            String body,
            boolean received,
            String originOffice,
            String destinationOffice,
            String sicres,
            String exitNumber) {
        this.id = id;
        this.sendingId = sendingId;
        this.body = body;
        this.received = received;
        this.startOffice = originOffice;
        this.originOffice = originOffice;
        this.destinationOffice = destinationOffice;
        this.sicres = sicres;
        this.exitNumber = exitNumber;
    }

    record Annex(String name, String fileId, String guid, Optional<byte[]> content) {}

    record Movement(Instant at, String kind, String message, String office) {}

    boolean isOpen() {
        return state.equals("ENVIAT") || state.equals("PENDENT_CONFIRMACIO");
    }

    void annex(String name, Optional<byte[]> content) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        String fileId = String.format(Locale.ROOT, "%s_01_%04d.%s", id, annexes.size() + 1, extension);
        annexes.add(new Annex(name, fileId, UUID.randomUUID().toString(), content));
    }

    void move(String kind, String message, String office, Instant at) {
        movements.add(new Movement(at, kind, message, office));
    }

    void forward(String office, String remarks, Instant at) {
        state = "REENVIAT";
        move("REENVIAMENT", remarks, destinationOffice, at);
        destinationOffice = office;
    }

    /** One byte of it is another one. */
    static byte[] spoiled(byte[] content) {
        byte[] bytes = content.clone();
        if (bytes.length > 0) {
            bytes[bytes.length / 2]++;
        }
        return bytes;
    }

    SirExchange toPublic() {
        return new SirExchange(
                id,
                sendingId,
                body,
                received,
                originOffice,
                destinationOffice,
                originEntry,
                destinationEntry,
                state,
                sicres,
                annexes.stream().map(Annex::name).toList());
    }
}
