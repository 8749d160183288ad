package cat.eset.core.work;

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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs by adding a line; can be told to keep somebody waiting or to have him refuse. */
final class SigningDouble implements SignatureGateway {

    private final Clock clock;
    private final Map<OperationId, SignatureResult> pending = new HashMap<>();
    private final Deque<String> behaviours = new ArrayDeque<>();
    final Map<OperationId, Integer> requests = new HashMap<>();

    SigningDouble(Clock clock) {
        this.clock = clock;
    }

    void nextWaits() {
        behaviours.add("wait");
    }

    void nextRefuses() {
        behaviours.add("refuse");
    }

    @Override
    public SignatureResult signPdf(OperationId operation, DocumentContent pdf, Signer signer) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(pdf.readAllBytes());
            out.write(("\n% signed at " + clock.instant()).getBytes(StandardCharsets.UTF_8));
            return answer(operation, DocumentContent.of(out.toByteArray(), MediaType.PDF), signer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SignatureResult signXml(OperationId operation, DocumentContent xml, String elementId, Signer signer) {
        String signature = "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo>"
                + "<ds:Reference URI=\"#" + elementId + "\"/></ds:SignedInfo></ds:Signature>";
        return answer(operation, DocumentContent.of(signature.getBytes(StandardCharsets.UTF_8), MediaType.XML), signer);
    }

    private SignatureResult answer(OperationId operation, DocumentContent content, Signer signer) {
        requests.merge(operation, 1, Integer::sum);
        SignatureResult signed = new SignatureResult.Signed(
                content, signer, clock.instant(), Optional.of(clock.instant().plusSeconds(1)));
        String behaviour = behaviours.isEmpty() ? "sign" : behaviours.remove();
        if (behaviour.equals("wait")) {
            pending.put(operation, signed);
            return new SignatureResult.Waiting(operation);
        }
        return behaviour.equals("refuse") ? new SignatureResult.Rejected("the text is wrong", clock.instant()) : signed;
    }

    @Override
    public SignatureResult result(OperationId operation) {
        return Optional.ofNullable(pending.get(operation)).orElse(new SignatureResult.Unknown(operation));
    }

    @Override
    public SignatureReport verify(DocumentContent signed) {
        return new SignatureReport(List.of());
    }
}
