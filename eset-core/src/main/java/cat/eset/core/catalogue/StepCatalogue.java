package cat.eset.core.catalogue;

import cat.eset.core.InvalidValueException;
import cat.eset.core.document.DocumentType;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.StepType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
        try (InputStream in = StepCatalogue.class.getResourceAsStream("steps.csv")) {
            if (in == null) {
                throw new IllegalStateException("steps.csv is missing from the jar");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("steps.csv cannot be read", e);
        }
    }

    /**
     * Reads a catalogue in UTF-8. The stream is read to its end and not closed.
     *
     * @throws InvalidValueException if a line is wrong, a code comes twice, or a fixed code is missing or changed
     */
    public static StepCatalogue read(InputStream in) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Map<String, StepType> byCode = new LinkedHashMap<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            StepType type = parse(line, number);
            if (byCode.put(type.code(), type) != null) {
                throw wrong(number, "the code comes twice");
            }
        }
        for (StepType fixed : FIXED) {
            StepType found = byCode.get(fixed.code());
            if (found == null || found.kind() != fixed.kind()) {
                throw InvalidValueException.of("StepCatalogue", "the codes 00, 01 and 02 are fixed steps of work");
            }
        }
        return new StepCatalogue(byCode);
    }

    private static StepType parse(String line, int number) {
        List<String> fields = Arrays.asList(line.split(";", 6));
        if (fields.size() != 6) {
            throw wrong(number, "six fields separated by semicolons");
        }
        try {
            return new StepType(
                    fields.get(0).strip(),
                    fields.get(5).strip(),
                    StepType.Kind.valueOf(fields.get(1).strip()),
                    Phase.valueOf(fields.get(2).strip()),
                    Optional.of(fields.get(3).strip()).filter(s -> !s.isEmpty()).map(Integer::valueOf),
                    Arrays.stream(fields.get(4).split(","))
                            .map(String::strip)
                            .filter(s -> !s.isEmpty())
                            .map(DocumentType::of)
                            .toList());
        } catch (IllegalArgumentException e) {
            throw wrong(number, "a known kind, a known phase and a number of days");
        }
    }

    private static InvalidValueException wrong(int line, String rule) {
        return InvalidValueException.of("StepCatalogue", "line " + line + ": " + rule);
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
