package cat.eset.examples.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfTemplateTest {

    private static final Map<String, String> REPORT = Map.of(
            "townHall", "Ajuntament de Prova",
            "expedient", "0001/2026",
            "subject", "Llicència d'obres <menors> & gual",
            "background", "Antecedents",
            "report", "Primera línia\nSegona línia",
            "conclusion", "Favorable",
            "signedBy", "L'arquitecta");

    @Test
    void writesWhatItWasGivenAsArchivablePdf() throws IOException {
        DocumentContent pdf = PdfTemplate.named("report.xhtml").fill(REPORT);

        try (PDDocument document = Loader.loadPDF(pdf.readAllBytes())) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Llicència d'obres <menors> & gual", "Primera línia", "Segona línia");
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
            assertThat(new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfaid:part", "pdfaid:conformance");
        }
    }

    @Test
    void refusesAHoleAndAValueThatNobodyAskedFor() {
        Map<String, String> hole = new HashMap<>(REPORT);
        hole.remove("conclusion");
        assertThatThrownBy(() -> PdfTemplate.named("report.xhtml").fill(hole)).hasMessageContaining("conclusion");

        Map<String, String> extra = new HashMap<>(REPORT);
        extra.put("nobody", "asked");
        assertThatThrownBy(() -> PdfTemplate.named("report.xhtml").fill(extra)).hasMessageContaining("nobody");
    }
}
