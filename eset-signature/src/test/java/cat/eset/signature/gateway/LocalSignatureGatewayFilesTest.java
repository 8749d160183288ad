package cat.eset.signature.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.signature.Signer;
import cat.eset.signature.BatchItem;
import cat.eset.signature.BatchOutcome;
import cat.eset.signature.LocalSigner;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningKey;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SignatureValidator;
import cat.eset.testkit.pki.TestPki;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that runs for years keeps no more than it must: only the files that somebody has to delete. */
class LocalSignatureGatewayFilesTest {

    @TempDir
    Path folder;

    private final List<SignedDocument> made = new ArrayList<>();

    @Test
    void onlyResultsInFilesAreKeptUntilTheEnd() throws Exception {
        Path file = Files.write(folder.resolve("large"), new byte[] {1});
        DocumentContent pdf = DocumentContent.of(new byte[] {'%'}, MediaType.PDF);
        SigningKey key = SigningKey.of(TestPki.create().townHallSeal().credentials());
        FakeSigner signer = new FakeSigner(file);
        LocalSignatureGateway gateway = LocalSignatureGateway.builder(signer, new NoValidator(), by -> Optional.of(key))
                .build();
        gateway.signPdf(OperationId.next(), pdf, Signer.seal(TestPki.VILAPROVA));
        signer.large = true;
        gateway.signPdf(OperationId.next(), pdf, Signer.seal(TestPki.VILAPROVA));

        gateway.close();

        assertThat(made.get(0).content().length()).as("nobody held it").isEqualTo(1);
        assertThatThrownBy(() -> made.get(1).content()).isInstanceOf(IllegalStateException.class);
        assertThat(file).doesNotExist();
    }

    private final class FakeSigner implements LocalSigner {
        private final Path file;
        private boolean large;

        private FakeSigner(Path file) {
            this.file = file;
        }

        @Override
        public SignedDocument sign(DocumentContent document, SignatureFormat format) {
            SignedDocument signed = SignedDocument.of(
                    document,
                    large ? Optional.of(file) : Optional.empty(),
                    Optional.of(Instant.EPOCH),
                    Optional.empty());
            made.add(signed);
            return signed;
        }

        @Override
        public SignedDocument augment(DocumentContent signed, SignatureLevel level) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SignedDocument augment(DocumentContent signature, DocumentContent content, SignatureLevel level) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signAll(List<BatchItem> items, Consumer<BatchOutcome> report) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LocalSigner as(SigningKey key) {
            return this;
        }

        @Override
        public void warmUp() {
            // nothing to warm
        }
    }

    private static final class NoValidator implements SignatureValidator {
        @Override
        public SignatureValidation validate(DocumentContent signed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SignatureValidation validate(DocumentContent signature, DocumentContent content) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SignatureValidation validate(DocumentContent signature, Map<String, DocumentContent> contents) {
            throw new UnsupportedOperationException();
        }
    }
}
