package cat.eset.testkit.gateway;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.signature.SignatureGateway;
import cat.eset.core.signature.SignatureReport;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Signs by adding a line. <strong>What it gives proves nothing</strong>: it is for tests of what happens around a signature. Thread-safe.
 */
public final class MemorySignatures implements SignatureGateway {

    private static final Pattern LINE = Pattern.compile("\n% signed by nobody at (\\S+)");

    private final Clock clock;
    private final Map<OperationId, SignatureResult> results = new ConcurrentHashMap<>();

    /** A signer without keys. */
    public MemorySignatures(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public SignatureResult signPdf(OperationId operation, DocumentContent pdf, Signer signer) {
        return results.computeIfAbsent(operation, op -> {
            Instant now = clock.instant();
            return signed(text(pdf) + "\n% signed by nobody at " + now, MediaType.PDF, signer, now);
        });
    }

    @Override
    public SignatureResult signXml(OperationId operation, DocumentContent xml, String elementId, Signer signer) {
        return results.computeIfAbsent(operation, op -> {
            String signature =
                    "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo><ds:Reference URI=\"#"
                            + elementId + "\"/></ds:SignedInfo></ds:Signature>";
            return signed(signature, MediaType.XML, signer, clock.instant());
        });
    }

    @Override
    public SignatureResult result(OperationId operation) {
        SignatureResult known = results.get(operation);
        return known == null ? new SignatureResult.Unknown(operation) : known;
    }

    @Override
    public SignatureReport verify(DocumentContent signed) {
        List<SignatureReport.Line> lines = LINE.matcher(text(signed))
                .results()
                .map(line -> new SignatureReport.Line(
                        SignatureReport.Indication.VALID,
                        Optional.empty(),
                        "CN=Nobody",
                        Optional.of(Instant.parse(line.group(1))),
                        Optional.empty()))
                .toList();
        return new SignatureReport(lines);
    }

    private static SignatureResult signed(String text, MediaType type, Signer signer, Instant at) {
        return new SignatureResult.Signed(
                DocumentContent.of(text.getBytes(StandardCharsets.ISO_8859_1), type), signer, at, Optional.empty());
    }

    /** One character a byte, so that nothing is lost. */
    private static String text(DocumentContent content) {
        try {
            return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("the content could not be read", e);
        }
    }
}
