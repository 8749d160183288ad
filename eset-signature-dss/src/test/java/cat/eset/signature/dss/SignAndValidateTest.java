package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.signature.AsicE;
import cat.eset.signature.Cades;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignaturePolicy;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.VisibleMark;
import cat.eset.signature.Xades;
import cat.eset.signature.validation.Judgement;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.signature.validation.SignatureValidation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format and level of local-signature section 3 comes out valid, with what it says about itself. */
class SignAndValidateTest {

    private static final DocumentContent XML = Fixture.xml("<decret Id=\"d1\"><text>Resolc</text></decret>");

    static Stream<Arguments> everyFormat() {
        List<Arguments> out = new ArrayList<>();
        for (SignatureLevel level : SignatureLevel.values()) {
            out.add(Arguments.of(Fixture.pdf(), Pades.level(level), "PAdES", false));
            out.add(Arguments.of(XML, Xades.enveloped(level), "XAdES", false));
            out.add(Arguments.of(XML, Xades.enveloping(level), "XAdES", false));
            out.add(Arguments.of(Fixture.pdf(), Xades.detached(level, "decret.pdf"), "XAdES", true));
            out.add(Arguments.of(Fixture.pdf(), Cades.level(level), "CAdES", true));
            out.add(Arguments.of(Fixture.pdf(), AsicE.level(level), "XAdES", false));
        }
        return out.stream();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("everyFormat")
    void whatIsSignedHereIsValidHere(DocumentContent document, SignatureFormat format, String form, boolean detached)
            throws Exception {
        try (SignedDocument signed = Fixture.mayor().build().sign(document, format)) {
            SignatureValidation found = detached
                    ? Fixture.validator().validate(signed.content(), document)
                    : Fixture.validator().validate(signed.content());

            assertThat(found.reasons()).isEmpty();
            assertThat(verdict(found)).isEqualTo("valid");
            SignatureFinding finding = found.signatures().get(0);
            assertThat(finding.intact()).isTrue();
            assertThat(finding.format()).isEqualTo(form + "-BASELINE-" + format.level());
            assertThat(finding.claimedTime()).isEqualTo(signed.signingTime());
            assertThat(finding.signer().orElseThrow().certificate())
                    .isEqualTo(Fixture.PKI.mayor().certificate());
            if (format.level().needsTimeStamp()) {
                assertThat(signed.stampedAt()).isPresent().isEqualTo(finding.provenTime());
            } else {
                assertThat(finding.provenTime()).isEmpty();
            }
            assertThat(finding.signedContent().map(DocumentContent::sha256)).isPresent();
        }
    }

    @Test
    void pdfIsSignedAndReopenedWithExactlyOneSignature() {
        try (SignedDocument signed = Fixture.mayor().build().sign(Fixture.pdf(), Pades.level(SignatureLevel.B))) {
            assertThat(Fixture.validator().validate(signed.content()).signatures())
                    .hasSize(1);
        }
    }

    @Test
    void mayorThenSecretarySignThePdfInOrderAndBothStayValid() throws Exception {
        DssSigner mayor = Fixture.mayor().build();
        DssSigner secretary = mayor.as(
                cat.eset.signature.SigningKey.of(Fixture.PKI.secretary().credentials()));
        try (SignedDocument first =
                        mayor.sign(Fixture.pdf(), Pades.level(SignatureLevel.T).reason("Resolc"));
                SignedDocument both = secretary.sign(
                        first.content(), Pades.level(SignatureLevel.T).reason("En dono fe"))) {
            SignatureValidation found = Fixture.validator().validate(both.content());

            assertThat(found.reasons()).isEmpty();
            assertThat(verdict(found)).isEqualTo("valid");
            assertThat(found.signatures())
                    .extracting(finding -> finding.signer().orElseThrow().certificate())
                    .containsExactlyInAnyOrder(
                            Fixture.PKI.mayor().certificate(),
                            Fixture.PKI.secretary().certificate());
        }
    }

    @Test
    void theSamePersonTwiceInOneSecondStaysValid() throws Exception {
        DssSigner mayor = Fixture.mayor()
                .settings(DssSettings.defaults()
                        .clock(Clock.fixed(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)))
                .build();
        for (SignatureFormat format : List.of(Pades.level(SignatureLevel.B), Xades.enveloped(SignatureLevel.B))) {
            try (SignedDocument first = mayor.sign(format instanceof Pades ? Fixture.pdf() : XML, format);
                    SignedDocument both = mayor.sign(first.content(), format)) {
                SignatureValidation found = Fixture.validator().validate(both.content());
                assertThat(found.signatures()).hasSize(2);
                assertThat(verdict(found)).as(format.toString()).isEqualTo("valid");
            }
        }
    }

    @Test
    void twoPartsOfOneDocumentAreSignedInOneSecond() throws Exception {
        DssSigner mayor = Fixture.mayor()
                .settings(DssSettings.defaults()
                        .clock(Clock.fixed(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC)))
                .build();
        String parts = "<exp><doc Id=\"d1\">1</doc><doc Id=\"d2\">2</doc>";
        DocumentContent unsigned = Fixture.xml(parts + "</exp>");
        try (SignedDocument one = mayor.sign(unsigned, Xades.internallyDetached(SignatureLevel.B, "d1"));
                SignedDocument two = mayor.sign(unsigned, Xades.internallyDetached(SignatureLevel.B, "d2"))) {
            String both = parts
                    + new String(one.content().readAllBytes(), StandardCharsets.UTF_8)
                    + new String(two.content().readAllBytes(), StandardCharsets.UTF_8)
                    + "</exp>";
            assertThat(Fixture.validator().validate(Fixture.xml(both)).signatures())
                    .hasSize(2)
                    .allSatisfy(finding -> assertThat(finding.judgement()).isInstanceOf(Judgement.Valid.class));
        }
    }

    @Test
    void visibleMarkOnTheLastPageIsValidToo() {
        VisibleMark mark = VisibleMark.text(0, 50, 650, 220, 70, List.of("Signat per l'alcaldessa", "Vilaprova"));
        try (SignedDocument signed = Fixture.mayor()
                .build()
                .sign(Fixture.pdf(), Pades.level(SignatureLevel.T).visible(mark))) {
            assertThat(verdict(Fixture.validator().validate(signed.content()))).isEqualTo("valid");
        }
    }

    @Test
    void policyOfTheStateIsDeclaredInXmlAndInPdf() throws Exception {
        try (SignedDocument xml = Fixture.mayor()
                        .build()
                        .sign(
                                XML,
                                Xades.enveloped(SignatureLevel.B)
                                        .policy(SignaturePolicy.AGE_1_9)
                                        .claimedRole("emisor")
                                        .withLegacySigningCertificate());
                SignedDocument pdf = Fixture.mayor()
                        .build()
                        .sign(Fixture.pdf(), Pades.level(SignatureLevel.B).policy(SignaturePolicy.AGE_1_9))) {
            assertThat(new String(xml.content().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("urn:oid:2.16.724.1.3.1.1.2.1.9", "G7roucf600+f03r/o0bAOQ6WAs0=", "emisor");
            assertThat(verdict(Fixture.validator().validate(pdf.content()))).isEqualTo("valid");
        }
    }

    @Test
    void certificateOfTheMayorIsReadOut() {
        try (SignedDocument signed = Fixture.mayor().build().sign(XML, Xades.enveloped(SignatureLevel.B))) {
            SignatureFinding finding =
                    Fixture.validator().validate(signed.content()).signatures().get(0);

            assertThat(finding.judgement()).isInstanceOf(Judgement.Valid.class);
            assertThat(finding.signer().orElseThrow().personId()).isPresent();
            assertThat(finding.signer().orElseThrow().toString())
                    .doesNotContain(finding.signer().orElseThrow().name());
        }
    }

    static String verdict(SignatureValidation found) {
        return found.fold(v -> "valid", i -> "invalid", u -> "undetermined", n -> "unsigned");
    }
}
