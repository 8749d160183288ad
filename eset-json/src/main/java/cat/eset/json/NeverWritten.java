package cat.eset.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Refuses to write a secret. */
final class NeverWritten<T> extends StdSerializer<T> {

    private static final long serialVersionUID = 1L;

    NeverWritten(Class<T> type) {
        super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
        provider.reportBadDefinition(handledType(), "a secret is never written");
    }
}
