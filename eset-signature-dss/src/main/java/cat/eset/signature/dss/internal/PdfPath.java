package cat.eset.signature.dss.internal;

import eu.europa.esig.dss.pades.validation.PdfObjectKey;
import eu.europa.esig.dss.pdf.modifications.PdfObjectTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way from the catalog of a PDF to one of its objects. A step costs nothing but itself, however long the way is. */
final class PdfPath {

    /** Of an object that is reached only where a lot is forgiven. */
    static final int LAST_TURN = 4;

    private static final int PAGES = 0;
    private static final int SHOWN = 1;
    private static final int FIELDS = 2;
    private static final int ASIDE = 3;

    private static final Set<String> OF_FIELDS = Set.of("Annots", "Fields", "AcroForm", "Perms");

    /** What signing and archiving programs note down beside the pages. */
    private static final Set<String> BESIDE =
            Set.of("DSS", "Extensions", "Metadata", "Names", "OutputIntents", "PieceInfo", "StructTreeRoot");

    private final @Nullable PdfPath parent;
    private final @Nullable String key;
    private final @Nullable PdfObjectKey reference;
    private final int turn;
    private final int length;
    private final boolean stream;
    private final boolean filledIn;

    private PdfPath(
            @Nullable PdfPath parent,
            @Nullable String key,
            @Nullable PdfObjectKey reference,
            int turn,
            boolean stream,
            boolean filledIn) {
        this.parent = parent;
        this.key = key;
        this.reference = reference;
        this.turn = turn;
        this.length = parent == null ? 1 : parent.length + 1;
        this.stream = stream;
        this.filledIn = filledIn;
    }

    static PdfPath catalog() {
        return new PdfPath(null, "Catalog", null, PAGES, false, false);
    }

    /** Of nothing in particular, and nothing that may change. */
    static PdfPath tooMuch() {
        return catalog().key("MoreChangesThanAnybodyMakes", null);
    }

    /** To an entry of a dictionary. */
    PdfPath key(String name, @Nullable PdfObjectKey at) {
        return new PdfPath(this, name, at, Math.max(turn, turn(name)), false, filledIn);
    }

    /** To an element of an array. */
    PdfPath element(@Nullable PdfObjectKey at) {
        return new PdfPath(this, null, at, turn, false, filledIn);
    }

    /** The same, of a field that was filled in or signed. */
    PdfPath intoFilledIn() {
        return new PdfPath(parent, key, reference, turn, stream, true);
    }

    /** To the bytes of a stream. */
    PdfPath stream() {
        return new PdfPath(this, null, null, turn, true, filledIn);
    }

    /**
     * When it is its turn: the pages, then what they show, then fields and notes, and last what stands beside all that. So an
     * object that is reached in several ways is met where least is forgiven.
     */
    int turn() {
        return turn;
    }

    /** Whether the order of an array matters here. */
    boolean isOrdered() {
        return turn < FIELDS;
    }

    int length() {
        return length;
    }

    /** As DSS writes it. */
    PdfObjectTree tree() {
        Deque<PdfPath> steps = new ArrayDeque<>();
        for (PdfPath step = this; step != null; step = step.parent) {
            steps.push(step);
        }
        Tree out = new Tree(filledIn);
        for (PdfPath step : steps) {
            if (step.key != null) {
                out.addKey(step.key);
            }
            if (step.reference != null) {
                out.addReference(step.reference);
            }
            if (step.stream) {
                out.setStream();
            }
        }
        return out;
    }

    private int turn(String name) {
        if (turn == PAGES && name.equals(parent == null ? "Pages" : "Kids")) {
            return PAGES;
        }
        if (OF_FIELDS.contains(name)) {
            return FIELDS;
        }
        if (name.equals("SE")) { // from a bookmark into the structure, which must be met as such
            return LAST_TURN;
        }
        return BESIDE.contains(name) ? ASIDE : SHOWN;
    }

    /** Whether it leads into a field that was filled in or signed. */
    static boolean isOfFilledIn(PdfObjectTree tree) {
        return tree instanceof Tree ours && ours.filledIn;
    }

    private static final class Tree extends PdfObjectTree {

        private final boolean filledIn;

        private Tree(boolean filledIn) {
            this.filledIn = filledIn;
        }
    }
}
