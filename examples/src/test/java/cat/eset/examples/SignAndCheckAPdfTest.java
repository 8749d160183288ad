package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.dss.DssSigner;
import cat.eset.signature.dss.DssValidator;
import cat.eset.signature.dss.Trust;
import cat.eset.signature.timestamp.TimeStampClient;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

class SignAndCheckAPdfTest {

    @Test
    void aStampedSignatureIsValidForTheWholeDocument() throws Exception {
        try (Consortium consortium =
                        Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
                HttpExchangeClient http =
                        HttpExchangeClient.builder(ServerTrust.ofJava()).build()) {
            TestPki pki = consortium.pki();
            Trust trust = trust(pki);
            DssSigner mayor = DssSigner.builder(pki.mayor().credentials())
                    .trust(trust)
                    .timeStamps(TimeStampClient.builder(consortium.endpoints().timeStamps(), http, List.of(pki.root()))
                            .build())
                    .build();

            String judged = SignAndCheckAPdf.signAndCheck(
                    mayor, SignatureLevel.T, DssValidator.builder(trust).build(), onePage());

            assertThat(judged).startsWith("valid, the whole document, stamped: Optional[20");
        }
    }

    @Test
    void aSignatureOfAStrangerIsNotCalledValid() throws Exception {
        TestPki ours = TestPki.create();
        TestPki strangers = TestPki.create();
        DssSigner stranger = DssSigner.builder(strangers.mayor().credentials()).build();

        String judged = SignAndCheckAPdf.signAndCheck(
                stranger, SignatureLevel.B, DssValidator.builder(trust(ours)).build(), onePage());

        assertThat(judged).startsWith("cannot be decided here and now");
    }

    static Trust trust(TestPki pki) throws Exception {
        X509CRL revoked =
                (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(pki.crl()));
        return Trust.anchors(List.of(pki.root())).crls(List.of(revoked));
    }

    static DocumentContent onePage() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        return DocumentContent.of(bytes.toByteArray(), MediaType.PDF);
    }
}
