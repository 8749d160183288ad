package cat.eset.signature.dss;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.testkit.pki.TestPki;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** One PKI for all tests of this module, and documents of any size. */
final class Fixture {

    static final TestPki PKI = TestPki.create();
    static final TestAuthority TSA = new TestAuthority(PKI.timeStampAuthority());

    private Fixture() {}

    static Trust trust() {
        return Trust.anchors(List.of(PKI.root())).crls(List.of(crl()));
    }

    static X509CRL crl() {
        return crl(PKI);
    }

    static X509CRL crl(TestPki pki) {
        try {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(pki.crl()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static DssSigner.Builder mayor() {
        return DssSigner.builder(PKI.mayor().credentials()).timeStamps(TSA).trust(trust());
    }

    static DssValidator validator() {
        return DssValidator.builder(trust()).build();
    }

    /** Believes the authority of that infrastructure, and knows what it has revoked so far. */
    static DssValidator validator(TestPki pki) {
        return DssValidator.builder(Trust.anchors(List.of(pki.root())).crls(List.of(crl(pki))))
                .build();
    }

    static DocumentContent xml(String text) {
        return DocumentContent.of(text.getBytes(StandardCharsets.UTF_8), MediaType.XML);
    }

    static DocumentContent pdf() {
        return pdf(2, 0);
    }

    /** A PDF of so many pages, padded with a random stream. */
    static DocumentContent pdf(int pages, int padding) {
        byte[] noise = new byte[padding];
        new Random(7).nextBytes(noise);
        return pdf(pages, noise);
    }

    /** A PDF of so many pages, with a stream of these bytes that no page uses. */
    static DocumentContent pdf(int pages, byte[] padding) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText("Decret d'alcaldia, pagina " + i);
                    content.endText();
                }
            }
            if (padding.length > 0) {
                document.getDocumentCatalog()
                        .getCOSObject()
                        .setItem("EsetPadding", new PDStream(document, new ByteArrayInputStream(padding)));
            }
            document.save(out);
            return DocumentContent.of(out.toByteArray(), MediaType.PDF);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
