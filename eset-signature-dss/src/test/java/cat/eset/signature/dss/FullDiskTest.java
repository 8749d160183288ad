package cat.eset.signature.dss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningException;
import cat.eset.signature.SigningException.Problem;
import cat.eset.signature.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk that fills up: the temporary files turn into the device that has no room, while a large document is signed. */
class FullDiskTest {

    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path temporary;

    @BeforeEach
    void needsTheDevice() {
        assumeThat(FULL).as("a device that is full: Linux has one").exists();
    }

    @AfterEach
    void nothingIsLeftOnDisk() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void whileTheDocumentIsCopied() {
        DocumentContent filling = filling(Fixture.pdf());
        DssSigner signer = Fixture.mayor().settings(settings()).build();
        assertFull(() -> signer.sign(filling, Pades.level(SignatureLevel.B)));
    }

    @Test
    void whileTheSignatureIsWritten() {
        SigningKey mayor = SigningKey.of(Fixture.PKI.mayor().credentials());
        SigningKey slow = new SigningKey() {
            @Override
            public List<X509Certificate> chain() {
                return mayor.chain();
            }

            @Override
            public byte[] sign(byte[] toBeSigned) {
                fill();
                return mayor.sign(toBeSigned);
            }
        };
        DssSigner signer = DssSigner.builder(slow).settings(settings()).build();
        assertFull(() -> signer.sign(Fixture.pdf(), Pades.level(SignatureLevel.B)));
    }

    @Test
    void whileItIsRaisedToLevelLta() {
        try (SignedDocument signed = Fixture.mayor().build().sign(Fixture.pdf(), Pades.level(SignatureLevel.T))) {
            DssSigner signer = Fixture.mayor().settings(settings()).build();
            DocumentContent filling = filling(signed.content());
            assertFull(() -> signer.augment(filling, SignatureLevel.LTA));
        }
    }

    @Test
    void directoryThatIsGone() throws IOException {
        Path gone = Files.createDirectory(temporary.resolve("gone"));
        DssSigner signer =
                Fixture.mayor().settings(settings().temporaryDirectory(gone)).build();
        Files.delete(gone);
        SigningException error = catchThrowableOfType(
                SigningException.class, () -> signer.sign(Fixture.pdf(), Pades.level(SignatureLevel.B)));
        assertThat(error.problem()).isEqualTo(Problem.DISK_UNUSABLE);
        assertThat(error.failure().what()).doesNotContain(temporary.toString());
    }

    private static void assertFull(org.assertj.core.api.ThrowableAssert.ThrowingCallable signing) {
        SigningException error = catchThrowableOfType(SigningException.class, signing);
        assertThat(error).isNotNull();
        assertThat(error.problem()).as(error.toString()).isEqualTo(Problem.DISK_UNUSABLE);
        assertThat(error.failure().fault()).isEqualTo(Failure.Fault.CONFIGURATION);
        assertThat(error.failure().effect()).isEqualTo(Failure.Effect.NONE);
        assertThat(error.failure().what()).contains("No space left");
        assertThat(error.failure().remedy().orElseThrow()).contains("Make room");
    }

    /** Each time it is read the disk is full. */
    private DocumentContent filling(DocumentContent pdf) {
        return DocumentContent.of(pdf.length(), pdf.mediaType(), pdf.sha256(), () -> {
            fill();
            return pdf.open();
        });
    }

    private void fill() {
        try (Stream<Path> files = Files.list(temporary)) {
            for (Path file : files.toList()) {
                Files.delete(file);
                Files.createSymbolicLink(file, FULL);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DssSettings settings() {
        return DssSettings.defaults().temporaryDirectory(temporary).inMemoryUpTo(0);
    }
}
