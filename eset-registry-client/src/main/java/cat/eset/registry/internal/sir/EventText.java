package cat.eset.registry.internal.sir;

import cat.eset.core.InvalidValueException;
import cat.eset.core.Sha256;
import cat.eset.core.work.Announcement;
import cat.eset.registry.sicres.DirectoryCode;
import cat.eset.registry.sicres.EntryMark;
import cat.eset.registry.sir.EventKind;
import cat.eset.registry.sir.ExchangeEvent;
import cat.eset.registry.sir.ExchangeId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** An event as it is kept: JSON with the names of the event's components; what is empty is left out. */
public final class EventText {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 250;

    private EventText() {}

    /** The subject under which the events of a sending are found. */
    public static String subject(String sendingId) {
        // Those who send to us may name their sendings as they like, or not at all.
        return sendingId.isBlank() ? "-" : bounded(sendingId);
    }

    /** The key of an event. */
    public static String key(ExchangeEvent event) {
        return bounded(event.key());
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST
                ? text
                : "sha256 " + Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** To be kept. */
    public static Announcement write(ExchangeEvent event) {
        ObjectNode json = JSON.createObjectNode();
        json.put("sendingId", event.sendingId());
        json.put("exchange", event.exchange().value());
        json.put("bodyCode", event.bodyCode());
        event.startOffice().ifPresent(office -> json.put("startOffice", office.value()));
        event.originOffice().ifPresent(office -> json.put("originOffice", office.value()));
        event.destinationOffice().ifPresent(office -> json.put("destinationOffice", office.value()));
        event.originEntry().ifPresent(entry -> write(json.putObject("originEntry"), entry));
        event.destinationEntry().ifPresent(entry -> write(json.putObject("destinationEntry"), entry));
        json.put("kind", event.kind().code());
        event.at().ifPresent(at -> json.put("at", at.toString()));
        return new Announcement(key(event), subject(event.sendingId()), json.toString());
    }

    private static void write(ObjectNode json, EntryMark entry) {
        json.put("number", entry.number());
        entry.at().ifPresent(at -> json.put("at", at.toString()));
    }

    /** As it was kept. */
    public static ExchangeEvent read(Announcement kept) {
        try {
            JsonNode json = JSON.readTree(kept.text());
            return new ExchangeEvent(
                    json.required("sendingId").asText(),
                    ExchangeId.of(json.required("exchange").asText()),
                    json.required("bodyCode").asText(),
                    text(json, "startOffice").map(DirectoryCode::new),
                    text(json, "originOffice").map(DirectoryCode::new),
                    text(json, "destinationOffice").map(DirectoryCode::new),
                    entry(json.path("originEntry")),
                    entry(json.path("destinationEntry")),
                    new EventKind(json.required("kind").asText()),
                    text(json, "at").map(Instant::parse));
        } catch (IOException e) {
            throw InvalidValueException.of("Announcement", "an event of SIR as it was written here");
        }
    }

    private static Optional<EntryMark> entry(JsonNode json) {
        return text(json, "number")
                .map(number -> new EntryMark(number, text(json, "at").map(Instant::parse)));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.path(name).textValue());
    }
}
