package cat.eset.core.catalogue;

import cat.eset.core.InvalidValueException;
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
import java.util.function.Function;

/** Reads catalogues: UTF-8, one thing a line, fields separated by semicolons, comments after {@code #}. */
final class CatalogueFile {

    private CatalogueFile() {}

    /** A file that comes in the jar. */
    static <T> T shipped(String name, Function<InputStream, T> reader) {
        try (InputStream in = CatalogueFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return reader.apply(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /**
     * The things of a file by their codes, in its order.
     *
     * @param catalogue for messages
     * @param fields how many a line has; the last one may hold semicolons
     * @param parse makes a thing of its fields, without blanks around; what it throws is told with the line
     * @param code of a thing
     */
    static <T> Map<String, T> read(
            InputStream in, String catalogue, int fields, Function<List<String>, T> parse, Function<T, String> code)
            throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Map<String, T> byCode = new LinkedHashMap<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> values =
                    Arrays.stream(line.split(";", fields)).map(String::strip).toList();
            if (values.size() != fields) {
                throw wrong(catalogue, number, fields + " fields separated by semicolons");
            }
            T thing = parsed(catalogue, number, values, parse);
            if (byCode.put(code.apply(thing), thing) != null) {
                throw wrong(catalogue, number, "the code comes twice");
            }
        }
        return byCode;
    }

    private static <T> T parsed(String catalogue, int number, List<String> values, Function<List<String>, T> parse) {
        try {
            return parse.apply(values);
        } catch (InvalidValueException | IllegalArgumentException e) {
            throw wrong(catalogue, number, String.valueOf(e.getMessage()));
        }
    }

    private static InvalidValueException wrong(String catalogue, int line, String rule) {
        return InvalidValueException.of(catalogue, "line " + line + ": " + rule);
    }
}
