package cat.eset.core.catalogue;

import cat.eset.core.InvalidValueException;
import cat.eset.core.document.DocumentType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The types of document of a town hall (contract eset-model 9, eni 4). Immutable and thread-safe.
 *
 * <p>A file has one type a line, {@code code;abbreviation;name}: the code of ENI, or one of e-SET that refines it, the abbreviation that
 * titles begin with or nothing, and the name people read. Every ENI type that is refined has to be there, and so has {@code ADJUNT}.
 */
public final class DocumentTypes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMMyyyy", Locale.ROOT);

    /**
     * A type and how people call it.
     *
     * @param type its code
     * @param abbreviation what titles begin with, for example {@code SOL}, if one is known
     * @param name what people read
     */
    public record Entry(DocumentType type, Optional<String> abbreviation, String name) {
        /** Checks the values. */
        public Entry {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(abbreviation, "abbreviation");
            if (name.isBlank()) {
                throw InvalidValueException.of("DocumentTypes", "a type has a name");
            }
        }

        /**
         * The title of a document in the naming of the method: abbreviation, free text and day, for example {@code SOL BAIXA GUAL
         * 21092017} (contract eset-model 9).
         */
        public String title(String text, LocalDate day) {
            return abbreviation.orElse(name).toUpperCase(Locale.ROOT) + " " + text + " " + DAY.format(day);
        }
    }

    private final Map<String, Entry> byCode;

    private DocumentTypes(Map<String, Entry> byCode) {
        this.byCode = byCode;
    }

    /** The types that come with the SDK: those of ENI, and the documented ones of e-SET. */
    public static DocumentTypes standard() {
        return CatalogueFile.shipped("document-types.csv", in -> {
            try {
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Reads a catalogue in UTF-8. The stream is read to its end and not closed.
     *
     * @throws InvalidValueException if a line is wrong, a code comes twice, or a code refines one that is not there
     */
    public static DocumentTypes read(InputStream in) throws IOException {
        Map<String, Entry> byCode = CatalogueFile.read(
                in,
                "DocumentTypes",
                3,
                f -> new Entry(DocumentType.of(f.get(0)), Optional.of(f.get(1)).filter(a -> !a.isEmpty()), f.get(2)),
                entry -> entry.type().code());
        if (!byCode.containsKey(DocumentType.UNTYPED.code())) {
            throw InvalidValueException.of("DocumentTypes", "ADJUNT is there: what arrives has no type yet");
        }
        for (Entry entry : byCode.values()) {
            String code = entry.type().code();
            if (code.contains("-") && !byCode.containsKey(code.substring(0, code.indexOf('-')))) {
                throw InvalidValueException.of("DocumentTypes", code + " refines a type that is not there");
            }
        }
        return new DocumentTypes(byCode);
    }

    /** A type by its code. */
    public Optional<Entry> find(DocumentType type) {
        return Optional.ofNullable(byCode.get(type.code()));
    }

    /** All types, in the order of the file. */
    public List<Entry> all() {
        return List.copyOf(byCode.values());
    }
}
