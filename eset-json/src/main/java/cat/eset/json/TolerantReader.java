package cat.eset.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Leaves unknown fields of the core's types out, and says so. */
final class TolerantReader extends DeserializationProblemHandler {

    private final UnknownFields unknownFields;

    TolerantReader(UnknownFields unknownFields) {
        this.unknownFields = unknownFields;
    }

    @Override
    public boolean handleUnknownProperty(
            DeserializationContext context,
            JsonParser json,
            @Nullable JsonDeserializer<?> reader,
            Object beanOrClass,
            String field)
            throws IOException {
        Class<?> type = beanOrClass instanceof Class<?> found ? found : beanOrClass.getClass();
        if (!CoreShapes.isOurs(type)) {
            return false;
        }
        unknownFields.found(type.getSimpleName(), field);
        json.skipChildren();
        return true;
    }
}
