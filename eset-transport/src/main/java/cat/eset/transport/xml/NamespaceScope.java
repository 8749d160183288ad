package cat.eset.transport.xml;

import java.util.Arrays;

/** What prefixes mean in the elements that are open, and which ones the element being opened has yet to declare. */
final class NamespaceScope {

    /** Declarations written by open elements: prefix, URI. */
    private String[] scope = new String[32];

    private int scopeSize;

    /** How many there were before each open element. */
    private int[] marks = new int[16];

    private int depth;

    /** Declarations that the element being opened needs, in canonical order: prefix, URI. */
    private String[] needed = new String[16];

    private int neededSize;

    /** An element begins. */
    void open() {
        if (depth == marks.length) {
            marks = Arrays.copyOf(marks, 2 * depth);
        }
        marks[depth++] = scopeSize;
    }

    /** The innermost element ends, and with it what it declared. */
    void close() {
        scopeSize = marks[--depth];
    }

    /** The element being opened uses this prefix, always with this meaning. */
    void need(String prefix, String uri) {
        if (prefix.equals("xml")) {
            return;
        }
        for (int i = 0; i < neededSize; i += 2) {
            if (needed[i].equals(prefix)) {
                return;
            }
        }
        if (rendered(prefix).equals(uri)) {
            return;
        }
        if (neededSize == needed.length) {
            needed = Arrays.copyOf(needed, 2 * neededSize);
        }
        int at = neededSize;
        while (at > 0 && needed[at - 2].compareTo(prefix) > 0) {
            needed[at] = needed[at - 2];
            needed[at + 1] = needed[at - 1];
            at -= 2;
        }
        needed[at] = prefix;
        needed[at + 1] = uri;
        neededSize += 2;
    }

    /** What a prefix means by the declarations written so far; without any, nothing, as the default namespace is. */
    private String rendered(String prefix) {
        for (int i = scopeSize - 2; i >= 0; i -= 2) {
            if (scope[i].equals(prefix)) {
                return scope[i + 1];
            }
        }
        return "";
    }

    /** Writes what is needed, which from now on is declared. */
    void declare(Utf8Buffer out) {
        if (scopeSize + neededSize > scope.length) {
            scope = Arrays.copyOf(scope, 2 * (scopeSize + neededSize));
        }
        for (int i = 0; i < neededSize; i += 2) {
            out.ascii(" xmlns");
            if (!needed[i].isEmpty()) {
                out.ascii(':');
                CanonicalText.write(out, needed[i], true);
            }
            out.ascii("=\"");
            CanonicalText.write(out, needed[i + 1], true);
            out.ascii('"');
            scope[scopeSize++] = needed[i];
            scope[scopeSize++] = needed[i + 1];
        }
        neededSize = 0;
    }
}
