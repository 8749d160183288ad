package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.Cades;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.Xades;
import cat.eset.signature.validador.Upgrade;
import cat.eset.signature.validador.Validador;
import cat.eset.signature.validador.ValidadorAnswer;
import cat.eset.signature.validador.ValidadorEndpoints;
import cat.eset.signature.validador.ValidadorTrustValidator;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SignatureValidator;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpExchangeClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Our signatures judged by the simulated Validador, and the Validador as the one that knows about certificates. */
class ValidadorTrustTest {

    private static Consortium consortium;
    private static HttpExchangeClient http;
    private static Validador validador;
    private static DssSigner signer;

    /** Knows nobody: whom to believe is asked of the Validador. */
    private static final DssValidator LOCAL =
            DssValidator.builder(Trust.anchors(List.of())).build();

    @BeforeAll
    static void start() {
        consortium = Consortium.start(ConsortiumOptions.startingAt(Instant.now()));
        http = HttpExchangeClient.builder(
                        ServerTrust.anchors(List.of(consortium.pki().root())))
                .build();
        validador = Validador.builder(endpoints(), http).build();
        signer = DssSigner.builder(consortium.pki().mayor().credentials()).build();
    }

    private static ValidadorEndpoints endpoints() {
        return new ValidadorEndpoints(
                consortium.endpoints().validador().resolve("dss"),
                consortium.endpoints().validador().resolve("dsspdf"));
    }

    @AfterAll
    static void stop() {
        http.close();
        consortium.close();
    }

    @Test
    void theValidadorVerifiesEveryFormatOfOurs() throws Exception {
        DocumentContent content = Fixture.xml("<decret>aprovar</decret>");
        DocumentContent pdf = signed(Fixture.pdf(), Pades.level(SignatureLevel.B));
        DocumentContent xml = signed(content, Xades.enveloped(SignatureLevel.B));
        DocumentContent cms = signed(content, Cades.level(SignatureLevel.B));
        DocumentContent beside = signed(content, Xades.detached(SignatureLevel.B, "decret.xml"));

        assertThat(verdict(validador.pdf(pdf))).isEqualTo("valid");
        assertThat(verdict(validador.xml(xml))).isEqualTo("valid");
        assertThat(verdict(validador.cms(cms, content))).isEqualTo("valid");
        assertThat(verdict(validador.xml(beside, content, "decret.xml"))).isEqualTo("valid");

        assertThat(verdict(validador.pdf(flipped(pdf)))).isEqualTo("invalid");
        DocumentContent altered =
                Fixture.xml(new String(xml.readAllBytes(), StandardCharsets.UTF_8).replace("aprovar", "denegar"));
        assertThat(verdict(validador.xml(altered))).isEqualTo("invalid");
        assertThat(verdict(validador.cms(cms, altered))).isEqualTo("invalid");
        assertThat(verdict(validador.cms(cms))).as("its content is missing").isEqualTo("undetermined");
        assertThat(validador.upgradeXml(altered)).isInstanceOf(Upgrade.NotValid.class);
    }

    @Test
    void everyFormatComesBackWithATimeStampThatWeVerified() throws Exception {
        DocumentContent content = Fixture.xml("<decret>aprovar</decret>");
        DocumentContent cms = signed(content, Cades.level(SignatureLevel.B));
        List<Upgrade> upgrades = List.of(
                validador.upgradePdf(signed(Fixture.pdf(), Pades.level(SignatureLevel.B))),
                validador.upgradeXml(signed(content, Xades.enveloped(SignatureLevel.B))),
                validador.upgradeXml(signed(content, Xades.enveloping(SignatureLevel.B))),
                validador.upgradeCms(cms, content));
        for (Upgrade upgrade : upgrades) {
            assertThat(upgrade)
                    .isInstanceOfSatisfying(
                            Upgrade.Stamped.class,
                            stamped -> assertThat(stamped.timeStamps()).isEqualTo(1));
        }
        DocumentContent stamped = ((Upgrade.Stamped) upgrades.get(1)).document();
        assertThat(validador.upgradeXml(stamped))
                .isInstanceOfSatisfying(
                        Upgrade.Stamped.class,
                        again -> assertThat(again.timeStamps()).isEqualTo(1));
        DssValidator here = Fixture.validator(consortium.pki());
        for (int i = 0; i < 3; i++) {
            assertThat(here.validate(((Upgrade.Stamped) upgrades.get(i)).document())
                            .signatures()
                            .get(0)
                            .timeStamps())
                    .as("upgrade %d, judged by another program than ours", i)
                    .isEqualTo(1);
        }
        assertThat(here.validate(((Upgrade.Stamped) upgrades.get(3)).document(), content)
                        .signatures()
                        .get(0)
                        .timeStamps())
                .isEqualTo(1);
    }

    @Test
    void levelWithoutTimeStampIsToldFromOneWithIt() {
        Validador bes = Validador.builder(endpoints(), http)
                .upgradeType("urn:oasis:names:tc:dss:1.0:profiles:XAdES:forms:BES")
                .build();
        DocumentContent pdf = signed(Fixture.pdf(), Pades.level(SignatureLevel.B));
        assertThat(bes.upgradePdf(pdf)).isInstanceOf(Upgrade.Unchanged.class);
    }

    @Test
    void certificateThatIsUnknownHereIsConfirmedThereAndRemembered() {
        DocumentContent pdf = signed(Fixture.pdf(), Pades.level(SignatureLevel.B));
        assertThat(SignAndValidateTest.verdict(LOCAL.validate(pdf))).isEqualTo("undetermined");
        SignatureValidator asking = ValidadorTrustValidator.of(LOCAL, validador);
        long before = consortium.validador().requests().size();

        assertThat(SignAndValidateTest.verdict(asking.validate(pdf))).isEqualTo("valid");
        assertThat(SignAndValidateTest.verdict(asking.validate(pdf))).isEqualTo("valid");

        assertThat(consortium.validador().requests()).hasSize((int) before + 1).endsWith("certificate");
        SignatureValidator forgetful =
                ValidadorTrustValidator.of(LOCAL, validador).remembering(Duration.ZERO, java.time.Clock.systemUTC());
        forgetful.validate(pdf);
        forgetful.validate(pdf);
        assertThat(consortium.validador().requests()).hasSize((int) before + 3);
    }

    @Test
    void whatWasAlteredIsJudgedHereAndNeverSentThere() throws Exception {
        DocumentContent altered = flipped(signed(Fixture.pdf(), Pades.level(SignatureLevel.B)));
        int before = consortium.validador().requests().size();
        assertThat(SignAndValidateTest.verdict(
                        ValidadorTrustValidator.of(LOCAL, validador).validate(altered)))
                .isNotEqualTo("valid");
        assertThat(consortium.validador().requests()).hasSize(before);
    }

    @Test
    void revokedCertificateAndServiceThatIsDownLeaveItUndetermined() {
        TestIdentity rosa = consortium.pki().issue("rosa", CertificateProfile.person("Rosa", "Revocada", "00000000T"));
        consortium.pki().revoke(rosa.certificate());
        DocumentContent pdf;
        try (SignedDocument signed =
                DssSigner.builder(rosa.credentials()).build().sign(Fixture.pdf(), Pades.level(SignatureLevel.B))) {
            pdf = signed.content();
        }
        SignatureValidator asking = ValidadorTrustValidator.of(LOCAL, validador);
        assertThat(asking.validate(pdf).reasons().toString()).contains("REVOKED_NO_POE");

        consortium.validador().breakNext(503);
        assertThat(asking.validate(pdf).reasons().toString()).contains("NO_CERTIFICATE_CHAIN_FOUND");
    }

    @Test
    void oldTimeStampsOfAocAreReadByTheValidadorAlone() throws Exception {
        DocumentContent old =
                withOldTimeStamp(signed(Fixture.xml("<d>aprovar</d>"), Xades.enveloped(SignatureLevel.B)), "");
        assertThat(SignAndValidateTest.verdict(LOCAL.validate(old))).isEqualTo("undetermined");
        SignatureValidator asking = ValidadorTrustValidator.of(LOCAL, validador);
        consortium.validador().answerNext("Success", "resultminor:valid:signature:onAllDocuments");
        assertThat(SignAndValidateTest.verdict(asking.validate(old))).isEqualTo("valid");
        consortium.validador().answerNext("Success", "resultminor:invalid:IncorrectSignature");
        assertThat(SignAndValidateTest.verdict(asking.validate(old))).isEqualTo("invalid");
    }

    /** "Valid on all documents" says nothing about which part of the document. */
    @Test
    void whatAnOldSignatureCoversIsJudgedHere() throws Exception {
        DocumentContent document = Fixture.xml("<d><a Id='a'>aprovar</a><b>free</b></d>");
        DocumentContent part = signed(document, Xades.internallyDetached(SignatureLevel.B, "a"));
        DocumentContent shown = Fixture.xml("<d><a Id='a'>aprovar</a><b>anything</b>"
                + new String(part.readAllBytes(), StandardCharsets.UTF_8) + "</d>");
        DocumentContent whole = signed(document, Xades.enveloped(SignatureLevel.B));
        SignatureValidator asking = ValidadorTrustValidator.of(LOCAL, validador);
        for (DocumentContent old : List.of(
                withOldTimeStamp(shown, ""), withOldTimeStamp(whole, "<ds:Object><d>denegar</d></ds:Object>"))) {
            consortium.validador().answerNext("Success", "resultminor:valid:signature:onAllDocuments");
            SignatureValidation found = asking.validate(old);
            assertThat(SignAndValidateTest.verdict(found)).isEqualTo("undetermined");
            assertThat(found.signatures().get(0).coverage()).isEqualTo(SignatureFinding.Coverage.PARTIAL);
        }
    }

    private static DocumentContent withOldTimeStamp(DocumentContent signed, String hidden) throws IOException {
        String stamp = "<xades:UnsignedProperties><xades:UnsignedSignatureProperties><xades:SignatureTimeStamp>"
                + "<xades:XMLTimeStamp><ds:Signature/></xades:XMLTimeStamp></xades:SignatureTimeStamp>"
                + "</xades:UnsignedSignatureProperties></xades:UnsignedProperties></xades:QualifyingProperties></ds:Object>";
        String end = "</xades:QualifyingProperties></ds:Object>";
        String text = new String(signed.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains(end);
        return Fixture.xml(text.replace(end, stamp + hidden));
    }

    private static DocumentContent signed(DocumentContent document, SignatureFormat format) {
        try (SignedDocument signed = signer.sign(document, format)) {
            return signed.content();
        }
    }

    private static DocumentContent flipped(DocumentContent pdf) throws Exception {
        byte[] bytes = pdf.readAllBytes();
        bytes[20] ^= 1;
        return DocumentContent.of(bytes, MediaType.PDF);
    }

    private static String verdict(ValidadorAnswer answer) {
        return answer.fold(v -> "valid", i -> "invalid", u -> "undetermined");
    }
}
