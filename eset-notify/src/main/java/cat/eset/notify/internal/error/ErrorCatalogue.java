package cat.eset.notify.internal.error;

import cat.eset.core.Failure.Fault;
import cat.eset.notify.error.ENotumError;
import cat.eset.notify.error.RetryAdvice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The published errors, read once from {@code errors.tsv}. */
public final class ErrorCatalogue {

    private static final Map<Long, ENotumError> BY_CODE = read();

    private ErrorCatalogue() {}

    /** The error of this number, known or not. */
    public static ENotumError find(long code) {
        ENotumError known = BY_CODE.get(code);
        return known != null
                ? known
                : new ENotumError(
                        code,
                        false,
                        Fault.REMOTE,
                        RetryAdvice.UNKNOWN,
                        "an error that the published list does not have",
                        "un error que no és a la llista publicada",
                        "Ask the support of the consortium what this number means",
                        "Demaneu al suport del consorci què vol dir aquest número");
    }

    /** All known errors. */
    public static Collection<ENotumError> all() {
        return BY_CODE.values();
    }

    private static Map<Long, ENotumError> read() {
        Map<Long, ENotumError> errors = new LinkedHashMap<>();
        try (InputStream in = ErrorCatalogue.class.getResourceAsStream("errors.tsv")) {
            if (in == null) {
                throw new IllegalStateException("errors.tsv is missing from this build of eset-notify");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    ENotumError error = parse(line.split("\t", -1));
                    errors.put(error.code(), error);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableMap(errors);
    }

    private static ENotumError parse(String[] f) {
        return new ENotumError(
                Long.parseLong(f[0]), true, Fault.valueOf(f[1]), RetryAdvice.valueOf(f[2]), f[3], f[4], f[5], f[6]);
    }
}
