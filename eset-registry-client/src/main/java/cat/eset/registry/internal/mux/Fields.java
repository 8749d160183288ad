package cat.eset.registry.internal.mux;

import cat.eset.registry.MappingLoss;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a JSON object, which remembers which of them were asked for: the others are what the mapping loses. Every field is
 * optional and may have the wrong type, because MUX publishes no schema (contract mux 8). Not thread-safe.
 */
final class Fields {

    private final JsonNode node;
    private final String path;
    private final Losses losses;
    private final Set<String> asked = new HashSet<>();
    private final List<Fields> children = new ArrayList<>();

    private Fields(JsonNode node, String path, Losses losses) {
        this.node = node;
        this.path = path;
        this.losses = losses;
    }

    static Fields root(JsonNode node, Losses losses) {
        return new Fields(node, "", losses);
    }

    /** Path of a field of this object. */
    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    boolean isObject() {
        return node.isObject();
    }

    /** A text that is not blank and can be printed; numbers and booleans count as the text they are written with. */
    Optional<String> text(String name) {
        JsonNode value = take(name);
        if (value.isContainerNode()) {
            lose(name, MappingLoss.Kind.REPLACED);
            return Optional.empty();
        }
        if (value.isNull() || value.isMissingNode()) {
            return Optional.empty();
        }
        String text = SafeNames.printable(value.asText());
        if (!text.equals(value.asText())) {
            lose(name, MappingLoss.Kind.REPLACED);
        }
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }

    /** The {@code clau} of a code object, or a code that came as plain text. */
    Optional<String> code(String name) {
        JsonNode value = take(name);
        JsonNode key = value.isObject() ? value.path("clau") : value;
        return key.isValueNode() && !key.isNull()
                ? Optional.of(key.asText()).map(String::strip).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    /** An instant in any of the shapes MUX uses. */
    Optional<Instant> instant(String name) {
        JsonNode value = take(name);
        return WireDates.read(value, pathOf(name));
    }

    /** An object; one without fields if it is absent or something else. */
    Fields object(String name) {
        JsonNode value = take(name);
        if (!value.isObject() && !value.isMissingNode() && !value.isNull()) {
            lose(name, MappingLoss.Kind.NOT_MAPPED);
        }
        return child(value, pathOf(name));
    }

    /** The objects of a list; what is in it and no object is reported. */
    List<Fields> list(String name) {
        List<Fields> found = new ArrayList<>();
        JsonNode values = take(name);
        if (!values.isArray() && !isEmpty(values)) {
            lose(name, MappingLoss.Kind.NOT_MAPPED);
            return found;
        }
        for (int i = 0; i < values.size(); i++) {
            addObject(found, values.path(i), name, i);
        }
        return found;
    }

    /** The objects of a map, by key; what is in it and no object is reported. */
    Map<String, Fields> map(String name) {
        Map<String, Fields> found = new LinkedHashMap<>();
        JsonNode values = take(name);
        if (!values.isObject() && !isEmpty(values)) {
            lose(name, MappingLoss.Kind.NOT_MAPPED);
            return found;
        }
        int position = 0;
        for (Map.Entry<String, JsonNode> entry : values.properties()) {
            List<Fields> object = new ArrayList<>(1);
            // Keys come from outside: the position is in the path, not the key.
            addObject(object, entry.getValue(), name, position++);
            object.forEach(fields -> found.put(entry.getKey(), fields));
        }
        return found;
    }

    private void addObject(List<Fields> found, JsonNode value, String name, int position) {
        String place = name + "[" + position + "]";
        if (value.isObject()) {
            found.add(child(value, pathOf(place)));
        } else {
            lose(place, MappingLoss.Kind.NOT_MAPPED);
        }
    }

    /** Says that these fields are looked at on purpose and not kept: they speak about the message, not about the entry. */
    void ignore(String... names) {
        asked.addAll(List.of(names));
    }

    /** Says that whatever else is in here need not be kept: it is a copy of a directory, found again by a code that is kept. */
    void ignoreRest() {
        node.fieldNames().forEachRemaining(asked::add);
        children.clear();
    }

    void lose(String name, MappingLoss.Kind kind) {
        losses.add(pathOf(name), kind);
    }

    /** Reports every field of this object and of those below it that nobody asked for and that is not empty. */
    void reportRest() {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (!asked.contains(entry.getKey()) && !isEmpty(entry.getValue())) {
                lose(entry.getKey(), MappingLoss.Kind.NOT_MAPPED);
            }
        }
        children.forEach(Fields::reportRest);
    }

    private Fields child(JsonNode value, String childPath) {
        Fields child = new Fields(value, childPath, losses);
        children.add(child);
        return child;
    }

    private JsonNode take(String name) {
        asked.add(name);
        return node.path(name);
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || (value.isContainerNode() && value.isEmpty())
                || (value.isTextual() && value.textValue().isBlank());
    }
}
