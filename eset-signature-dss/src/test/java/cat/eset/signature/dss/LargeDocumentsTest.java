package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;
import cat.eset.signature.Cades;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.VisibleMark;
import cat.eset.signature.Xades;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Memory or file, our way of filling in the signature or that of DSS: the signed bytes are the same. */
class LargeDocumentsTest {

    private final Clock clock = Clock.fixed(Instant.now().truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);

    @TempDir
    Path temporary;

    @AfterEach
    void nothingIsLeftOnDisk() throws IOException {
        assertThat(left()).isZero();
    }

    static Stream<Arguments> documents() {
        DocumentContent small = Fixture.pdf();
        DocumentContent large = Fixture.pdf(3, 5 * 1024 * 1024);
        VisibleMark mark = VisibleMark.text(1, 50, 50, 200, 60, List.of("Signat"));
        return Stream.of(
                Arguments.of("small", small, Pades.level(SignatureLevel.B)),
                Arguments.of("large", large, Pades.level(SignatureLevel.B)),
                Arguments.of(
                        "visible",
                        small,
                        Pades.level(SignatureLevel.B).visible(mark).reason("Resolc")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void theFastWayWritesTheBytesOfTheStandardWay(String name, DocumentContent pdf, SignatureFormat format)
            throws Exception {
        Sha256 oracle = sign(pdf, format, settings(Long.MAX_VALUE).withStandardAssembly());

        assertThat(sign(pdf, format, settings(Long.MAX_VALUE))).as("in memory").isEqualTo(oracle);
        assertThat(sign(pdf, format, settings(0))).as("in a file").isEqualTo(oracle);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void aSecondSignatureToo(String name, DocumentContent pdf, SignatureFormat format) throws Exception {
        try (SignedDocument first = Fixture.mayor().build().sign(pdf, Pades.level(SignatureLevel.T))) {
            Sha256 oracle =
                    sign(first.content(), format, settings(Long.MAX_VALUE).withStandardAssembly());

            assertThat(sign(first.content(), format, settings(Long.MAX_VALUE))).isEqualTo(oracle);
            assertThat(sign(first.content(), format, settings(0))).isEqualTo(oracle);
        }
    }

    @Test
    void aDocumentThatHoldsAnUnusedRoomOfZerosIsSignedInTheRightPlace() throws Exception {
        String room = "/ByteRange [0 10 20 30] /Contents <" + "0".repeat(40_000) + ">";
        DocumentContent pdf = Fixture.pdf(1, room.getBytes(StandardCharsets.ISO_8859_1));

        DssSigner signer = Fixture.mayor().settings(settings(0)).build();
        try (SignedDocument signed = signer.sign(pdf, Pades.level(SignatureLevel.B))) {
            assertThat(Fixture.validator().validate(signed.content()).reasons()).isEmpty();
        }
    }

    @Test
    void resultInAFileIsDeletedWhenItIsClosed() throws Exception {
        DssSigner signer = Fixture.mayor().settings(settings(0)).build();
        SignedDocument signed = signer.sign(Fixture.pdf(), Pades.level(SignatureLevel.B));
        assertThat(left()).isEqualTo(1);
        try (SignedDocument raised = signer.augment(signed.content(), SignatureLevel.LTA)) {
            assertThat(left()).isEqualTo(2);
            assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(raised.content())))
                    .isEqualTo("valid");
        }
        signed.close();
        signed.close();
        assertThat(left()).isZero();
    }

    /** Its digest is known: reading 20 MB twice would be all that such a signature costs. */
    @Test
    void aSignatureBesideTheDocumentDoesNotReadIt() throws Exception {
        DocumentContent known = Fixture.pdf();
        DocumentContent closed = DocumentContent.of(known.length(), known.mediaType(), known.sha256(), () -> {
            throw new IOException("it is read");
        });
        for (SignatureFormat format :
                List.of(Cades.level(SignatureLevel.T), Xades.detached(SignatureLevel.T, "decret.pdf"))) {
            try (SignedDocument signed = Fixture.mayor().build().sign(closed, format)) {
                assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(signed.content(), known)))
                        .isEqualTo("valid");
            }
        }
    }

    @Test
    void twoThousandPages() throws Exception {
        DocumentContent pdf = Fixture.pdf(2000, 0);
        DssSigner signer = Fixture.mayor().settings(settings(0)).build();
        try (SignedDocument signed = signer.sign(pdf, Pades.level(SignatureLevel.T))) {
            assertThat(SignAndValidateTest.verdict(Fixture.validator().validate(signed.content())))
                    .isEqualTo("valid");
        }
    }

    private Sha256 sign(DocumentContent pdf, SignatureFormat format, DssSettings settings) throws IOException {
        DssSigner signer = Fixture.mayor().settings(settings).build();
        try (SignedDocument signed = signer.sign(pdf, format);
                InputStream bytes = signed.content().open()) {
            Sha256 read = Sha256.of(bytes);
            assertThat(signed.content().sha256()).isEqualTo(read);
            return read;
        }
    }

    private DssSettings settings(long inMemoryUpTo) {
        return DssSettings.defaults()
                .temporaryDirectory(temporary)
                .inMemoryUpTo(inMemoryUpTo)
                .clock(clock);
    }

    private long left() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.count();
        }
    }
}
