package cat.eset.signature.dss.internal;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.pdf.PdfMemoryUsageSetting;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxDocumentReader;
import java.io.IOException;

/** How many pages a PDF has. */
final class PdfPages {

    private PdfPages() {}

    static int count(DSSDocument pdf) {
        try (PdfBoxDocumentReader reader =
                new PdfBoxDocumentReader(pdf, null, PdfMemoryUsageSetting.mixed(4 * 1024 * 1024))) {
            return reader.getNumberOfPages();
        } catch (IOException e) {
            throw new DSSException("the pages cannot be counted", e);
        }
    }
}
