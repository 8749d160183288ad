package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.validation.SignatureValidation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A long document, whose looks are not compared, that is changed after signing in places where the comparison of DSS does not
 * look, and dressed as one that was raised to level LT, which adds an update that nobody signs.
 */
class HiddenChangesTest {

    private static final int PAGES = 12;
    private static final COSName DRAWING = COSName.getPDFName("Drawing");

    /** Makes or changes a document, and says which objects it changed. */
    private interface Step {
        List<COSDictionary> on(PDDocument document) throws IOException;
    }

    /** A drawing by a name that means something elsewhere: the same number of bytes, so that nothing else changes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DSS",
                "Metadata",
                "Extensions",
                "Names",
                "PieceInfo",
                "F",
                "Type",
                "Annots",
                "V",
                "StructTreeRoot"
            })
    void drawingWithTheNameOfSomethingElse(String name) {
        Step paper = document -> {
            COSStream drawing = stream(document, "0 0 m 9 9 l S");
            document.getPages().forEach(page -> draw(page, COSName.getPDFName(name), drawing));
            return List.of();
        };
        assertChangeIsSeen(
                paper,
                document -> List.of(write(drawing(document.getPage(0), COSName.getPDFName(name)), "0 0 9 9 re f ")));
    }

    @Test
    void anotherDictionaryOfDrawingsOnTheSecondPage() {
        Step paper = document -> {
            COSDictionary resources = resources(DRAWING, stream(document, "0 0 m 9 9 l S"));
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Shared"), resources);
            document.getPages().forEach(page -> page.getCOSObject().setItem(COSName.RESOURCES, resources));
            return List.of();
        };
        assertChangeIsSeen(paper, document -> {
            COSDictionary page = document.getPage(1).getCOSObject();
            page.setItem(COSName.RESOURCES, resources(DRAWING, stream(document, "0 0 600 800 re f")));
            return List.of(page);
        });
    }

    @Test
    void contentsInAnotherOrder() {
        Step paper = document -> {
            document.getPages()
                    .forEach(page -> page.getCOSObject()
                            .setItem(
                                    COSName.CONTENTS,
                                    array(stream(document, "0 0 m 9 9 l S"), stream(document, "q Q"))));
            return List.of();
        };
        assertChangeIsSeen(paper, document -> {
            COSDictionary page = document.getPage(0).getCOSObject();
            COSArray contents = page.getCOSArray(COSName.CONTENTS);
            COSBase first = contents.get(0);
            contents.set(0, contents.get(1));
            contents.set(1, first);
            return List.of(page);
        });
    }

    @Test
    void pagesInAnotherOrder() {
        assertChangeIsSeen(document -> List.of(), document -> {
            COSDictionary pages = document.getPages().getCOSObject();
            COSArray kids = pages.getCOSArray(COSName.KIDS);
            COSBase first = kids.get(0);
            kids.set(0, kids.get(1));
            kids.set(1, first);
            return List.of(pages);
        });
    }

    /** Met as a part of what programs note down for themselves, long before the page. */
    @Test
    void drawingThatTheValidationDataAlsoRefersTo() {
        Step paper = document -> {
            COSStream drawing = stream(document, "0 0 m 9 9 l S");
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            COSBase pages = catalog.getItem(COSName.PAGES);
            catalog.removeItem(COSName.PAGES);
            catalog.setItem(COSName.getPDFName("DSS"), resources(DRAWING, drawing));
            catalog.setItem(COSName.PAGES, pages);
            document.getPages().forEach(page -> draw(page, DRAWING, drawing));
            return List.of();
        };
        assertChangeIsSeen(paper, document -> List.of(write(drawing(document.getPage(0), DRAWING), "0 0 9 9 re f ")));
    }

    /** DSS stops at a depth and takes for seen what it only came to; and it took 7 s for so many bookmarks. */
    @Test
    void pageAtTheEndOfALongChainOfBookmarks() {
        Step paper = document -> {
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            COSDictionary bookmarks = bookmarks(document, 5_000);
            COSBase pages = catalog.getItem(COSName.PAGES);
            catalog.removeItem(COSName.PAGES);
            catalog.setItem(COSName.OUTLINES, bookmarks);
            catalog.setItem(COSName.PAGES, pages);
            return List.of();
        };
        assertChangeIsSeen(paper, document -> {
            PDPage page = document.getPage(3);
            return List.of(
                    write((COSStream) page.getCOSObject().getDictionaryObject(COSName.CONTENTS), "0 0 9 9 re f"));
        });
    }

    /** A palette, which as a text has the same letters that cannot be read before and after: green becomes pink. */
    @ParameterizedTest
    @ValueSource(strings = {"page", "mark"})
    void coloursOfAPicture(String where) {
        byte[] green = {(byte) 0xFE, (byte) 0xFF, (byte) 0xD8, 0, (byte) 0xD8, 0};
        byte[] pink = {(byte) 0xFE, (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
        assertThat(new COSString(green).getString()).isEqualTo(new COSString(pink).getString());
        Step paper = document -> {
            mark(document);
            drawn(document, where)
                    .setItem(
                            COSName.COLORSPACE,
                            array(COSName.INDEXED, COSName.DEVICERGB, COSInteger.ONE, new COSString(green)));
            return List.of();
        };
        assertChangeIsSeen(paper, document -> {
            COSDictionary drawn = drawn(document, where);
            drawn.getCOSArray(COSName.COLORSPACE).set(3, new COSString(pink));
            return List.of(drawn);
        });
    }

    /** What is near to it in single precision. */
    @Test
    void largeNumberThatIsAlmostTheSame() {
        COSName number = COSName.getPDFName("Number");
        assertChangeIsSeen(
                document -> {
                    document.getPage(0).getCOSObject().setLong(number, 1 << 24);
                    return List.of();
                },
                document -> {
                    document.getPage(0).getCOSObject().setLong(number, (1 << 24) + 1);
                    return List.of(document.getPage(0).getCOSObject());
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 600})
    void fieldThatPassesItselfOffAsATimeStamp(int size) {
        assertChangeIsSeen(document -> List.of(), document -> {
            COSDictionary value = new COSDictionary();
            value.setItem(COSName.TYPE, COSName.getPDFName("DocTimeStamp"));
            COSDictionary look = new COSDictionary();
            look.setItem(COSName.N, stream(document, "0 0 600 800 re f"));
            COSDictionary field = new COSDictionary();
            field.setItem(COSName.TYPE, COSName.ANNOT);
            field.setItem(COSName.SUBTYPE, COSName.WIDGET);
            field.setItem(COSName.FT, COSName.SIG);
            field.setItem(COSName.T, new COSString("Stamp"));
            field.setItem(COSName.V, value);
            field.setItem(COSName.AP, look);
            field.setItem(COSName.RECT, new PDRectangle(size, size).getCOSArray());
            COSDictionary page = document.getPage(0).getCOSObject();
            COSArray notes = page.getCOSArray(COSName.ANNOTS);
            notes.add(field);
            return List.of(page, field, value);
        });
    }

    /** The mark of the signature itself: hidden, moved, without its look, or with another. */
    @ParameterizedTest
    @ValueSource(strings = {"F", "Rect", "AP", "N"})
    void markThatWasThere(String what) {
        assertChangeIsSeen(HiddenChangesTest::mark, document -> remark(document, what));
    }

    /** The same by somebody who signs too: that is no part of signing. */
    @ParameterizedTest
    @ValueSource(strings = {"F", "Rect", "AP", "N"})
    void markThatACoSignerChanges(String what) throws IOException {
        byte[] signed = signed(paper(HiddenChangesTest::mark), Fixture.mayor());
        assertThat(verdict(coSigned(signed, document -> List.of())))
                .as("the second signature alone")
                .isEqualTo("valid");

        assertThat(verdict(coSigned(signed, document -> remark(document, what))))
                .isNotEqualTo("valid");
    }

    /** As an object of its own, whose number stands behind the name in the way to it. */
    @Test
    void scriptsThatACoSignerAdds() throws IOException {
        byte[] signed = signed(paper(document -> List.of()), Fixture.mayor());
        assertThat(verdict(coSigned(signed, document -> {
                    COSDictionary names = new COSDictionary();
                    names.setItem(COSName.getPDFName("JavaScript"), new COSDictionary());
                    document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);
                    return List.of(names);
                })))
                .isNotEqualTo("valid");
    }

    @Test
    void timeStampOverTheDocument() throws IOException {
        byte[] signed = signed(paper(document -> List.of()), Fixture.mayor());
        assertThat(verdict(stamped(signed, 0, token -> {})))
                .as("one that is good and does not show")
                .isEqualTo("valid");

        assertThat(verdict(stamped(signed, 600, token -> {})))
                .as("one that is good and covers the page")
                .isNotEqualTo("valid");
        assertThat(verdict(stamped(signed, 0, token -> token[token.length - 1] ^= 1)))
                .as("one over these bytes that nobody signed")
                .isNotEqualTo("valid");
    }

    /** The content of the first page, or the look of the mark. */
    private static COSDictionary drawn(PDDocument document, String where) {
        if (where.equals("page")) {
            return (COSDictionary) document.getPage(0).getCOSObject().getDictionaryObject(COSName.CONTENTS);
        }
        COSDictionary note = (COSDictionary)
                document.getPage(2).getCOSObject().getCOSArray(COSName.ANNOTS).getObject(0);
        return note.getCOSDictionary(COSName.AP).getCOSStream(COSName.N);
    }

    private static List<COSDictionary> mark(PDDocument document) {
        COSDictionary look = new COSDictionary();
        look.setItem(COSName.N, stream(document, "0 0 m 9 9 l S"));
        COSDictionary note = new COSDictionary();
        note.setItem(COSName.TYPE, COSName.ANNOT);
        note.setItem(COSName.SUBTYPE, COSName.getPDFName("Stamp"));
        note.setItem(COSName.RECT, new PDRectangle(10, 10, 99, 99).getCOSArray());
        note.setItem(COSName.AP, look);
        note.setInt(COSName.F, 4);
        document.getPage(2).getCOSObject().setItem(COSName.ANNOTS, array(note));
        return List.of();
    }

    private static List<COSDictionary> remark(PDDocument document, String what) {
        COSDictionary note = (COSDictionary)
                document.getPage(2).getCOSObject().getCOSArray(COSName.ANNOTS).getObject(0);
        switch (what) {
            case "F" -> note.setInt(COSName.F, 2);
            case "Rect" -> note.setItem(COSName.RECT, new PDRectangle(0, 0, 600, 800).getCOSArray());
            case "AP" -> note.removeItem(COSName.AP);
            default -> {
                return List.of(write(note.getCOSDictionary(COSName.AP).getCOSStream(COSName.N), "0 0 9 9 re f "));
            }
        }
        return List.of(note);
    }

    private static void assertChangeIsSeen(Step paper, Step change) {
        try {
            byte[] bytes = signed(paper(paper), Fixture.mayor());
            assertThat(verdict(updated(bytes, document -> List.of())))
                    .as("the dress alone")
                    .isEqualTo("valid");

            assertThat(verdict(updated(bytes, change))).isNotEqualTo("valid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] signed(byte[] pdf, DssSigner.Builder signer) throws IOException {
        DocumentContent content = DocumentContent.of(pdf, MediaType.PDF);
        try (SignedDocument signed = signer.build().sign(content, Pades.level(SignatureLevel.T))) {
            return signed.content().readAllBytes();
        }
    }

    private static byte[] coSigned(byte[] signed, Step change) throws IOException {
        return signed(
                updated(signed, change),
                DssSigner.builder(Fixture.PKI.secretary().credentials())
                        .timeStamps(Fixture.TSA)
                        .trust(Fixture.trust()));
    }

    /** With a document time stamp of that size on the first page, whose token is spoilt before it is put in. */
    private static byte[] stamped(byte[] signed, int size, Consumer<byte[]> spoil) throws IOException {
        try (PDDocument document = Loader.loadPDF(signed);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDSignature stamp = new PDSignature();
            stamp.setType(COSName.getPDFName("DocTimeStamp"));
            stamp.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            stamp.setSubFilter(COSName.getPDFName("ETSI.RFC3161"));
            document.addSignature(stamp, content -> {
                byte[] token =
                        Fixture.TSA.stamp(Sha256.of(content.readAllBytes())).token();
                spoil.accept(token);
                return token;
            });
            for (PDSignatureField field : document.getSignatureFields()) {
                if (field.getSignature().getCOSObject() == stamp.getCOSObject()) {
                    field.getWidgets().get(0).setRectangle(new PDRectangle(size, size));
                }
            }
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static String verdict(byte[] pdf) {
        SignatureValidation found = Fixture.validator().validate(DocumentContent.of(pdf, MediaType.PDF));
        return SignAndValidateTest.verdict(found);
    }

    private static byte[] paper(Step step) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < PAGES; i++) {
                PDPage page = new PDPage();
                page.getCOSObject().setItem(COSName.CONTENTS, stream(document, "0 0 m 9 9 l S"));
                document.addPage(page);
            }
            step.on(document);
            document.save(out, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] updated(byte[] signed, Step change) throws IOException {
        try (PDDocument document = Loader.loadPDF(signed);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
            COSDictionary data = new COSDictionary();
            if (catalog.getCOSDictionary(COSName.getPDFName("DSS")) != null) {
                data.addAll(catalog.getCOSDictionary(COSName.getPDFName("DSS")));
            }
            data.setItem(COSName.getPDFName("VRI"), new COSDictionary());
            catalog.setItem(COSName.getPDFName("DSS"), data);
            data.setNeedToBeUpdated(true);
            for (COSDictionary changed : change.on(document)) {
                changed.setNeedToBeUpdated(true);
            }
            catalog.setNeedToBeUpdated(true);
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    /** The last one leads to the fourth page. */
    private static COSDictionary bookmarks(PDDocument document, int count) {
        COSDictionary top = new COSDictionary();
        COSDictionary last = top;
        for (int i = 0; i < count; i++) {
            COSDictionary bookmark = new COSDictionary();
            bookmark.setItem(COSName.TITLE, new COSString("Punt " + i));
            bookmark.setItem(COSName.PARENT, top);
            last.setItem(i == 0 ? COSName.FIRST : COSName.NEXT, bookmark);
            if (i > 0) {
                bookmark.setItem(COSName.PREV, last);
            }
            last = bookmark;
            if (i == count - 4) { // its page is where DSS stops
                bookmark.setItem(COSName.DEST, array(document.getPage(3).getCOSObject(), COSName.getPDFName("Fit")));
            }
        }
        top.setItem(COSName.LAST, last);
        top.setInt(COSName.COUNT, count);
        return top;
    }

    private static void draw(PDPage page, COSName name, COSStream drawing) {
        page.getCOSObject().setItem(COSName.RESOURCES, resources(name, drawing));
    }

    private static COSDictionary resources(COSName name, COSStream drawing) {
        COSDictionary drawings = new COSDictionary();
        drawings.setItem(name, drawing);
        COSDictionary out = new COSDictionary();
        out.setItem(COSName.XOBJECT, drawings);
        return out;
    }

    private static COSStream drawing(PDPage page, COSName name) {
        return page.getCOSObject()
                .getCOSDictionary(COSName.RESOURCES)
                .getCOSDictionary(COSName.XOBJECT)
                .getCOSStream(name);
    }

    private static COSArray array(COSBase... elements) {
        COSArray out = new COSArray();
        List.of(elements).forEach(out::add);
        return out;
    }

    private static COSStream stream(PDDocument document, String content) {
        COSStream out = document.getDocument().createCOSStream();
        out.setItem(COSName.TYPE, COSName.XOBJECT);
        out.setItem(COSName.SUBTYPE, COSName.FORM);
        out.setItem(COSName.BBOX, new PDRectangle(600, 800).getCOSArray());
        return write(out, content);
    }

    private static COSStream write(COSStream stream, String content) {
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stream;
    }
}
