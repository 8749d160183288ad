package cat.eset.signature.signador;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Any answer of the Signador: a flat object of texts. Fields that are not known are passed over, as the FAQ's samples need
 * (signador 4.1).
 */
final class SignadorAnswer {

    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, String> fields;

    private SignadorAnswer(Map<String, String> fields) {
        this.fields = fields;
    }

    static SignadorAnswer parse(byte[] body) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the answer is no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                    fields.put(name, json.getText());
                } else {
                    json.skipChildren();
                }
            }
        }
        return new SignadorAnswer(fields);
    }

    /** Decided by {@code status}, never by the HTTP code. */
    boolean isOk() {
        return "OK".equals(fields.get("status"));
    }

    Optional<String> token() {
        return Optional.ofNullable(fields.get("token"));
    }

    Optional<String> result() {
        return Optional.ofNullable(fields.get("signResult"));
    }

    String type() {
        return fields.getOrDefault("type", "");
    }

    /** {@code message} in init and start, {@code error} in the result. */
    String reason() {
        return fields.getOrDefault("error", fields.getOrDefault("message", ""));
    }
}
