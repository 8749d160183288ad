package cat.eset.endpoint;

import cat.eset.core.InvalidValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** HTTP header fields, whose names do not tell upper from lower case. Immutable. */
public final class EndpointHeaders {

    private static final EndpointHeaders NONE = new EndpointHeaders(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final Map<String, List<String>> fields;

    private EndpointHeaders(Map<String, List<String>> caseInsensitive) {
        caseInsensitive.replaceAll((name, values) -> List.copyOf(values));
        this.fields = Collections.unmodifiableMap(caseInsensitive);
    }

    /** No field. */
    public static EndpointHeaders none() {
        return NONE;
    }

    /**
     * These fields; names that differ only in case are joined.
     *
     * @throws InvalidValueException if a name or value holds a line break
     */
    public static EndpointHeaders of(Map<String, ? extends Collection<String>> fields) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((name, values) -> {
            checked(name);
            values.forEach(EndpointHeaders::checked);
            copy.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values);
        });
        return new EndpointHeaders(copy);
    }

    /** These fields and one more. */
    public EndpointHeaders and(String name, String value) {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach((n, values) -> copy.put(n, new ArrayList<>(values)));
        checked(name);
        copy.computeIfAbsent(name, n -> new ArrayList<>()).add(checked(value));
        return new EndpointHeaders(copy);
    }

    /** The first value of a field. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** All values of a field, in the order they came. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Calls back for every value of every field. */
    public void forEach(BiConsumer<String, String> action) {
        fields.forEach((name, values) -> values.forEach(value -> action.accept(name, value)));
    }

    /** Names only: values may hold credentials. */
    @Override
    public String toString() {
        return "EndpointHeaders" + fields.keySet();
    }

    private static String checked(String text) {
        if (text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw InvalidValueException.of("EndpointHeaders", "no line breaks in names or values");
        }
        return text;
    }
}
