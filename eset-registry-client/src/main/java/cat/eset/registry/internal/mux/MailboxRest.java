package cat.eset.registry.internal.mux;

import cat.eset.core.InvalidValueException;
import cat.eset.core.registry.Direction;
import cat.eset.registry.mux.MailboxElement;
import cat.eset.registry.mux.MailboxMove;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The operations of a mailbox on the wire (contract mux 6.4). Thread-safe; a mailbox is not. */
public final class MailboxRest {

    private final MuxRest rest;
    private final URI base;
    private final TransactionReader reader;

    /** Under this address. */
    public MailboxRest(MuxRest rest, URI base, TransactionReader reader) {
        this.rest = rest;
        this.base = base;
        this.reader = reader;
    }

    /** Where the cursor is. */
    public OptionalLong position(String mailbox) {
        JsonNode answer = rest.ask(address(mailbox, "posicio"), "bustia/posicio");
        if (answer.path("resultat").asText().equals("ko")) {
            throw MuxRest.refused(answer, "bustia/posicio");
        }
        return element(answer);
    }

    /** What lies under the cursor. */
    public MailboxElement read(String mailbox) {
        return element(reader, mailbox, rest.ask(address(mailbox, "llegir"), "bustia/llegir"));
    }

    static MailboxElement element(TransactionReader reader, String mailbox, JsonNode answer) {
        JsonNode root = answer.path("transaccio");
        if (!answer.path("resultat").asText().equals("ok") || !root.isObject()) {
            throw MuxRest.refused(answer, "bustia/llegir");
        }
        long position = element(answer).orElseThrow(() -> MuxRest.refused(answer, "bustia/llegir"));
        TransactionReader.Envelope envelope = reader.open(root);
        byte[] raw = root.toString().getBytes(StandardCharsets.UTF_8);
        List<MailboxElement.Leg> legs = new ArrayList<>();
        for (Direction leg : Direction.values()) {
            JsonNode entries = root.path("assentaments");
            ConsolidationRest.auxiliary(entries, leg, WireDates::read)
                    .filter(auxiliary -> ConsolidationRest.isOf(mailbox, entries, leg))
                    .ifPresent(auxiliary ->
                            legs.add(new MailboxElement.Leg(reader.read(envelope, auxiliary, raw), auxiliary)));
        }
        String id = Optional.ofNullable(envelope.id()).orElseThrow(() -> MuxRest.refused(answer, "bustia/llegir"));
        return new MailboxElement(position, id, legs);
    }

    /** Moves the cursor. */
    public MailboxMove move(String mailbox, String how) {
        String operation = "bustia/" + (how.startsWith("situar") ? "situar" : how);
        return moved(rest.order("GET", address(mailbox, how), operation, Optional.empty()), operation);
    }

    /** Drops old elements. */
    public MailboxMove compact(String mailbox, long position, long oldestUnprocessed) {
        if (position >= oldestUnprocessed) {
            throw InvalidValueException.of(
                    "Mailbox", "only positions lower than the oldest element that must not be lost are compacted");
        }
        URI address = address(mailbox, "compactar/" + position);
        return moved(rest.order("POST", address, "bustia/compactar", Optional.empty()), "bustia/compactar");
    }

    private static MailboxMove moved(JsonNode answer, String operation) {
        return switch (answer.path("resultat").asText()) {
            case "ok" -> new MailboxMove.At(element(answer).orElseThrow(() -> MuxRest.refused(answer, operation)));
            case "buida" -> new MailboxMove.NoMore(element(answer));
            default -> new MailboxMove.Refused(MuxRest.said(answer));
        };
    }

    private URI address(String mailbox, String path) {
        return URI.create(base + "/" + MuxRest.encoded(mailbox) + "/" + path);
    }

    private static OptionalLong element(JsonNode answer) {
        JsonNode element = answer.path("element");
        return element.canConvertToLong() ? OptionalLong.of(element.longValue()) : OptionalLong.empty();
    }
}
