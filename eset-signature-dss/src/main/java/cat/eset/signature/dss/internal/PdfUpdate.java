package cat.eset.signature.dss.internal;

import cat.eset.core.Failure;
import cat.eset.signature.SigningException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DSSMessageDigest;
import eu.europa.esig.dss.pades.PAdESCommonParameters;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.util.Hex;

/**
 * DSS's preparation of a PDF, of which only the update is written: what a signature adds behind the document, with an empty
 * room for the CMS. DSS copies the document, looks for the room by its zeros, and copies all of it again byte by byte to fill
 * the room in; here the document is read once, by the {@link PdfSource}, and the room is known. For one signature.
 */
final class PdfUpdate extends PdfBoxSignatureService {

    private final PdfSource source;
    private PDSignature signature = new PDSignature();
    private byte[] bytes = {};

    PdfUpdate(PdfSource source) {
        super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
        this.source = source;
    }

    /** The update with the CMS in its room. Once. */
    byte[] filled(byte[] cms) {
        int room = roomEnd() - roomStart() - 2;
        if (cms.length * 2 > room) {
            throw SigningException.of(
                    SigningException.Problem.OTHER,
                    Failure.of(
                                    Failure.Fault.CALLER,
                                    "The signature takes " + cms.length + " bytes and the PDF keeps room for "
                                            + room / 2)
                            .remedy("Shorten the certificate chain, or sign at level B and augment later."));
        }
        byte[] hex = HexFormat.of().formatHex(cms).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(hex, 0, bytes, roomStart() + 1, hex.length);
        return bytes;
    }

    /** What is signed is the document and all of the update but the room. */
    @Override
    protected DSSMessageDigest computeDigest(DSSDocument document, PAdESCommonParameters parameters) {
        super.computeDigest(document, parameters); // saves; its digest is of nothing, because we write elsewhere
        MessageDigest digest = source.digest();
        digest.update(bytes, 0, roomStart());
        digest.update(bytes, roomEnd(), bytes.length - roomEnd());
        return new DSSMessageDigest(DigestAlgorithm.SHA256, digest.digest());
    }

    @Override
    protected PDSignature createSignatureDictionary(PDDocument pdf, PAdESCommonParameters parameters) {
        signature = super.createSignatureDictionary(pdf, parameters);
        return signature;
    }

    /** Unlike {@link PDDocument#saveIncremental} embeds no subsets of fonts: DSS embeds the font of a mark whole. */
    @Override
    public void saveDocumentIncrementally(PDDocument pdf, OutputStream unused) {
        ByteArrayOutputStream update = new ByteArrayOutputStream();
        try {
            Writer writer = new Writer(update, source.length());
            writer.write(pdf);
            writer.writeExternalSignature(new byte[0]);
            bytes = update.toByteArray();
        } catch (IOException e) {
            throw new DSSException("the update of the PDF cannot be written", e);
        } catch (IllegalStateException e) { // it has met no new signature
            throw SigningException.of(
                    SigningException.Problem.MALFORMED_DOCUMENT,
                    Failure.of(Failure.Fault.CALLER, "The PDF has no place for the signature")
                            .remedy("Save it again with another program, or sign with standardAssembly().")
                            .cause(e));
        }
    }

    /** Of the {@code <} of the room, from the start of the update. */
    private int roomStart() {
        return inUpdate(1);
    }

    /** Behind the {@code >} of the room. */
    private int roomEnd() {
        return inUpdate(2);
    }

    private int inUpdate(int index) {
        COSNumber offset = (COSNumber)
                signature.getCOSObject().getCOSArray(COSName.BYTERANGE).get(index);
        return Math.toIntExact(offset.longValue() - source.length());
    }

    /**
     * PDFBox's writer, which writes hexadecimal strings digit by digit and locks for each: the room has thousands. Encrypted
     * PDFs, whose strings would be encrypted here, are refused before.
     */
    private static final class Writer extends COSWriter {

        private Writer(OutputStream update, long documentLength) throws IOException {
            super(update, new LengthOnly(documentLength));
        }

        @Override
        public void visitFromString(COSString text) throws IOException {
            if (text.getForceHexForm()) {
                getStandardOutput().write('<');
                getStandardOutput().write(Hex.getBytes(text.getBytes()));
                getStandardOutput().write('>');
            } else {
                super.visitFromString(text);
            }
        }
    }

    /** As long as the document and without its bytes: offsets are counted from there, and nothing is copied. */
    private static final class LengthOnly extends RandomAccessReadBuffer {

        private final long length;

        private LengthOnly(long length) {
            super(new byte[0]);
            this.length = length;
        }

        @Override
        public long length() {
            return length;
        }
    }
}
