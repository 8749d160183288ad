package cat.eset.json;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.catalogue.StepCatalogue;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.event.Event;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.Step;
import cat.eset.core.expedient.WaitingTerm;
import cat.eset.core.law.Reason;
import cat.eset.core.notification.NotificationText;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A valid value of any record of the core, found by trying: each record says itself what it admits. */
final class SampleValues {

    private static final List<String> TEXTS = List.of(
            "Text",
            "00000000T",
            "0802530003",
            "L01080253",
            "00000000000000000000000001",
            "0".repeat(64),
            "application/pdf",
            "TD13",
            "TD01",
            "EE01",
            "E01",
            "TF01",
            "ES_L01080253_2026_ABC",
            "ES_L01080253_2026_EXP_ABC",
            "1234567",
            "AB12",
            "00");
    private static final List<Integer> NUMBERS = List.of(1, 2026, 3, 0);

    /** What no try meets. */
    private static final Map<Class<?>, Object> GIVEN = Map.of(
            DocumentMetadata.class, DocumentMetadata.ofCitizen("Text"),
            NotificationText.class, NotificationText.of("Text", "Text").appeals("Text"),
            Step.Waiting.class,
                    new Step.Waiting(
                            StepCatalogue.standard().get("ESPERA_ESMENA"),
                            new WaitingTerm(
                                    "Text",
                                    LocalDate.of(2026, 3, 2),
                                    LocalDate.of(2026, 3, 16),
                                    List.of(Reason.l39("Text", "68.1")))));

    private final Map<List<Object>, Optional<Object>> found = new HashMap<>();

    /** A value, with everything optional present or absent; empty if none of the tries is admitted. */
    Optional<Object> of(Class<?> type, boolean full) {
        List<Object> asked = List.of(type, full);
        Optional<Object> known = found.get(asked);
        if (known == null) {
            known = tried(type, full);
            found.put(asked, known);
        }
        return known;
    }

    /** A value with everything optional as asked for, or else the other way. */
    Optional<Object> any(Class<?> type, boolean full) {
        return of(type, full).or(() -> of(type, !full));
    }

    private Optional<Object> tried(Class<?> type, boolean full) {
        Object given = GIVEN.get(type);
        if (given != null) {
            return Optional.of(given);
        }
        for (int number : NUMBERS) {
            for (String text : TEXTS) {
                Object value = value(type, new Tries(text, number, full));
                if (value != null) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }

    private record Tries(String text, int number, boolean full) {}

    private @Nullable Object value(Type type, Tries tries) {
        if (type instanceof ParameterizedType p) {
            return container(p, tries);
        }
        if (!(type instanceof Class<?> c)) {
            return of(ExpedientEvent.FolderAdded.class, true).orElse(null);
        }
        return simple(c, tries);
    }

    private @Nullable Object container(ParameterizedType p, Tries tries) {
        Class<?> raw = (Class<?>) p.getRawType();
        if (raw.isRecord()) {
            return record(raw, tries);
        }
        Type last = p.getActualTypeArguments()[p.getActualTypeArguments().length - 1];
        Optional<Object> inside = tries.full() ? part(last) : Optional.empty();
        if (raw == Optional.class) {
            return inside;
        } else if (raw == Map.class) {
            Optional<Object> key = part(p.getActualTypeArguments()[0]);
            return inside.isEmpty() || key.isEmpty() ? Map.of() : Map.of(key.get(), inside.get());
        } else if (raw == Set.class) {
            return inside.<Object>map(Set::of).orElse(Set.of());
        }
        return inside.<Object>map(List::of).orElse(List.of());
    }

    /** A part has its own tries: it may admit other texts than the whole. Two levels are full, so that it ends. */
    private Optional<Object> part(Type type) {
        if (type instanceof Class<?> c) {
            return any(c, false);
        }
        return Optional.ofNullable(value(type, new Tries("Text", 1, false)));
    }

    private @Nullable Object simple(Class<?> c, Tries tries) {
        if (c == String.class) {
            return tries.text();
        } else if (c == int.class || c == Integer.class) {
            return tries.number();
        } else if (c == long.class || c == Long.class) {
            return (long) tries.number();
        } else if (c == boolean.class) {
            return tries.full();
        } else if (c == OptionalInt.class) {
            return tries.full() ? OptionalInt.of(tries.number()) : OptionalInt.empty();
        } else if (c == Instant.class) {
            return Instant.parse("2026-03-02T09:00:00Z");
        } else if (c == LocalDate.class) {
            return LocalDate.of(2026, 3, 2);
        } else if (c == LocalDateTime.class) {
            return LocalDateTime.of(2026, 3, 2, 10, 0);
        } else if (c == LocalTime.class) {
            return LocalTime.of(10, 0);
        } else if (c == Period.class) {
            return Period.ofYears(5);
        } else if (c == DocumentContent.class) {
            return DocumentContent.of(new byte[] {1}, MediaType.PDF);
        } else if (c == Event.class) {
            return of(ExpedientEvent.FolderAdded.class, true).orElse(null);
        } else if (c.isEnum()) {
            return c.getEnumConstants()[0];
        } else if (c.isRecord()) {
            return record(c, tries);
        } else if (c.isSealed()) {
            return Arrays.stream(c.getPermittedSubclasses())
                    .map(alternative -> any(alternative, tries.full()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    private @Nullable Object record(Class<?> type, Tries tries) {
        List<Object> values = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> of = component.getType();
            Object value = of.isRecord() || (of.isSealed() && !of.isEnum())
                    ? any(of, tries.full()).orElse(null)
                    : value(component.getGenericType(), tries);
            if (value == null) {
                return null;
            }
            values.add(value);
            types.add(of);
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types.toArray(new Class<?>[0]));
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException | IllegalArgumentException notAdmitted) {
            return null;
        }
    }
}
