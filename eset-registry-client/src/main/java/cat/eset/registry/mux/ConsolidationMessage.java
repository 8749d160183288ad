package cat.eset.registry.mux;

import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import cat.eset.core.registry.Direction;
import cat.eset.core.work.Outbox;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A consolidation as it waits in the outbox. */
final class ConsolidationMessage {

    private static final JsonMapper JSON = new JsonMapper();

    private ConsolidationMessage() {}

    static Outbox.Message write(Consolidation order) {
        ObjectNode json = JSON.createObjectNode();
        json.put("transaction", order.transactionId());
        json.put("leg", order.leg().name());
        json.put("auxiliaryNumber", order.auxiliaryNumber());
        json.put("number", order.number());
        json.put("registeredAt", order.registeredAt().toString());
        json.put("presentedAt", order.presentedAt().toString());
        return new Outbox.Message(OperationId.next(), MailboxReader.TOPIC, json.toString());
    }

    static Consolidation read(Outbox.Message message) {
        if (!message.topic().equals(MailboxReader.TOPIC)) {
            throw InvalidValueException.of("Outbox.Message", "its topic is " + MailboxReader.TOPIC);
        }
        try {
            JsonNode json = JSON.readTree(message.payload());
            return new Consolidation(
                    json.required("transaction").asText(),
                    Direction.valueOf(json.required("leg").asText()),
                    json.required("auxiliaryNumber").asText(),
                    json.required("number").asText(),
                    Instant.parse(json.required("registeredAt").asText()),
                    Instant.parse(json.required("presentedAt").asText()),
                    Optional.empty());
        } catch (IOException e) {
            throw InvalidValueException.of("Outbox.Message", "a consolidation as it was written here");
        }
    }
}
