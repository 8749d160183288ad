package cat.eset.json;

import cat.eset.core.Credentials;
import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import cat.eset.core.event.Aggregate;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleKeyDeserializers;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes and reads the types of the core. Shapes:
 *
 * <ul>
 *   <li>identifiers, digests and media types are texts; instants and dates are ISO texts;
 *   <li>a record is an object with its components by name; what is absent is left out, and may be left out when reading;
 *   <li>one of several alternatives has its name in {@code type} (a step in {@code kind}, because it has a type itself); an event has {@code Kind.Name}, as in {@code
 *       RegistryEvent.Registered};
 *   <li>content is its length, media type and digest, never its bytes; a {@link ContentResolver} finds them again;
 *   <li>an aggregate is its events ({@code List<Recorded<...>>}); replaying them gives it again;
 *   <li>secrets and keys cannot be written.
 * </ul>
 *
 * <p>{@code docs/schemas} has the JSON Schema of all of it. Fields nobody knows are left out and reported. Types that are not of the SDK keep the shapes of the mapper it is added to.
 *
 * <pre>{@code
 * JsonMapper mapper = JsonMapper.builder().addModule(EsetModule.create()).build();
 * }</pre>
 */
public final class EsetModule extends Module {

    /** Version of the shapes. It grows when a reader of the older shapes would misunderstand the newer ones. */
    public static final int SHAPES = 1;

    private static final Logger LOG = LoggerFactory.getLogger(EsetModule.class);

    private final UnknownFields unknownFields;
    private final ContentResolver content;

    private EsetModule(UnknownFields unknownFields, ContentResolver content) {
        this.unknownFields = Objects.requireNonNull(unknownFields, "unknownFields");
        this.content = Objects.requireNonNull(content, "content");
    }

    /** A module that logs unknown fields, and with which content can be described but not opened. */
    public static EsetModule create() {
        return new EsetModule(
                (type, field) -> LOG.warn("Unknown field {} of {} was left out", field, type), digest -> () -> {
                    throw new IOException("the bytes of " + digest + " are not in the JSON: give a ContentResolver");
                });
    }

    /** The same, with another reporter of unknown fields. */
    public EsetModule reporting(UnknownFields value) {
        return new EsetModule(value, content);
    }

    /** The same, with content that can be opened. */
    public EsetModule resolving(ContentResolver value) {
        return new EsetModule(unknownFields, value);
    }

    @Override
    public String getModuleName() {
        return "cat.eset.json";
    }

    @Override
    public Object getTypeId() {
        return getModuleName();
    }

    @Override
    public Version version() {
        return new Version(SHAPES, 0, 0, null, "cat.eset", "eset-json");
    }

    @Override
    public Iterable<? extends Module> getDependencies() {
        return List.of(new Jdk8Module(), new JavaTimeModule());
    }

    @Override
    public void setupModule(SetupContext context) {
        SimpleSerializers writers = new SimpleSerializers();
        SimpleSerializers keyWriters = new SimpleSerializers();
        SimpleDeserializers readers = new SimpleDeserializers();
        SimpleKeyDeserializers keyReaders = new SimpleKeyDeserializers();
        for (TextType<?> type : TEXTS) {
            type.addTo(writers, keyWriters, readers, keyReaders);
        }
        writers.addSerializer(new ContentJson.Writer());
        readers.addDeserializer(DocumentContent.class, new ContentJson.Reader(content));
        writers.addSerializer(new NeverWritten<>(Secret.class, "a secret is never written"));
        writers.addSerializer(new NeverWritten<>(Credentials.class, "a key is never written"));
        writers.addSerializer(
                new NeverWritten<>(Aggregate.class, "write the events of an aggregate; replaying them gives it again"));
        context.addSerializers(writers);
        context.addKeySerializers(keyWriters);
        context.addDeserializers(readers);
        context.addKeyDeserializers(keyReaders);
        context.insertAnnotationIntrospector(new CoreShapes());
        context.addDeserializationProblemHandler(new TolerantReader(unknownFields));
    }

    private static final List<TextType<?>> TEXTS = List.of(
            text(Nif.class, Nif::value, Nif::of),
            text(Ine10.class, Ine10::value, Ine10::of),
            text(Dir3.class, Dir3::value, Dir3::of),
            text(Sha256.class, Sha256::hex, Sha256::new),
            text(MediaType.class, MediaType::value, MediaType::new),
            text(OperationId.class, OperationId::toString, OperationId::of));

    private static <T> TextType<T> text(Class<T> type, Function<T, String> write, Function<String, T> read) {
        return new TextType<>(type, write, read);
    }
}
