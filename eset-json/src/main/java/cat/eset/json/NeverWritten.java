package cat.eset.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Refuses to write what must not be written, or has no shape of its own. */
final class NeverWritten<T> extends StdSerializer<T> {

    private static final long serialVersionUID = 1L;

    private final String reason;

    NeverWritten(Class<T> type, String reason) {
        super(type);
        this.reason = reason;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
        provider.reportBadDefinition(handledType(), reason);
    }
}
