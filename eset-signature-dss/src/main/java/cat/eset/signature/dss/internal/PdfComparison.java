package cat.eset.signature.dss.internal;

import eu.europa.esig.dss.pdf.PdfArray;
import eu.europa.esig.dss.pdf.PdfDict;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.PdfObject;
import eu.europa.esig.dss.pdf.PdfSimpleObject;
import eu.europa.esig.dss.pdf.modifications.ObjectModification;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModifications;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModificationsFilter;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModificationsFinder;
import eu.europa.esig.dss.utils.Utils;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Compares every object of a signed revision with what the document has in its place now. The comparison of DSS gives up at a
 * depth, takes an object for seen by its name and number although another one stands in its place now, does not see arrays that
 * change their order, and copies the way it came at each step. Here each pair of objects is compared once, along the way on
 * which least is forgiven: what a page draws is judged as part of the page, whatever else refers to it.
 */
final class PdfComparison implements PdfObjectModificationsFinder {

    private final PdfObjectModificationsFilter kinds = new PdfChangeKinds();

    @Override
    public PdfObjectModifications find(PdfDocumentReader signed, PdfDocumentReader now) {
        return kinds.filter(new Walk().compare(signed.getCatalogDictionary(), now.getCatalogDictionary()));
    }

    /** One comparison: breadth first, so that each object is met on its shortest way of a {@link PdfPath#turn()}. */
    private static final class Walk {

        /** Keys of all ways that are reported, together. Nobody changes so much and leaves what was signed. */
        private static final int LONGEST_REPORT = 500_000;

        private final List<Deque<Step>> waiting = new ArrayList<>();
        private final Set<Pair> seen = new HashSet<>();
        private final List<ObjectModification> found = new ArrayList<>();
        private int reported;

        private Walk() {
            for (int turn = 0; turn <= PdfPath.LAST_TURN; turn++) {
                waiting.add(new ArrayDeque<>());
            }
        }

        private List<ObjectModification> compare(PdfDict signed, PdfDict now) {
            waiting.get(PdfPath.catalog().turn()).add(new Step(PdfPath.catalog(), signed, now));
            for (Step step = next(); step != null; step = next()) {
                if (reported > LONGEST_REPORT) {
                    found.add(ObjectModification.modify(PdfPath.tooMuch().tree(), signed, now));
                    return found;
                }
                if (seen.add(new Pair(step.signed().getValue(), step.now().getValue()))) {
                    if (step.signed() instanceof PdfDict dictionary) {
                        dictionaries(step.path(), dictionary, (PdfDict) step.now());
                    } else {
                        arrays(step.path(), (PdfArray) step.signed(), (PdfArray) step.now());
                    }
                }
            }
            return found;
        }

        private @Nullable Step next() {
            for (Deque<Step> turn : waiting) {
                Step step = turn.poll();
                if (step != null) {
                    return step;
                }
            }
            return null;
        }

        private void dictionaries(PdfPath way, PdfDict signed, PdfDict now) {
            PdfPath path = isFilledIn(signed, now) ? way.intoFilledIn() : way;
            Set<String> names = new HashSet<>(Arrays.asList(signed.list()));
            for (String name : signed.list()) {
                meet(path.key(name, signed.getObjectKey(name)), Item.of(signed, name), Item.of(now, name));
            }
            for (String name : now.list()) {
                if (!names.contains(name)) {
                    meet(path.key(name, now.getObjectKey(name)), Item.NONE, Item.of(now, name));
                }
            }
            streams(path.stream(), signed, now);
        }

        /** Fields and notes may be added anywhere; the order in which pages are shown and painted must stay. */
        private void arrays(PdfPath path, PdfArray signed, PdfArray now) {
            if (!path.isOrdered()) {
                sets(path, signed, now);
                return;
            }
            for (int i = 0; i < Math.max(signed.size(), now.size()); i++) {
                PdfPath element = path.element((i < signed.size() ? signed : now).getObjectKey(i));
                meet(element, Item.of(signed, i), Item.of(now, i));
            }
        }

        private void sets(PdfPath path, PdfArray signed, PdfArray now) {
            Map<Object, Item> referred = new HashMap<>();
            for (int i = 0; i < now.size(); i++) {
                if (now.getObjectKey(i) != null) {
                    referred.put(now.getObjectKey(i), Item.of(now, i));
                }
            }
            Set<Object> known = new HashSet<>();
            for (int i = 0; i < signed.size(); i++) {
                Object key = signed.getObjectKey(i);
                known.add(key == null ? i : key);
                Item inPlace = i < now.size() && now.getObjectKey(i) == null ? Item.of(now, i) : Item.NONE;
                Item after = key == null ? inPlace : referred.getOrDefault(key, Item.NONE);
                meet(path.element(signed.getObjectKey(i)), Item.of(signed, i), after);
            }
            for (int i = 0; i < now.size(); i++) {
                Object key = now.getObjectKey(i);
                if (!known.contains(key == null ? i : key)) {
                    meet(path.element(now.getObjectKey(i)), Item.NONE, Item.of(now, i));
                }
            }
        }

        private void meet(PdfPath path, Item before, Item after) {
            PdfObject signed = before.object();
            PdfObject now = after.object();
            if ((signed instanceof PdfDict && now instanceof PdfDict)
                    || (signed instanceof PdfArray && now instanceof PdfArray)) {
                waiting.get(path.turn()).add(new Step(path, signed, now));
            } else if (signed == null && isContainer(now)) {
                report(path, ObjectModification.create(path.tree(), now));
            } else if (now == null && isContainer(signed)) {
                report(path, ObjectModification.delete(path.tree(), signed));
            } else if (!isSame(signed, now) || before.isOtherString(after)) {
                report(path, ObjectModification.modify(path.tree(), signed, now));
            }
        }

        private void report(PdfPath path, ObjectModification change) {
            reported += path.length();
            found.add(change);
        }

        private static boolean isContainer(@Nullable PdfObject object) {
            return object instanceof PdfDict || object instanceof PdfArray;
        }

        /** Numbers are the same whether written as 612 or as 612.0. */
        private static boolean isSame(@Nullable PdfObject signed, @Nullable PdfObject now) {
            if (signed instanceof PdfSimpleObject && now instanceof PdfSimpleObject) {
                Object before = signed.getValue();
                Object after = now.getValue();
                if (before instanceof Number x && after instanceof Number y) {
                    return Double.compare(x.doubleValue(), y.doubleValue()) == 0;
                }
                return Objects.equals(before, after);
            }
            return signed == null && now == null;
        }

        /** Whether it is a field with another value, which may be that of the field above it. */
        private static boolean isFilledIn(PdfDict signed, PdfDict now) {
            return hasOtherValue(signed, now) || hasOtherValue(signed.getAsDict("Parent"), now.getAsDict("Parent"));
        }

        private static boolean hasOtherValue(@Nullable PdfDict signed, @Nullable PdfDict now) {
            PdfObject before = signed == null ? null : signed.getObject("V");
            PdfObject after = now == null ? null : now.getObject("V");
            if (isContainer(before)) {
                return !isContainer(after);
            }
            return isContainer(after) || !isSame(before, after);
        }

        private void streams(PdfPath path, PdfDict signed, PdfDict now) {
            try (InputStream before = raw(signed);
                    InputStream after = raw(now)) {
                if (before == null && after != null) {
                    report(path, ObjectModification.create(path.tree(), now));
                } else if (before != null && after == null) {
                    report(path, ObjectModification.delete(path.tree(), signed));
                } else if (before != null && !Utils.compareInputStreams(before, after)) {
                    report(path, ObjectModification.modify(path.tree(), signed, now));
                }
            } catch (IOException e) { // it was opened and cannot be read: who knows
                report(path, ObjectModification.modify(path.tree(), signed, now));
            }
        }

        private static @Nullable InputStream raw(PdfDict stream) {
            try {
                return stream.createRawInputStream();
            } catch (IOException e) { // it has no bytes
                return null;
            }
        }
    }

    /** What stands in a dictionary or an array: as DSS reads it, and as it is. */
    private record Item(
            @Nullable PdfObject object, @Nullable COSBase raw) {

        private static final Item NONE = new Item(null, null);

        private static Item of(PdfDict dictionary, String name) {
            return new Item(
                    dictionary.getObject(name), ((COSDictionary) dictionary.getValue()).getDictionaryObject(name));
        }

        private static Item of(PdfArray array, int at) {
            return at < array.size()
                    ? new Item(array.getObject(at), ((COSArray) array.getValue()).getObject(at))
                    : NONE;
        }

        /** DSS reads a string as a text, which other bytes may be too; but there are strings that hold the colours of a picture. */
        private boolean isOtherString(Item now) {
            if (raw instanceof COSString before && now.raw instanceof COSString after) {
                return !Arrays.equals(before.getBytes(), after.getBytes());
            }
            return raw instanceof COSString || now.raw instanceof COSString;
        }
    }

    /** Two of a kind, in the same place. */
    private record Step(PdfPath path, PdfObject signed, PdfObject now) {}

    /** Two objects that were compared: these, and not equal ones. */
    private record Pair(Object signed, Object now) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Pair pair && signed == pair.signed && now == pair.now;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(signed) + System.identityHashCode(now);
        }
    }
}
