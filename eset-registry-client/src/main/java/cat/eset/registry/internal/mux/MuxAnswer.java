package cat.eset.registry.internal.mux;

import cat.eset.core.registry.Direction;
import cat.eset.registry.mux.MuxError;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What our registry answers, as JSON (contract mux 7.1, "RespostaRegistre"). */
public final class MuxAnswer {

    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonMapper READER = new JsonMapper();

    private MuxAnswer() {}

    /** A number was given. */
    public static String registered(
            String id, Direction leg, String number, Instant registeredAt, Instant presentedAt) {
        return write(json -> {
            json.writeBooleanField("resultat", true);
            json.writeStringField("idTransaccio", id);
            json.writeStringField("tipus", leg.letter());
            json.writeStringField("numeroAssentament", number);
            json.writeStringField("dataAssentament", WireDates.answer(registeredAt));
            json.writeStringField("dataPresentacio", WireDates.answer(presentedAt));
        });
    }

    /** No number was given. What the request did not say cannot be echoed. */
    public static String refused(@Nullable String id, @Nullable String type, MuxError error, String text) {
        return write(json -> {
            json.writeBooleanField("resultat", false);
            json.writeNumberField("codiError", error.code());
            json.writeStringField("missatgeError", text);
            if (id != null) {
                json.writeStringField("idTransaccio", id);
            }
            if (type != null) {
                json.writeStringField("tipus", type);
            }
        });
    }

    /** What an answer of ours said. */
    public record Said(Optional<Given> number, int error, String text) {}

    /** The number an answer of ours gave. */
    public record Given(String text, Instant registeredAt, Instant presentedAt) {}

    /** Reads an answer that was written here. */
    public static Said read(String answer) {
        JsonNode json;
        try {
            json = READER.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer in the control table is not ours", e);
        }
        Optional<Given> number = json.path("resultat").asBoolean()
                ? Optional.of(new Given(
                        json.path("numeroAssentament").asText(),
                        WireDates.read(json.path("dataAssentament"), "dataAssentament")
                                .orElseThrow(),
                        WireDates.read(json.path("dataPresentacio"), "dataPresentacio")
                                .orElseThrow()))
                : Optional.empty();
        return new Said(
                number,
                json.path("codiError").asInt(),
                json.path("missatgeError").asText());
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static String write(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
