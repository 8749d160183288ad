package cat.eset.examples.torture;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.signature.SignatureGateway;
import cat.eset.core.signature.SignatureReport;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Signs by adding a line. */
final class QuickSignatures implements SignatureGateway {

    private final Clock clock;

    QuickSignatures(Clock clock) {
        this.clock = clock;
    }

    @Override
    public SignatureResult signPdf(OperationId operation, DocumentContent pdf, Signer signer) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(pdf.readAllBytes());
            out.write(("\n% signed by operation " + operation).getBytes(StandardCharsets.UTF_8));
            return new SignatureResult.Signed(
                    DocumentContent.of(out.toByteArray(), MediaType.PDF),
                    signer,
                    clock.instant(),
                    Optional.of(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SignatureResult signXml(OperationId operation, DocumentContent xml, String elementId, Signer signer) {
        return new SignatureResult.Unknown(operation);
    }

    @Override
    public SignatureResult result(OperationId operation) {
        return new SignatureResult.Unknown(operation);
    }

    @Override
    public SignatureReport verify(DocumentContent signed) {
        return new SignatureReport(List.of());
    }
}
