package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.signature.validation.LaterChange;
import cat.eset.signature.validation.LaterChange.Kind;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.jaxb.XmlObjectModification;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What was added to a PDF after a signature: what DSS found, and the bytes at the end that it does not look at. */
final class PdfChanges {

    /** What DSS lets a signer change: attachments, scripts, colours and what programs note down for themselves. */
    private static final Set<String> NO_SIGNATURE = Set.of("Names", "OutputIntents", "PieceInfo");

    private final long length;
    private final long covered;
    private final int stamps;
    private final boolean tailIsRevision;
    private final boolean tailIsBlank;

    private PdfChanges(long length, long covered, int stamps, boolean tailIsRevision, boolean tailIsBlank) {
        this.length = length;
        this.covered = covered;
        this.stamps = stamps;
        this.tailIsRevision = tailIsRevision;
        this.tailIsBlank = tailIsBlank;
    }

    /**
     * Looks at what follows the last byte that any signature or document time stamp covers.
     *
     * @param stamps how many document time stamps are intact
     */
    static PdfChanges of(DocumentContent pdf, long covered, int stamps) throws IOException {
        boolean revision = false;
        boolean blank = true;
        if (covered < pdf.length()) {
            try (InputStream in = pdf.open()) {
                in.skipNBytes(covered);
                byte[] tail = in.readAllBytes();
                String text = new String(tail, StandardCharsets.ISO_8859_1);
                revision = text.contains("startxref") && text.stripTrailing().endsWith("%%EOF");
                blank = text.isBlank();
            }
        }
        return new PdfChanges(pdf.length(), covered, stamps, revision, blank);
    }

    /** Whether nothing but white space follows the last covered byte. */
    boolean coversAll() {
        return covered >= length || tailIsBlank;
    }

    /** Offset after the last byte that a signature covers. */
    static long end(List<BigInteger> byteRange) {
        return byteRange.size() == 4 ? byteRange.get(2).add(byteRange.get(3)).longValue() : 0;
    }

    /**
     * What was added after a signature.
     *
     * @param signature of this one
     * @param signatureFields the names of all signature fields: filling in one of those is signing, not a form
     * @param last whether no signature follows, so that nothing which was added is one
     */
    List<LaterChange> after(SignatureWrapper signature, Set<String> signatureFields, boolean last) {
        List<LaterChange> out = new ArrayList<>();
        pages(out, signature.getPdfPageDifferenceConcernedPages(), "pages were added or removed");
        pages(out, signature.getPdfVisualDifferenceConcernedPages(), "pages look different: ");
        List<XmlObjectModification> extension = signature.getPdfExtensionChanges();
        add(out, Kind.VALIDATION_DATA, extension, "validation data or a document time stamp");
        if (extension.stream()
                        .filter(PdfChanges::isField)
                        .map(PdfChanges::object)
                        .distinct()
                        .count()
                > stamps) {
            out.add(new LaterChange(Kind.OTHER, "fields that pass themselves off as document time stamps"));
        }
        List<XmlObjectModification> signing = signature.getPdfSignatureOrFormFillChanges();
        if (!signatureFields.containsAll(signature.getModifiedFieldNames())) {
            add(out, Kind.FORM, signing, "a form was filled in");
        } else if (last || signing.stream().anyMatch(PdfChanges::isNoSignature)) {
            add(out, Kind.OTHER, signing, "attachments, scripts or other parts that are no signature were changed");
        } else {
            add(out, Kind.SIGNATURE, signing, "another signature");
        }
        add(out, Kind.ANNOTATION, signature.getPdfAnnotationChanges(), "notes or marks were added or changed");
        add(out, Kind.OTHER, signature.getPdfUndefinedChanges(), "other objects were changed");
        if (!coversAll()) {
            if (!tailIsRevision) {
                out.add(new LaterChange(
                        Kind.TRAILING_BYTES, (length - covered) + " bytes after the end of the document"));
            } else if (out.isEmpty()) {
                out.add(new LaterChange(Kind.OTHER, "an unsigned revision in which no change was recognised"));
            }
        }
        return out;
    }

    private static boolean isField(XmlObjectModification change) {
        return change.getValue().contains("/Annots") || change.getValue().contains("/Fields");
    }

    /** The object itself, which the form and the page refer to, each on its own way. */
    private static String object(XmlObjectModification change) {
        String way = change.getValue();
        int generation = way.length() - " 0 R".length();
        return way.endsWith(" 0 R") ? way.substring(way.lastIndexOf(' ', generation - 1)) : way;
    }

    private static boolean isNoSignature(XmlObjectModification change) {
        return Arrays.stream(change.getValue().split("[ /]+", -1)).anyMatch(NO_SIGNATURE::contains);
    }

    private static void pages(List<LaterChange> out, List<BigInteger> pages, String text) {
        if (!pages.isEmpty()) {
            out.add(new LaterChange(Kind.PAGES, text + (text.endsWith(" ") ? pages : "")));
        }
    }

    private static void add(List<LaterChange> out, Kind kind, List<XmlObjectModification> found, String text) {
        if (!found.isEmpty()) {
            out.add(new LaterChange(kind, text));
        }
    }
}
