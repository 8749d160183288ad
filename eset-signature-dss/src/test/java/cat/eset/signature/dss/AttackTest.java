package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.Xades;
import cat.eset.signature.validation.Judgement;
import cat.eset.signature.validation.LaterChange;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.signature.validation.SignatureFinding.Coverage;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SubIndication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attacks on good signatures, made here: docs/signature-attacks.md has the table. */
class AttackTest {

    private static byte[] pdf;
    private static String xml;

    @BeforeAll
    static void sign() throws IOException {
        DssSigner mayor = Fixture.mayor().build();
        try (SignedDocument signed = mayor.sign(Fixture.pdf(), Pades.level(SignatureLevel.T));
                SignedDocument enveloped = mayor.sign(
                        Fixture.xml("<decret><part Id=\"p1\">Resolc</part></decret>"),
                        Xades.enveloped(SignatureLevel.T))) {
            pdf = signed.content().readAllBytes();
            xml = text(enveloped.content());
        }
    }

    @Test
    void pageThatIsPaintedOver() throws Exception {
        SignatureValidation found = judge(pdf(document -> {
            PDPage page = document.getPage(0);
            try (PDPageContentStream paint =
                    new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
                paint.addRect(0, 0, 600, 800);
                paint.fill();
            }
            return List.of(page.getCOSObject(), page.getResources().getCOSObject());
        }));

        assertThat(SignAndValidateTest.verdict(found)).isEqualTo("invalid");
        assertThat(only(found).changes()).extracting(LaterChange::kind).contains(LaterChange.Kind.PAGES);
    }

    @Test
    void pageThatIsAdded() throws Exception {
        SignatureValidation found = judge(pdf(document -> {
            document.addPage(new PDPage());
            return List.of(document.getPages().getCOSObject());
        }));
        assertThat(SignAndValidateTest.verdict(found)).isEqualTo("invalid");
    }

    @Test
    void noteOverThePageIsReportedAndIsNotCalledValid() throws Exception {
        SignatureValidation found = judge(pdf(document -> {
            PDAnnotationSquare note = new PDAnnotationSquare();
            note.setRectangle(new PDRectangle(50, 650, 300, 100));
            note.setContents("I never signed this");
            note.constructAppearances();
            PDPage page = document.getPage(0);
            page.getAnnotations().add(note);
            return List.of(page.getCOSObject());
        }));

        assertThat(SignAndValidateTest.verdict(found)).isNotEqualTo("valid");
        assertThat(only(found).changes()).anyMatch(change -> !change.isHarmless());
    }

    /** Notes may be added and changed without the page being another; what was seen when it was signed may not. */
    @Test
    void noteThatWasThereAndLooksDifferent() throws Exception {
        byte[] noted = changed(Fixture.pdf(1, 0).readAllBytes(), document -> {
            PDAnnotationSquare note = new PDAnnotationSquare();
            note.setRectangle(new PDRectangle(50, 650, 300, 100));
            note.constructAppearances();
            PDPage page = document.getPage(0);
            page.getAnnotations().add(note);
            return List.of(page.getCOSObject());
        });
        try (SignedDocument signed =
                Fixture.mayor().build().sign(DocumentContent.of(noted, MediaType.PDF), Pades.level(SignatureLevel.B))) {
            SignatureValidation found = judge(changed(signed.content().readAllBytes(), document -> {
                COSStream look = document.getPage(0)
                        .getAnnotations()
                        .get(0)
                        .getAppearance()
                        .getNormalAppearance()
                        .getAppearanceStream()
                        .getCOSObject();
                try (java.io.OutputStream paint = look.createOutputStream()) {
                    paint.write("0 0 600 800 re f".getBytes(StandardCharsets.ISO_8859_1));
                }
                return List.of(look);
            }));
            assertThat(SignAndValidateTest.verdict(found)).isEqualTo("invalid");
            assertThat(only(found).changes()).extracting(LaterChange::kind).contains(LaterChange.Kind.PAGES);
        }
    }

    /** DSS takes these for what a second signer does, although there is none. */
    @ParameterizedTest
    @ValueSource(strings = {"Names", "OutputIntents", "PieceInfo", "Perms"})
    void attachmentScriptOrColoursAfterTheLastSignature(String part) throws Exception {
        SignatureValidation found = judge(pdf(document -> {
            COSDictionary added = new COSDictionary();
            added.setItem(COSName.getPDFName("JavaScript"), new COSDictionary());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName(part), added);
            return List.of(added);
        }));

        assertThat(SignAndValidateTest.verdict(found)).isEqualTo("undetermined");
        assertThat(found.wholeDocumentCovered()).isFalse();
        assertThat(only(found).changes()).extracting(LaterChange::kind).containsExactly(LaterChange.Kind.OTHER);
    }

    /** A longer document is not compared by its looks, and DSS looks only so deep into its objects. */
    @Test
    void whatIsPaintedDeepInsideALongDocument() throws Exception {
        byte[] deep = nestedForms(200, 12);
        try (SignedDocument signed =
                Fixture.mayor().build().sign(DocumentContent.of(deep, MediaType.PDF), Pades.level(SignatureLevel.B))) {
            assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(signed.content())))
                    .isEqualTo("valid");
            SignatureValidation found = judge(changed(signed.content().readAllBytes(), document -> {
                COSDictionary form = document.getPage(0).getCOSObject();
                for (int i = 0; i < 200; i++) {
                    form = form.getCOSDictionary(COSName.RESOURCES)
                            .getCOSDictionary(COSName.XOBJECT)
                            .getCOSStream(COSName.F);
                }
                try (java.io.OutputStream paint = ((COSStream) form).createOutputStream()) {
                    paint.write("0 0 600 800 re f".getBytes(StandardCharsets.ISO_8859_1));
                }
                COSDictionary data = new COSDictionary(); // what level LT adds, to look harmless
                document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("DSS"), data);
                return List.of(form, data);
            }));
            assertThat(SignAndValidateTest.verdict(found)).isEqualTo("invalid");
        }
    }

    private static byte[] nestedForms(int depth, int pages) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            COSStream form = null;
            for (int i = 0; i < depth; i++) {
                COSStream outer = document.getDocument().createCOSStream();
                outer.setItem(COSName.TYPE, COSName.XOBJECT);
                outer.setItem(COSName.SUBTYPE, COSName.FORM);
                outer.setItem(COSName.BBOX, new PDRectangle(600, 800).getCOSArray());
                outer.setItem(COSName.RESOURCES, resources(form));
                try (java.io.OutputStream content = outer.createOutputStream()) {
                    content.write((form == null ? "0 0 m 9 9 l S" : "/F Do").getBytes(StandardCharsets.ISO_8859_1));
                }
                form = outer;
            }
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                page.getCOSObject().setItem(COSName.RESOURCES, resources(form));
                document.addPage(page);
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static COSDictionary resources(@org.jspecify.annotations.Nullable COSStream form) {
        COSDictionary forms = new COSDictionary();
        COSDictionary out = new COSDictionary();
        if (form != null) {
            forms.setItem(COSName.F, form);
            out.setItem(COSName.XOBJECT, forms);
        }
        return out;
    }

    @Test
    void bytesAfterTheEnd() {
        byte[] longer = Arrays.copyOf(pdf, pdf.length + 20);
        Arrays.fill(longer, pdf.length, longer.length, (byte) 'X');

        SignatureValidation found = judge(longer);

        assertThat(SignAndValidateTest.verdict(found)).isEqualTo("undetermined");
        assertThat(found.wholeDocumentCovered()).isFalse();
        assertThat(only(found).judgement()).isInstanceOf(Judgement.Valid.class);
        assertThat(only(found).changes())
                .extracting(LaterChange::kind)
                .containsExactly(LaterChange.Kind.TRAILING_BYTES);
    }

    @Test
    void lineBreakAfterTheEndIsNoAttack() {
        byte[] longer = Arrays.copyOf(pdf, pdf.length + 2);
        longer[pdf.length] = '\r';
        longer[pdf.length + 1] = '\n';
        assertThat(judge(longer).wholeDocumentCovered()).isTrue();
    }

    @Test
    void signatureThatIsCutOutLeavesAnUnsignedDocument() {
        assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(Fixture.pdf())))
                .isEqualTo("unsigned");
    }

    @Test
    void signedElementMovedAwayAndAnotherInItsPlace() throws Exception {
        DocumentContent unsigned = Fixture.xml("<exp><doc Id=\"d1\"><n>1</n></doc></exp>");
        try (SignedDocument signature =
                Fixture.mayor().build().sign(unsigned, Xades.internallyDetached(SignatureLevel.B, "d1"))) {
            String element = text(signature.content());
            String wrapped = "<exp><doc Id=\"d2\"><n>999999</n></doc>"
                    + element.replace(
                            "</ds:Signature>", "<ds:Object><doc Id=\"d1\"><n>1</n></doc></ds:Object></ds:Signature>")
                    + "</exp>";

            SignatureValidation found = Fixture.validator().validate(Fixture.xml(wrapped));

            assertThat(SignAndValidateTest.verdict(found)).isNotEqualTo("valid");
            assertThat(only(found).coverage()).isEqualTo(Coverage.PARTIAL);
            assertThat(only(found).signedContent().map(AttackTest::text).orElse(""))
                    .as("the caller is handed what was signed, not what is shown")
                    .contains("<n>1</n>")
                    .doesNotContain("999999");
        }
    }

    @Test
    void idThatComesTwice() throws Exception {
        DocumentContent unsigned = Fixture.xml("<exp><doc Id=\"d1\"><n>1</n></doc></exp>");
        try (SignedDocument signature =
                Fixture.mayor().build().sign(unsigned, Xades.internallyDetached(SignatureLevel.B, "d1"))) {
            String twice = "<exp><doc Id=\"d1\"><n>999999</n></doc><doc Id=\"d1\"><n>1</n></doc>"
                    + text(signature.content())
                    + "</exp>";
            assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(Fixture.xml(twice))))
                    .isEqualTo("invalid");
        }
    }

    @Test
    void textThatIsChanged() {
        SignatureValidation found = Fixture.validator().validate(Fixture.xml(xml.replace("Resolc", "Denego")));
        assertThat(only(found).intact()).isFalse();
        assertThat(SignAndValidateTest.verdict(found)).isEqualTo("invalid");
        assertThat(only(found).judgement())
                .isInstanceOfSatisfying(
                        Judgement.Invalid.class,
                        invalid -> assertThat(invalid.why()).isEqualTo(SubIndication.HASH_FAILURE));
    }

    @Test
    void certificateThatIsSwapped() throws Exception {
        java.util.Base64.Encoder base64 = java.util.Base64.getEncoder();
        String own = base64.encodeToString(Fixture.PKI.mayor().certificate().getEncoded());
        String other =
                base64.encodeToString(Fixture.PKI.secretary().certificate().getEncoded());
        assertThat(xml).contains(own);

        SignatureValidation found = Fixture.validator().validate(Fixture.xml(xml.replace(own, other)));

        assertThat(SignAndValidateTest.verdict(found)).isNotEqualTo("valid");
    }

    @Test
    void stampOfAnotherSignature() throws Exception {
        try (SignedDocument other =
                Fixture.mayor().build().sign(Fixture.xml("<other/>"), Xades.enveloped(SignatureLevel.T))) {
            String swapped = xml.replace(stamp(xml), stamp(text(other.content())));
            assertThat(swapped).isNotEqualTo(xml);

            SignatureValidation found = Fixture.validator().validate(Fixture.xml(swapped));

            assertThat(only(found).provenTime())
                    .as("a stamp over something else proves nothing")
                    .isEmpty();
        }
    }

    @Test
    void documentTypeAndEntities() {
        String bomb = "<!DOCTYPE decret [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + xml;
        String remote = "<!DOCTYPE decret SYSTEM \"http://127.0.0.1:1/x.dtd\">" + xml;
        for (String attack : List.of(bomb, remote)) {
            SignatureValidation found = Fixture.validator().validate(Fixture.xml(attack));
            assertThat(SignAndValidateTest.verdict(found)).isEqualTo("undetermined");
            assertThat(found.reasons().toString()).contains("document type");
        }
    }

    @Test
    void xmlNestedWithoutEnd() {
        String deep = "<a>".repeat(100_000) + "</a>".repeat(100_000);
        assertThat(Fixture.validator().validate(Fixture.xml(deep)).reasons().toString())
                .contains("ESET_LIMITS_EXCEEDED");
    }

    @Test
    void xmlTimeStampOfOldToolsIsLeftToTheValidador() {
        String old = xml.replace(
                "</xades:QualifyingProperties>",
                "<xades:XMLTimeStamp><ds:Signature/></xades:XMLTimeStamp></xades:QualifyingProperties>");
        assertThat(old).isNotEqualTo(xml);
        SignatureValidation found = Fixture.validator().validate(Fixture.xml(old));
        assertThat(only(found).judgement())
                .isInstanceOfSatisfying(
                        Judgement.Undetermined.class,
                        unknown -> assertThat(unknown.why()).isEqualTo(SubIndication.ASK_VALIDADOR));
    }

    @Test
    void documentBeyondTheLimits() {
        DssValidator small = DssValidator.builder(Fixture.trust())
                .limits(ValidationLimits.defaults().maximumLength(10))
                .build();
        assertThat(small.validate(DocumentContent.of(pdf, MediaType.PDF))
                        .reasons()
                        .toString())
                .contains("ESET_LIMITS_EXCEEDED");
    }

    @Test
    void signerNobodyTrustsIsUndeterminedAndNotInvalid() {
        DssValidator stranger = DssValidator.builder(Trust.anchors(
                        List.of(cat.eset.testkit.pki.TestPki.create().root())))
                .build();
        SignatureValidation found = stranger.validate(DocumentContent.of(pdf, MediaType.PDF));
        assertThat(SignAndValidateTest.verdict(found)).isEqualTo("undetermined");
        assertThat(only(found).judgement())
                .isInstanceOfSatisfying(
                        Judgement.Undetermined.class,
                        unknown -> assertThat(unknown.why()).isEqualTo(SubIndication.NO_CERTIFICATE_CHAIN_FOUND));
        assertThat(only(found).intact()).isTrue();
    }

    /** Changes a PDF as an attacker would: by an incremental update that leaves the signed bytes alone. */
    private interface Change {
        List<COSDictionary> make(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Change change) throws IOException {
        return changed(pdf, change);
    }

    private static byte[] changed(byte[] signed, Change change) throws IOException {
        try (PDDocument document = Loader.loadPDF(signed);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (COSDictionary changed : change.make(document)) {
                changed.setNeedToBeUpdated(true);
            }
            document.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private static SignatureValidation judge(byte[] bytes) {
        return Fixture.validator().validate(DocumentContent.of(bytes, MediaType.PDF));
    }

    private static SignatureFinding only(SignatureValidation found) {
        assertThat(found.signatures()).hasSize(1);
        return found.signatures().get(0);
    }

    private static String stamp(String xml) {
        int from = xml.indexOf(">", xml.indexOf("<xades:EncapsulatedTimeStamp")) + 1;
        return xml.substring(from, xml.indexOf("</xades:EncapsulatedTimeStamp>"));
    }

    private static String text(DocumentContent content) {
        try {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
