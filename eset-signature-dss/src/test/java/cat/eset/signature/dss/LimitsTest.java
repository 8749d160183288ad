package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.AsicE;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.Xades;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is beyond a limit is not looked into, although it is good: the limits are those of the validator, not of the document. */
class LimitsTest {

    private static final long LENGTH = 1 << 20;
    private static final Duration TIME = Duration.ofSeconds(60);

    static Stream<Arguments> limits() {
        DocumentContent pdf =
                signed(signed(Fixture.pdf(), Pades.level(SignatureLevel.B)), Pades.level(SignatureLevel.B));
        DocumentContent xml =
                signed(Fixture.xml("<d><e>" + "text ".repeat(20_000) + "</e></d>"), Xades.enveloped(SignatureLevel.B));
        DocumentContent container =
                signed(Fixture.xml("<d>" + "text ".repeat(20_000) + "</d>"), AsicE.level(SignatureLevel.B));
        return Stream.of(
                Arguments.of("signatures of a PDF", pdf, new ValidationLimits(LENGTH, 1, 99, 99, 99, 99, TIME)),
                Arguments.of("revisions of a PDF", pdf, new ValidationLimits(LENGTH, 99, 2, 99, 99, 99, TIME)),
                Arguments.of("depth of XML", xml, new ValidationLimits(LENGTH, 99, 99, 99, 99, 1, TIME)),
                Arguments.of(
                        "entries of a container", container, new ValidationLimits(LENGTH, 99, 99, 2, 99, 99, TIME)),
                Arguments.of("ratio of a container", container, new ValidationLimits(LENGTH, 99, 99, 99, 1, 99, TIME)),
                Arguments.of("length", xml, new ValidationLimits(100, 99, 99, 99, 99, 99, TIME)),
                Arguments.of("time", xml, new ValidationLimits(LENGTH, 99, 99, 99, 99, 99, Duration.ofNanos(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("limits")
    void beyondItNothingIsLookedInto(String name, DocumentContent good, ValidationLimits limits) {
        assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(good)))
                .isEqualTo("valid");
        DssValidator narrow =
                DssValidator.builder(Fixture.trust()).limits(limits).build();
        assertThat(narrow.validate(good).reasons().toString()).contains("ESET_LIMITS_EXCEEDED");
    }

    private static DocumentContent signed(DocumentContent document, SignatureFormat format) {
        try (SignedDocument signed = Fixture.mayor().build().sign(document, format)) {
            return DocumentContent.of(signed.content().readAllBytes(), MediaType.BINARY);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
