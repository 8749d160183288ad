package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningException;
import cat.eset.signature.VisibleMark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PDFs as other programs write them: each is signed so that it verifies, or refused; never signed so that nobody can read it. */
class OddPdfsTest {

    @TempDir
    Path temporary;

    @AfterEach
    void nothingIsLeftOnDisk() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).isEmpty();
        }
    }

    static Stream<Arguments> readable() throws IOException {
        Pades plain = Pades.level(SignatureLevel.B);
        Pades visible = plain.visible(VisibleMark.text(1, 50, 50, 200, 60, List.of("Signat")));
        byte[] table = table();
        return Stream.of(
                Arguments.of("classic table", table, plain),
                Arguments.of("classic table and stream together", hybrid(), plain),
                Arguments.of("version 2.0", saved(document -> document.setVersion(2.0f)), plain),
                Arguments.of("updated before", updated(table), plain),
                Arguments.of("form whose appearance is due", saved(OddPdfsTest::form), visible),
                Arguments.of("empty signature field", saved(OddPdfsTest::form), plain.field("signatura")),
                Arguments.of(
                        "page turned", saved(document -> document.getPage(0).setRotation(90)), visible),
                Arguments.of("text after the end", joined(table, bytes("\r\n<!-- saved -->\r\n")), plain),
                Arguments.of("no line break at the end", bytes(text(table).stripTrailing()), plain),
                Arguments.of("table beyond the file", tableAt(table, "99999999"), plain),
                Arguments.of("table beyond 2 GB", tableAt(table, "4294967296"), plain));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void isSignedSoThatItVerifies(String name, byte[] pdf, Pades format) throws Exception {
        for (long inMemoryUpTo : List.of(0L, Long.MAX_VALUE)) {
            try (SignedDocument signed = signer(inMemoryUpTo).sign(DocumentContent.of(pdf, MediaType.PDF), format)) {
                assertThat(Arrays.copyOf(signed.content().readAllBytes(), pdf.length))
                        .as("what was there before")
                        .isEqualTo(pdf);
                assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(signed.content())))
                        .isEqualTo("valid");
            }
        }
    }

    static Stream<Arguments> unreadableOnceSigned() throws IOException {
        byte[] table = table();
        return Stream.of(
                Arguments.of("head of a download before the header", joined(bytes("HTTP/1.1 200 OK\r\n\r\n"), table)),
                Arguments.of("line breaks before the header", joined(bytes("\r\n\r\n"), table)),
                Arguments.of("table beyond all numbers", tableAt(table, "99999999999999999999")),
                Arguments.of("table before the file", tableAt(table, "-5")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadableOnceSigned")
    void isRefusedBecauseNobodyCouldReadTheResult(String name, byte[] pdf) {
        for (long inMemoryUpTo : List.of(0L, Long.MAX_VALUE)) {
            SigningException error = catchThrowableOfType(
                    SigningException.class,
                    () -> signer(inMemoryUpTo)
                            .sign(DocumentContent.of(pdf, MediaType.PDF), Pades.level(SignatureLevel.B)));
            assertThat(error.problem()).isEqualTo(SigningException.Problem.MALFORMED_DOCUMENT);
            assertThat(error.failure().remedy()).isPresent();
        }
    }

    private DssSigner signer(long inMemoryUpTo) {
        return Fixture.mayor()
                .settings(DssSettings.defaults().temporaryDirectory(temporary).inMemoryUpTo(inMemoryUpTo))
                .build();
    }

    private interface Change {
        void apply(PDDocument document) throws IOException;
    }

    private static byte[] table() throws IOException {
        return saved(document -> {});
    }

    private static byte[] saved(Change change) throws IOException {
        try (PDDocument document = Loader.loadPDF(Fixture.pdf(2, 0).readAllBytes());
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            change.apply(document);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static void form(PDDocument document) throws IOException {
        PDAcroForm form = new PDAcroForm(document);
        form.setNeedAppearances(true);
        document.getDocumentCatalog().setAcroForm(form);
        PDTextField text = new PDTextField(form);
        text.setPartialName("nom");
        PDSignatureField signature = new PDSignatureField(form);
        signature.setPartialName("signatura");
        PDPage page = document.getPage(0);
        signature.getWidgets().get(0).setPage(page);
        signature.getWidgets().get(0).setRectangle(new PDRectangle(300, 300, 100, 40));
        page.getAnnotations().add(signature.getWidgets().get(0));
        form.getFields().add(text);
        form.getFields().add(signature);
    }

    private static byte[] updated(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle("Decret");
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("EsetUpdate"), COSName.A);
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    /** A classic table that also names a stream of objects by {@code /XRefStm} (ISO 32000-1, 7.5.8.4). */
    private static byte[] hybrid() {
        StringBuilder out = new StringBuilder("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n");
        TreeMap<Integer, Integer> at = new TreeMap<>();
        at.put(1, out.length());
        out.append("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        at.put(2, out.length());
        out.append("2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
        at.put(3, out.length());
        out.append(
                "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>/EsetHidden 5 0 R>>\nendobj\n");
        int objects = out.length();
        String body = "5 0 <</EsetHidden true>>";
        out.append("4 0 obj\n<</Type/ObjStm/N 1/First 4/Length ")
                .append(body.length())
                .append(">>\nstream\n")
                .append(body)
                .append("\nendstream\nendobj\n");
        int stream = out.length();
        String rows = row(1, objects, 0) + row(2, 4, 0);
        out.append("6 0 obj\n<</Type/XRef/Size 7/W[1 3 1]/Index[4 2]/Length ")
                .append(rows.length())
                .append(">>\nstream\n")
                .append(rows)
                .append("\nendstream\nendobj\n");
        int table = out.length();
        out.append("xref\n0 4\n0000000000 65535 f \n");
        at.values().forEach(offset -> out.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        out.append("trailer\n<</Size 7/Root 1 0 R/XRefStm ")
                .append(stream)
                .append(">>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return bytes(out.toString());
    }

    private static String row(int type, int value, int last) {
        return "" + (char) type + (char) (value >> 16) + (char) (value >> 8 & 0xff) + (char) (value & 0xff)
                + (char) last;
    }

    private static byte[] tableAt(byte[] pdf, String offset) {
        return bytes(text(pdf).replaceFirst("startxref\\s+\\d+", "startxref\n" + offset));
    }

    private static String text(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] out = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, out, first.length, second.length);
        return out;
    }
}
