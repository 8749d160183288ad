package cat.eset.json;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Content as its length, media type and digest. */
final class ContentJson {

    private ContentJson() {}

    static final class Writer extends StdSerializer<DocumentContent> {
        private static final long serialVersionUID = 1L;

        Writer() {
            super(DocumentContent.class);
        }

        @Override
        public void serialize(DocumentContent value, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            json.writeStartObject();
            json.writeNumberField("length", value.length());
            json.writeStringField("mediaType", value.mediaType().value());
            json.writeStringField("sha256", value.sha256().hex());
            json.writeEndObject();
        }
    }

    static final class Reader extends StdDeserializer<DocumentContent> {
        private static final long serialVersionUID = 1L;

        private final transient ContentResolver resolver;

        Reader(ContentResolver resolver) {
            super(DocumentContent.class);
            this.resolver = resolver;
        }

        @Override
        public DocumentContent deserialize(JsonParser json, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(json);
            Sha256 digest = context.readTreeAsValue(node.path("sha256"), Sha256.class);
            MediaType mediaType = context.readTreeAsValue(node.path("mediaType"), MediaType.class);
            return DocumentContent.of(node.path("length").longValue(), mediaType, digest, resolver.find(digest));
        }
    }
}
