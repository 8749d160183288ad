package cat.eset.json;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.Sha256;
import cat.eset.core.event.Event;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The JSON Schema of the written form of the core's types, derived from the types themselves. */
final class CoreSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Set<Class<?>> TEXTS =
            Set.of(Nif.class, Ine10.class, Dir3.class, Sha256.class, MediaType.class, OperationId.class, String.class);
    private static final Map<Class<?>, String> FORMATS = Map.of(Instant.class, "date-time", LocalDate.class, "date");
    private static final Set<Class<?>> OTHER_TEXTS = Set.of(LocalDateTime.class, LocalTime.class, Period.class);
    private static final Set<Class<?>> WHOLE = Set.of(int.class, long.class, Integer.class, Long.class);

    private final SortedMap<String, ObjectNode> definitions = new TreeMap<>();
    private final Set<Class<?>> written = new java.util.HashSet<>();

    private CoreSchema() {}

    /** Everything that can be written: events, and every other record of which all parts can be. */
    static ObjectNode of(List<Class<?>> types) {
        CoreSchema schema = new CoreSchema();
        types.stream().filter(type -> type.isRecord() && isWritten(type)).forEach(schema::define);
        schema.define(Event.class);
        ObjectNode root = JSON.objectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "urn:eset:core:" + EsetModule.SHAPES);
        root.put(
                "$comment",
                "Shapes of version " + EsetModule.SHAPES
                        + ". The root is an event with who and when; every type is below $defs. Unknown "
                        + "fields are admitted.");
        root.set("$ref", JSON.textNode("#/$defs/Recorded"));
        ObjectNode defs = root.putObject("$defs");
        schema.definitions.forEach(defs::set);
        return root;
    }

    /** Whether a record is written as an object: a text is not, and what is made of aggregates, functions or keys is not written. */
    static boolean isWritten(Class<?> type) {
        return !TEXTS.contains(type) && isWritten(type, new java.util.HashSet<>());
    }

    private static boolean isWritten(Type type, Set<Class<?>> asked) {
        if (type instanceof ParameterizedType p) {
            return isWritten(p.getRawType(), asked)
                    && List.of(p.getActualTypeArguments()).stream().allMatch(a -> isWritten(a, asked));
        }
        if (type instanceof WildcardType wildcard) {
            return isWritten(wildcard.getUpperBounds()[0], asked);
        }
        if (type instanceof TypeVariable<?> variable) {
            return isWritten(variable.getBounds()[0], asked);
        }
        Class<?> c = (Class<?>) type;
        if (cat.eset.core.event.Aggregate.class.isAssignableFrom(c)) {
            return false;
        }
        if (isSimple(c) || isContainer(c) || c == DocumentContent.class || c == Event.class || !asked.add(c)) {
            return true;
        }
        if (c.isRecord()) {
            return List.of(c.getRecordComponents()).stream().allMatch(r -> isWritten(r.getGenericType(), asked));
        }
        return c.isSealed()
                && CoreShapes.isOurs(c)
                && List.of(c.getPermittedSubclasses()).stream().allMatch(s -> isWritten(s, asked));
    }

    private static boolean isSimple(Class<?> c) {
        return TEXTS.contains(c)
                || FORMATS.containsKey(c)
                || OTHER_TEXTS.contains(c)
                || WHOLE.contains(c)
                || c == boolean.class
                || c.isEnum();
    }

    private static boolean isContainer(Class<?> c) {
        return Collection.class.isAssignableFrom(c)
                || Map.class.isAssignableFrom(c)
                || c == Optional.class
                || c == OptionalInt.class;
    }

    /** The name of a definition: that of the type, with the one it is declared in. */
    static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null ? type.getSimpleName() : name(outer) + "." + type.getSimpleName();
    }

    private ObjectNode ref(Class<?> type) {
        define(type);
        return JSON.objectNode().put("$ref", "#/$defs/" + name(type));
    }

    private void define(Class<?> type) {
        if (!written.add(type)) {
            return;
        }
        if (type == Event.class) {
            ArrayNode all = JSON.arrayNode();
            CoreShapes.EVENTS.forEach(family -> all.add(ref(family)));
            definitions.put(name(type), oneOf(all));
        } else if (type.isRecord()) {
            definitions.put(name(type), object(type));
        } else {
            ArrayNode all = JSON.arrayNode();
            List.of(type.getPermittedSubclasses()).forEach(alternative -> all.add(ref(alternative)));
            definitions.put(name(type), oneOf(all));
        }
    }

    private static ObjectNode oneOf(ArrayNode all) {
        ObjectNode choice = JSON.objectNode();
        choice.set("oneOf", all);
        return choice;
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode shape = JSON.objectNode().put("type", "object");
        ObjectNode properties = shape.putObject("properties");
        Set<String> required = new TreeSet<>();
        if (isAlternative(type)) {
            properties.putObject(CoreShapes.discriminator(type)).put("const", CoreShapes.name(type));
            required.add(CoreShapes.discriminator(type));
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Type of = component.getGenericType();
            properties.set(component.getName(), schema(of));
            if (!isOptional(of)) {
                required.add(component.getName());
            }
        }
        ArrayNode names = shape.putArray("required");
        required.forEach(names::add);
        return shape;
    }

    private static boolean isOptional(Type type) {
        return type == OptionalInt.class || (type instanceof ParameterizedType p && p.getRawType() == Optional.class);
    }

    private static boolean isAlternative(Class<?> type) {
        return Event.class.isAssignableFrom(type)
                || List.of(type.getInterfaces()).stream().anyMatch(i -> i.isSealed() && CoreShapes.isOurs(i));
    }

    private ObjectNode schema(Type type) {
        if (type instanceof ParameterizedType p) {
            Class<?> raw = (Class<?>) p.getRawType();
            Type last = p.getActualTypeArguments()[p.getActualTypeArguments().length - 1];
            if (raw == Optional.class) {
                return schema(last);
            } else if (Map.class.isAssignableFrom(raw)) {
                ObjectNode map = JSON.objectNode().put("type", "object");
                map.set("additionalProperties", schema(last));
                return map;
            } else if (Collection.class.isAssignableFrom(raw)) {
                ObjectNode list = JSON.objectNode().put("type", "array");
                list.set("items", schema(last));
                return list;
            }
            return schema(raw);
        }
        if (type instanceof WildcardType || type instanceof TypeVariable) {
            return ref(Event.class);
        }
        return schema((Class<?>) type);
    }

    private ObjectNode schema(Class<?> c) {
        if (FORMATS.containsKey(c)) {
            return JSON.objectNode().put("type", "string").put("format", FORMATS.get(c));
        } else if (TEXTS.contains(c) || OTHER_TEXTS.contains(c)) {
            return JSON.objectNode().put("type", "string");
        } else if (WHOLE.contains(c) || c == OptionalInt.class) {
            return JSON.objectNode().put("type", "integer");
        } else if (c == boolean.class) {
            return JSON.objectNode().put("type", "boolean");
        } else if (c.isEnum()) {
            ObjectNode words = JSON.objectNode();
            ArrayNode all = words.putArray("enum");
            List.of(c.getEnumConstants()).forEach(constant -> all.add(((Enum<?>) constant).name()));
            return words;
        } else if (c == DocumentContent.class) {
            if (written.add(c)) {
                ObjectNode content = JSON.objectNode().put("type", "object");
                ObjectNode properties = content.putObject("properties");
                properties.set("length", schema(long.class));
                properties.set("mediaType", schema(String.class));
                properties.set("sha256", schema(String.class));
                content.putArray("required").add("length").add("mediaType").add("sha256");
                definitions.put(name(c), content);
            }
            return JSON.objectNode().put("$ref", "#/$defs/" + name(c));
        }
        return ref(c);
    }
}
