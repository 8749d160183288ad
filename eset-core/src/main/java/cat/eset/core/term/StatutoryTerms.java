package cat.eset.core.term;

import cat.eset.core.InvalidValueException;
import cat.eset.core.law.Article;
import cat.eset.core.law.Norm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The terms that laws set, by code: data, which a vendor may replace or extend. Immutable and thread-safe.
 *
 * <pre>{@code
 * TermResult hearing = StatutoryTerms.standard().get("hearing").term(15).from(notified).on(calendars);
 * }</pre>
 */
public final class StatutoryTerms {

    private static final StatutoryTerms STANDARD = shipped();

    private final Map<String, StatutoryTerm> byCode;

    private StatutoryTerms(Map<String, StatutoryTerm> byCode) {
        this.byCode = byCode;
    }

    /** The terms that come with the SDK. */
    public static StatutoryTerms standard() {
        return STANDARD;
    }

    private static StatutoryTerms shipped() {
        try (InputStream in = Objects.requireNonNull(
                        StatutoryTerms.class.getResourceAsStream("statutory-terms.csv"), "terms resource");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Terms of a file with lines {@code code;least;most;unit;norm;article;what}; {@code #} starts a comment.
     *
     * @throws IOException if it cannot be read
     * @throws InvalidValueException if a line has not that form, or a code is twice
     */
    public static StatutoryTerms load(Reader source) throws IOException {
        Map<String, StatutoryTerm> terms = new LinkedHashMap<>();
        BufferedReader lines = new BufferedReader(source);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                StatutoryTerm term = parse(line, number);
                if (terms.put(term.code(), term) != null) {
                    throw InvalidValueException.of("StatutoryTerms", "line " + number + ": the code is twice");
                }
            }
        }
        return new StatutoryTerms(terms);
    }

    private static StatutoryTerm parse(String line, int number) {
        String[] f = line.split(";", 7);
        try {
            return new StatutoryTerm(
                    f[0],
                    Integer.parseInt(f[1]),
                    f[2].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(f[2])),
                    TermUnit.valueOf(f[3]),
                    Article.of(Norm.valueOf(f[4]), f[5]),
                    f[6]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw InvalidValueException.of(
                    "StatutoryTerms", "line " + number + ": code;least;most;unit;norm;article;what");
        }
    }

    /** With one more term, or another one in the place of that code. */
    public StatutoryTerms with(StatutoryTerm term) {
        Map<String, StatutoryTerm> copy = new LinkedHashMap<>(byCode);
        copy.put(term.code(), term);
        return new StatutoryTerms(copy);
    }

    /**
     * A term.
     *
     * @throws InvalidValueException if there is none with that code
     */
    public StatutoryTerm get(String code) {
        StatutoryTerm term = byCode.get(code);
        if (term == null) {
            throw InvalidValueException.of("StatutoryTerms", "one of " + byCode.keySet());
        }
        return term;
    }

    /** All of them. */
    public Collection<StatutoryTerm> all() {
        return Collections.unmodifiableCollection(byCode.values());
    }
}
