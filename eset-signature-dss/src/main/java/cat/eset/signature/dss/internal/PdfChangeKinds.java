package cat.eset.signature.dss.internal;

import eu.europa.esig.dss.enumerations.PdfObjectModificationType;
import eu.europa.esig.dss.pdf.PdfArray;
import eu.europa.esig.dss.pdf.PdfDict;
import eu.europa.esig.dss.pdf.PdfObject;
import eu.europa.esig.dss.pdf.modifications.ObjectModification;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModificationsFilter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What kind of change it is. DSS goes by names wherever they stand, so that a drawing called {@code /DSS}, {@code /Metadata} or
 * {@code /F} could change unseen; here a name means something only in the place where the standard gives it that meaning.
 */
final class PdfChangeKinds extends PdfObjectModificationsFilter {

    /** Parts of the catalog that level LT and archiving programs may change. */
    private static final Set<String> VALIDATION_DATA =
            Set.of("DSS", "Extensions", "Version", "Metadata", "StructTreeRoot");

    /** Parts of the catalog that programs change when they sign; reported as no signature. */
    private static final Set<String> WITH_A_SIGNATURE =
            Set.of("AcroForm", "Names", "OutputIntents", "Perms", "PieceInfo");

    /** The value of a field, which of its looks it shows, and whether it may still be written in. */
    private static final Set<String> FILLED_IN = Set.of("V", "AS", "Ff");

    /**
     * Signing an empty field may change its flags and take its look away; a writer may leave its name; and PDFBox itself says
     * of a note, when it looks at it, that it is one.
     */
    @Override
    protected boolean skipChange(ObjectModification change) {
        List<String> keys = keys(change);
        PdfObject now = change.getFinalObject();
        boolean written = keys.get(keys.size() - 1).equals("ITXT") && !(now instanceof PdfDict);
        boolean read = isOfFields(keys) && now != null && "Annot".equals(now.getValue());
        return super.skipChange(change) && (written || read || PdfPath.isOfFilledIn(change.getObjectTree()));
    }

    @Override
    protected boolean isExtensionChange(ObjectModification change) {
        List<String> keys = keys(change);
        return isOfFields(keys)
                ? isStampAdded(change, keys)
                : VALIDATION_DATA.contains(part(keys)) && super.isExtensionChange(change);
    }

    @Override
    protected boolean isSignatureOrFormFillChange(ObjectModification change) {
        List<String> keys = keys(change);
        boolean here = isOfFields(keys) || WITH_A_SIGNATURE.contains(part(keys));
        return here && super.isSignatureOrFormFillChange(change) && !isOther(change, keys);
    }

    @Override
    protected boolean isAnnotationChange(ObjectModification change) {
        List<String> keys = keys(change);
        boolean other = isOther(change, keys) && super.isSignatureOrFormFillChange(change);
        return isOfFields(keys) && (other || super.isAnnotationChange(change));
    }

    private static List<String> keys(ObjectModification change) {
        return change.getObjectTree().getKeyChain();
    }

    /** The part of the catalog that it is in. */
    private static String part(List<String> keys) {
        return keys.size() > 1 ? keys.get(1) : "";
    }

    /** Whether it is in the fields of the form, or in the fields and notes of a page. */
    private static boolean isOfFields(List<String> keys) {
        if (part(keys).equals("AcroForm")) {
            return keys.size() > 2 && keys.get(2).equals("Fields");
        }
        int at = 2;
        while (at < keys.size() && keys.get(at).equals("Kids")) {
            at++;
        }
        return part(keys).equals("Pages") && at < keys.size() && keys.get(at).equals("Annots");
    }

    /** A document time stamp, and none that shows: that would be a mark which nobody put his name to. */
    private static boolean isStampAdded(ObjectModification change, List<String> keys) {
        String last = keys.get(keys.size() - 1);
        if (!(change.getFinalObject() instanceof PdfDict added)) {
            return false;
        }
        return last.equals("V")
                ? isStamp(added) && isInvisible(added.getParent())
                : (last.equals("Annots") || last.equals("Fields"))
                        && isStamp(added.getAsDict("V"))
                        && isInvisible(added);
    }

    private static boolean isStamp(@Nullable PdfDict value) {
        return value != null && "DocTimeStamp".equals(value.getNameValue("Type"));
    }

    private static boolean isInvisible(@Nullable PdfObject widget) {
        PdfArray place = widget instanceof PdfDict dictionary ? dictionary.getAsArray("Rect") : null;
        return place == null || place.size() != 4 || length(place, 0) == 0 || length(place, 1) == 0;
    }

    private static float length(PdfArray place, int at) {
        Number from = place.getNumber(at);
        Number to = place.getNumber(at + 2);
        return from == null || to == null ? 0 : to.floatValue() - from.floatValue();
    }

    /** Whether a note or field that was there is another one now, other than by being filled in or signed. */
    private static boolean isOther(ObjectModification change, List<String> keys) {
        return change.getActionType() == PdfObjectModificationType.MODIFICATION
                && isOfFields(keys)
                && !FILLED_IN.contains(keys.get(keys.size() - 1))
                && !PdfPath.isOfFilledIn(change.getObjectTree());
    }
}
