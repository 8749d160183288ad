package cat.eset.core.catalogue;

import cat.eset.core.InvalidValueException;
import cat.eset.core.document.DocumentType;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.StepType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The standard steps of a town hall (contract eset-model 3). Immutable and thread-safe.
 *
 * <p>A file has one step a line, {@code code;kind;phase;days;types;name}: kind {@code WORK} or {@code WAITING}, a
 * {@link Phase}, the working days of the term of a waiting step or nothing, types of document separated by commas or
 * nothing, and the name people read. Lines that begin with {@code #} are comments. The codes 00, 01 and 02 must be there
 * with their fixed meaning; everything else is the town hall's.
 */
public final class StepCatalogue {

    private static final List<StepType> FIXED =
            List.of(StepType.PRELIMINARY, StepType.INITIATION, StepType.APPLICATION);

    private final Map<String, StepType> byCode;

    private StepCatalogue(Map<String, StepType> byCode) {
        this.byCode = byCode;
    }

    /** The catalogue that comes with the SDK: the three fixed codes are documented, the rest is proposed. */
    public static StepCatalogue standard() {
        return CatalogueFile.shipped("steps.csv", in -> {
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
     * @throws InvalidValueException if a line is wrong, a code comes twice, or a fixed code is missing or changed
     */
    public static StepCatalogue read(InputStream in) throws IOException {
        Map<String, StepType> byCode = CatalogueFile.read(in, "StepCatalogue", 6, StepCatalogue::parse, StepType::code);
        for (StepType fixed : FIXED) {
            StepType found = byCode.get(fixed.code());
            if (found == null || found.kind() != fixed.kind()) {
                throw InvalidValueException.of("StepCatalogue", "the codes 00, 01 and 02 are fixed steps of work");
            }
        }
        return new StepCatalogue(byCode);
    }

    private static StepType parse(List<String> fields) {
        return new StepType(
                fields.get(0),
                fields.get(5),
                StepType.Kind.valueOf(fields.get(1)),
                Phase.valueOf(fields.get(2)),
                Optional.of(fields.get(3)).filter(s -> !s.isEmpty()).map(Integer::valueOf),
                Arrays.stream(fields.get(4).split(","))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .map(DocumentType::of)
                        .toList());
    }

    /** A step by its code. */
    public Optional<StepType> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * A step that must be there.
     *
     * @throws InvalidValueException if it is not
     */
    public StepType get(String code) {
        return find(code).orElseThrow(() -> InvalidValueException.of("StepCatalogue", "there is no step " + code));
    }

    /** All steps, in the order of the file. */
    public List<StepType> all() {
        return List.copyOf(byCode.values());
    }
}
