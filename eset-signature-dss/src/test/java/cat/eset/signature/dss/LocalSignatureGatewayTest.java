package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.ConfigurationException;
import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;
import cat.eset.core.signature.SignatureReport;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import cat.eset.signature.SigningKey;
import cat.eset.signature.gateway.LocalSignatureGateway;
import cat.eset.testkit.pki.TestPki;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The work model's port, with keys held here. */
class LocalSignatureGatewayTest {

    private static final Signer SEAL = Signer.seal(TestPki.VILAPROVA);
    private static final Signer NOBODY = new Signer.Seal(TestPki.VILAPROVA, "another");

    private final LocalSignatureGateway gateway = LocalSignatureGateway.builder(
                    Fixture.mayor().build(),
                    Fixture.validator(),
                    signer -> signer.equals(SEAL)
                            ? Optional.of(
                                    SigningKey.of(Fixture.PKI.townHallSeal().credentials()))
                            : Optional.empty())
            .build();

    @Test
    void askingTwiceWithOneOperationSignsOnce() {
        OperationId operation = OperationId.next();
        long before = Fixture.TSA.given();

        SignatureResult first = gateway.signPdf(operation, Fixture.pdf(), SEAL);
        SignatureResult again = gateway.signPdf(operation, Fixture.pdf(), SEAL);

        assertThat(again).isEqualTo(first).isEqualTo(gateway.result(operation));
        assertThat(Fixture.TSA.given() - before).isEqualTo(1);
    }

    @Test
    void decreeIsStampedSignedBySealAndVerifies() {
        SignatureResult.Signed signed = signed(gateway.signPdf(OperationId.next(), Fixture.pdf(), SEAL));

        assertThat(signed.timeStampedAt()).isPresent();
        assertThat(signed.legalInstant()).isEqualTo(signed.timeStampedAt().orElseThrow());
        SignatureReport report = gateway.verify(signed.content());
        assertThat(report.allValid()).isTrue();
        assertThat(report.signatures()).hasSize(1);
        assertThat(report.signatures().get(0).timeStampedAt()).isEqualTo(signed.timeStampedAt());
    }

    @Test
    void indexIsSignedByIdAndVerifiesWhereItIsPlaced() throws Exception {
        String index =
                "<i:indice xmlns:i=\"urn:i\"><i:IndiceContenido Id=\"IDX\"><n>1</n></i:IndiceContenido>%s</i:indice>";
        DocumentContent unsigned = Fixture.xml(String.format(index, ""));

        SignatureResult.Signed signed = signed(gateway.signXml(OperationId.next(), unsigned, "IDX", SEAL));

        String element = new String(signed.content().readAllBytes(), StandardCharsets.UTF_8);
        DocumentContent whole = Fixture.xml(String.format(index, "<i:firmas>" + element + "</i:firmas>"));
        assertThat(gateway.verify(whole).allValid()).isTrue();
        DocumentContent altered =
                Fixture.xml(new String(whole.readAllBytes(), StandardCharsets.UTF_8).replace("<n>1</n>", "<n>2</n>"));
        assertThat(gateway.verify(altered).allValid()).isFalse();
    }

    @Test
    void operationThatWasNeverAskedIsUnknown() {
        assertThat(gateway.result(OperationId.next())).isInstanceOf(SignatureResult.Unknown.class);
    }

    @Test
    void signerWithoutKeyIsAConfigurationMistakeAndMayBeTriedAgain() {
        OperationId operation = OperationId.next();
        assertThatThrownBy(() -> gateway.signPdf(operation, Fixture.pdf(), NOBODY))
                .isInstanceOf(ConfigurationException.class);
        assertThat(gateway.result(operation)).isInstanceOf(SignatureResult.Unknown.class);
        assertThat(gateway.signPdf(operation, Fixture.pdf(), SEAL)).isInstanceOf(SignatureResult.Signed.class);
    }

    @Test
    void unsignedDocumentIsNotValid() {
        assertThat(gateway.verify(Fixture.pdf()).allValid()).isFalse();
        assertThat(gateway.verify(Fixture.pdf()).signatures()).isEmpty();
    }

    private static SignatureResult.Signed signed(SignatureResult result) {
        return result.fold(
                s -> s,
                w -> {
                    throw new AssertionError("waiting");
                },
                r -> {
                    throw new AssertionError("rejected");
                },
                u -> {
                    throw new AssertionError("unknown");
                });
    }
}
