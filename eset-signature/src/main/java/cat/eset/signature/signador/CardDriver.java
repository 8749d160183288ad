package cat.eset.signature.signador;

import cat.eset.core.InvalidValueException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A PKCS#11 library on the person's machine ({@code pkcs11_files}, signador 4.2).
 *
 * @param id what the program calls it
 * @param paths where it may be: the first that exists is taken
 */
public record CardDriver(String id, List<String> paths) {

    private static final Pattern FORM = Pattern.compile("[^;,\\[\\]]*[^;,\\[\\]\\s][^;,\\[\\]]*");

    /** Checks that nothing in it breaks the list. */
    public CardDriver {
        paths = List.copyOf(paths);
        if (paths.isEmpty()
                || !FORM.matcher(id).matches()
                || !paths.stream().allMatch(path -> FORM.matcher(path).matches())) {
            throw InvalidValueException.of("CardDriver", "an id and at least one path, without ; , [ or ]");
        }
    }

    /** A library that is always at the same place. */
    public static CardDriver of(String id, String path) {
        return new CardDriver(id, List.of(path));
    }

    String text() {
        return (paths.size() == 1 ? paths.get(0) : "[" + String.join(",", paths) + "]") + "," + id;
    }
}
