package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.signature.AsicE;
import cat.eset.signature.Cades;
import cat.eset.signature.Pades;
import cat.eset.signature.PreparedSignature;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningException;
import cat.eset.signature.SigningKey;
import cat.eset.signature.VisibleMark;
import cat.eset.signature.Xades;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that answers later: nothing but a line of text is kept between the phases. */
class TwoPhaseTest {

    private static final List<X509Certificate> CHAIN = Fixture.PKI.mayor().chain();
    private static final SigningKey ELSEWHERE =
            SigningKey.of(Fixture.PKI.mayor().credentials());
    private static final DocumentContent XML = Fixture.xml("<decret><text>Resolc</text></decret>");

    /** The same each time: no two are made alike. */
    private static final DocumentContent PDF = Fixture.pdf();

    static Stream<Arguments> formats() {
        VisibleMark mark = VisibleMark.text(1, 50, 50, 200, 60, List.of("Signat"));
        return Stream.of(
                Arguments.of(Fixture.pdf(), Pades.level(SignatureLevel.B), false),
                Arguments.of(Fixture.pdf(), Pades.level(SignatureLevel.T).visible(mark), false),
                Arguments.of(Fixture.pdf(), Pades.level(SignatureLevel.LTA), false),
                Arguments.of(XML, Xades.enveloped(SignatureLevel.T), false),
                Arguments.of(XML, Xades.enveloping(SignatureLevel.B), false),
                Arguments.of(Fixture.pdf(), Cades.level(SignatureLevel.T), true),
                Arguments.of(XML, AsicE.level(SignatureLevel.B), false));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void isCompletedByAnotherProcessAnHourLater(DocumentContent document, SignatureFormat format, boolean detached) {
        String stored =
                signer(Clock.systemUTC()).prepare(document, format, CHAIN).text();

        PreparedSignature restored = PreparedSignature.ofText(stored);
        byte[] value = ELSEWHERE.sign(restored.toBeSigned());
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        try (SignedDocument signed = signer(later).complete(document, format, restored, value)) {
            assertThat(signed.signingTime()).contains(restored.signingTime());
            assertThat(SignAndValidateTest.verdict(
                            detached
                                    ? Fixture.validator().validate(signed.content(), document)
                                    : Fixture.validator().validate(signed.content())))
                    .isEqualTo("valid");
        }
    }

    @Test
    void anotherDocumentIsRefused() {
        PreparedSignature prepared = prepare(Pades.level(SignatureLevel.B));
        assertThat(refused(
                        Fixture.pdf(3, 0),
                        Pades.level(SignatureLevel.B),
                        prepared,
                        ELSEWHERE.sign(prepared.toBeSigned())))
                .contains("The document is not the one");
    }

    @Test
    void anotherFormatIsRefused() {
        PreparedSignature prepared = prepare(Pades.level(SignatureLevel.B));
        assertThat(refused(
                        PDF,
                        Pades.level(SignatureLevel.B).reason("another"),
                        prepared,
                        ELSEWHERE.sign(prepared.toBeSigned())))
                .contains("The format is not the one");
    }

    /** As after an update of the libraries between the phases: it is said before the value is blamed. */
    @Test
    void bytesThatComeOutDifferentlyAreRefused() {
        PreparedSignature prepared = prepare(Pades.level(SignatureLevel.B));
        byte[] otherwise = prepared.toBeSigned();
        otherwise[otherwise.length - 1]++;
        PreparedSignature before = PreparedSignature.of(
                prepared.document(), prepared.format(), prepared.signingTime(), prepared.chain(), otherwise);
        assertThat(refused(PDF, Pades.level(SignatureLevel.B), before, ELSEWHERE.sign(otherwise)))
                .contains("came out differently");
    }

    @Test
    void aValueOverOtherBytesIsRefused() {
        PreparedSignature prepared = prepare(Pades.level(SignatureLevel.B));
        assertThat(refused(PDF, Pades.level(SignatureLevel.B), prepared, ELSEWHERE.sign(new byte[] {1})))
                .contains("does not verify");
    }

    @Test
    void aValueByAnotherKeyIsRefused() {
        PreparedSignature prepared = prepare(Pades.level(SignatureLevel.B));
        byte[] value = SigningKey.of(Fixture.PKI.secretary().credentials()).sign(prepared.toBeSigned());
        assertThat(refused(PDF, Pades.level(SignatureLevel.B), prepared, value)).contains("does not verify");
    }

    @Test
    void noValueAtAllIsRefused() {
        PreparedSignature prepared = prepare(Pades.level(SignatureLevel.B));
        assertThat(refused(PDF, Pades.level(SignatureLevel.B), prepared, new byte[0]))
                .contains("does not verify");
    }

    @Test
    void otherTextIsNoPreparedSignature() {
        String good = prepare(Pades.level(SignatureLevel.B)).text();
        for (String bad : List.of("", "a.b.c.d.e.f", good.substring(0, 100), good + ".x", good.replace('.', ','))) {
            assertThat(catchThrowableOfType(InvalidValueException.class, () -> PreparedSignature.ofText(bad)))
                    .as(bad)
                    .isNotNull();
        }
        assertThat(PreparedSignature.ofText(good).text()).isEqualTo(good);
    }

    private static PreparedSignature prepare(SignatureFormat format) {
        return signer(Clock.systemUTC()).prepare(PDF, format, CHAIN);
    }

    /** Returns what was said. */
    private static String refused(
            DocumentContent document, SignatureFormat format, PreparedSignature prepared, byte[] value) {
        SigningException error = catchThrowableOfType(
                SigningException.class, () -> signer(Clock.systemUTC()).complete(document, format, prepared, value));
        assertThat(error).isNotNull();
        assertThat(error.problem()).isEqualTo(SigningException.Problem.WRONG_SIGNATURE_VALUE);
        return error.failure().what();
    }

    private static DssTwoPhaseSigner signer(Clock clock) {
        return DssTwoPhaseSigner.builder()
                .timeStamps(Fixture.TSA)
                .trust(Fixture.trust())
                .settings(DssSettings.defaults().clock(clock))
                .build();
    }
}
