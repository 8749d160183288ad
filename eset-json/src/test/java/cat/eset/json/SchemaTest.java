package cat.eset.json;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.copy.VerifiableDocument;
import cat.eset.core.eni.FingerprintPolicy;
import cat.eset.core.event.Event;
import cat.eset.core.id.Csv;
import cat.eset.core.notification.NotificationOrder;
import cat.eset.core.privacy.PersonalDataFinding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The published schema is that of the types, and what is written keeps to it. To publish it anew after a change of the core, run this test
 * with {@code -Deset.schema.write=true}; if a reader of the older shapes would misunderstand the newer ones, raise
 * {@link EsetModule#SHAPES} first.
 */
class SchemaTest {

    private static final Path PUBLISHED =
            Path.of("..", "docs", "schemas", "eset-core-" + EsetModule.SHAPES + ".schema.json");

    /** Values and requests, none of them an event, whose own rules no try meets: digests, check characters, places in a text. */
    private static final Set<Class<?>> NEEDS_MORE = Set.of(
            Csv.class,
            FingerprintPolicy.class,
            PersonalDataFinding.class,
            VerifiableDocument.class,
            NotificationOrder.class);

    private final SampleValues samples = new SampleValues();
    private final JsonMapper mapper =
            JsonMapper.builder().addModule(EsetModule.create()).build();

    @Test
    void the_published_schema_is_that_of_the_types() throws Exception {
        String text = mapper.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(CoreSchema.of(CoreTypes.all()))
                        .replace("\r\n", "\n")
                + "\n";
        if (Boolean.getBoolean("eset.schema.write")) {
            Files.createDirectories(PUBLISHED.getParent());
            Files.writeString(PUBLISHED, text, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(PUBLISHED, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void whatever_can_be_written_keeps_to_the_published_schema() throws Exception {
        ObjectNode published = published();
        List<String> wrong = new ArrayList<>();
        int validated = 0;
        for (Class<?> type : CoreTypes.all()) {
            if (!type.isRecord() || !CoreSchema.isWritten(type)) {
                continue;
            }
            JsonSchema schema = schemaOf(published, CoreSchema.name(type));
            for (boolean full : List.of(true, false)) {
                // Full and with everything optional left out; some records admit only one of the two.
                Object value = samples.any(type, full).orElse(null);
                if (value == null) {
                    if (!NEEDS_MORE.contains(type)) {
                        wrong.add(type + ": no sample is admitted");
                    }
                    break;
                }
                JsonNode written = mapper.readTree(mapper.writeValueAsString(value));
                Set<ValidationMessage> problems = schema.validate(written);
                if (!problems.isEmpty()) {
                    wrong.add(type + " wrote " + written + ": " + problems);
                }
                validated++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(validated).isGreaterThan(300);
    }

    @Test
    void every_event_is_admitted_as_an_event_and_a_wrong_one_is_not() throws Exception {
        JsonSchema events = schemaOf(published(), "Event");
        int validated = 0;
        for (Class<?> type : CoreTypes.all()) {
            if (!type.isRecord() || !Event.class.isAssignableFrom(type)) {
                continue;
            }
            ObjectNode written = (ObjectNode) mapper.readTree(
                    mapper.writeValueAsString(samples.any(type, true).orElseThrow()));
            assertThat(events.validate(written)).as(type.toString()).isEmpty();
            assertThat(events.validate(written.deepCopy().put("newField", 7))).isEmpty();
            assertThat(events.validate(written.deepCopy().put("type", "NoSuch.Event")))
                    .isNotEmpty();
            written.remove("type");
            assertThat(events.validate(written)).isNotEmpty();
            validated++;
        }
        assertThat(validated).isGreaterThan(50);
    }

    @Test
    void nothing_is_said_twice_in_an_object() throws Exception {
        JsonFactory strict = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        int read = 0;
        for (Class<?> type : CoreTypes.all()) {
            if (type.isRecord() && CoreSchema.isWritten(type)) {
                Optional<Object> sample = samples.any(type, true);
                if (sample.isEmpty()) {
                    continue;
                }
                String json = mapper.writeValueAsString(sample.get());
                try (JsonParser parser = strict.createParser(json)) {
                    while (parser.nextToken() != null) {
                        // A name that comes twice in an object throws.
                    }
                }
                read++;
            }
        }
        assertThat(read).isGreaterThan(150);
    }

    private ObjectNode published() throws IOException {
        return (ObjectNode) mapper.readTree(Files.readString(PUBLISHED, StandardCharsets.UTF_8));
    }

    private static JsonSchema schemaOf(ObjectNode published, String definition) {
        ObjectNode schema = published.deepCopy();
        schema.put("$ref", "#/$defs/" + definition);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }
}
