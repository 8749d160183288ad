package cat.eset.json;

import cat.eset.core.InvalidValueException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleKeyDeserializers;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.function.Function;

/** A value that is one text in JSON, as a value and as a key. */
record TextType<T>(Class<T> type, Function<T, String> write, Function<String, T> read) {

    void addTo(
            SimpleSerializers writers,
            SimpleSerializers keyWriters,
            SimpleDeserializers readers,
            SimpleKeyDeserializers keyReaders) {
        writers.addSerializer(new Writer<>(this, false));
        keyWriters.addSerializer(new Writer<>(this, true));
        readers.addDeserializer(type, new Reader<>(this));
        keyReaders.addDeserializer(type, new KeyReader(this));
    }

    private static final class Writer<T> extends StdScalarSerializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient TextType<T> text;
        private final boolean key;

        Writer(TextType<T> text, boolean key) {
            super(text.type());
            this.text = text;
            this.key = key;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            String written = text.write().apply(value);
            if (key) {
                json.writeFieldName(written);
            } else {
                json.writeString(written);
            }
        }
    }

    private static final class Reader<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient TextType<T> text;

        Reader(TextType<T> text) {
            super(text.type());
            this.text = text;
        }

        @Override
        @SuppressWarnings("unchecked") // handleUnexpectedToken throws, or a handler gives what the type wants.
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(text.type(), json);
            }
            try {
                return text.read().apply(json.getText());
            } catch (InvalidValueException e) {
                // The rule is told, the value is not: it may be personal data.
                return (T) context.handleInstantiationProblem(text.type(), null, e);
            }
        }
    }

    private static final class KeyReader extends KeyDeserializer {
        private final TextType<?> text;

        KeyReader(TextType<?> text) {
            this.text = text;
        }

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return text.read().apply(key);
            } catch (InvalidValueException e) {
                return context.handleInstantiationProblem(text.type(), null, e);
            }
        }
    }
}
