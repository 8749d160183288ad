package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.core.copy.CopyKind;
import cat.eset.core.id.Csv;
import cat.eset.core.id.EniDocumentId;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.security.SecureRandom;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** legal-rules R11: code and seat on every page; a change is a new document. */
class CopyStamperTest {

    private static final CopyStamper STAMPER = CopyStamper.forSeat(URI.create("https://seu.vilaprova.cat/csv"));
    private final Csv code = Csv.random(new SecureRandom());

    @Test
    void everyPageOfTheCopyCarriesCodeAndSeatAndTheOriginalIsLeftAlone() throws Exception {
        try (SignedDocument signed = Fixture.mayor().build().sign(Fixture.pdf(3, 0), Pades.level(SignatureLevel.T))) {
            Sha256 before = signed.content().sha256();

            DocumentContent copy = STAMPER.stamp(signed.content(), code);

            assertThat(Sha256.of(signed.content().readAllBytes())).isEqualTo(before);
            assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(copy)))
                    .as("a copy is no signed document, and no broken one either")
                    .isEqualTo("unsigned");
            try (PDDocument document = Loader.loadPDF(copy.readAllBytes())) {
                for (int page = 1; page <= 3; page++) {
                    assertThat(text(document, page))
                            .contains(code.printed(), "https://seu.vilaprova.cat/csv", page + "/3");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void codeStandsAtTheFootOfTurnedPagesToo(int rotation) throws Exception {
        byte[] turned;
        try (PDDocument document = Loader.loadPDF(Fixture.pdf(1, 0).readAllBytes());
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getPage(0).setRotation(rotation);
            document.save(out);
            turned = out.toByteArray();
        }
        DocumentContent copy = STAMPER.stamp(DocumentContent.of(turned, MediaType.PDF), code);
        try (PDDocument document = Loader.loadPDF(copy.readAllBytes())) {
            assertThat(text(document, 1)).contains("CSV " + code.printed());
        }
    }

    @Test
    void copySaysOnEveryPageThatItIsOneAndOfWhat() throws Exception {
        EniDocumentId source = EniDocumentId.of("ES_L01089999_2026_ESET01KJPWPBK08MWZNPK22RV64C62");
        DocumentContent authentic = STAMPER.stamp(Fixture.pdf(2, 0), code, CopyKind.FORMAT_CHANGE, source);
        DocumentContent plain = STAMPER.stamp(Fixture.pdf(1, 0), code, CopyKind.PLAIN, source);
        try (PDDocument document = Loader.loadPDF(authentic.readAllBytes());
                PDDocument other = Loader.loadPDF(plain.readAllBytes())) {
            for (int page = 1; page <= 2; page++) {
                assertThat(text(document, page)).contains("CÒPIA AUTÈNTICA", code.printed(), page + "/2");
            }
            assertThat(document.getDocumentInformation().getCustomMetadataValue("EstadoElaboracion"))
                    .isEqualTo("EE02");
            assertThat(document.getDocumentInformation().getCustomMetadataValue("IdentificadorDocumentoOrigen"))
                    .isEqualTo(source.value());
            assertThat(text(other, 1)).contains("CÒPIA").doesNotContain("AUTÈNTICA");
            assertThat(other.getDocumentInformation().getCustomMetadataValue("EstadoElaboracion"))
                    .isEqualTo("EE99");
        }
    }

    @Test
    void whatIsNoPdfIsRefused() {
        DocumentContent text = DocumentContent.of(new byte[] {1, 2, 3}, MediaType.PDF);
        assertThat(catchThrowableOfType(SigningException.class, () -> STAMPER.stamp(text, code))
                        .problem())
                .isEqualTo(SigningException.Problem.MALFORMED_DOCUMENT);
    }

    private static String text(PDDocument document, int page) throws Exception {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }
}
