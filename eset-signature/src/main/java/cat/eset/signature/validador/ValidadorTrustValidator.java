package cat.eset.signature.validador;

import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.Sha256;
import cat.eset.signature.internal.xml.SafeXml;
import cat.eset.signature.internal.xml.SignatureShape;
import cat.eset.signature.validation.Judgement;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.signature.validation.SignatureFinding.Coverage;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SignatureValidator;
import cat.eset.signature.validation.SubIndication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Judges a document here, and asks the Validador about the certificates that this machine cannot decide on: no known
 * authority, or no revocation data. What was signed, what it covers and what changed afterwards is always judged here, so the
 * document itself never leaves, but for the old time stamps of AOC's tools, which only the Validador reads. If the Validador
 * cannot be asked, the local answer stands. Thread-safe.
 *
 * <p>The Validador speaks of a certificate today: it makes a signature valid today, and says nothing of the past. A
 * certificate that it calls bad leaves the signature undetermined, because it may have been good when it signed.
 */
public final class ValidadorTrustValidator implements SignatureValidator {

    private static final Set<SubIndication> OPEN = Set.of(
            SubIndication.NO_CERTIFICATE_CHAIN_FOUND,
            SubIndication.TRY_LATER,
            new SubIndication("CERTIFICATE_CHAIN_GENERAL_FAILURE"),
            new SubIndication("REVOCATION_OUT_OF_BOUNDS_NO_POE"));
    private static final int REMEMBERED = 1000;

    private final SignatureValidator local;
    private final Validador validador;
    private final Duration remember;
    private final Clock clock;
    private final Map<Sha256, Instant> good = new LinkedHashMap<>();

    private ValidadorTrustValidator(SignatureValidator local, Validador validador, Duration remember, Clock clock) {
        this.local = Objects.requireNonNull(local, "local");
        this.validador = Objects.requireNonNull(validador, "validador");
        this.remember = Objects.requireNonNull(remember, "remember");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * A validator that remembers for five minutes that a certificate was good, and never that one was not.
     *
     * @param local judges documents on this machine
     * @param validador is asked about certificates
     */
    public static ValidadorTrustValidator of(SignatureValidator local, Validador validador) {
        return new ValidadorTrustValidator(local, validador, Duration.ofMinutes(5), Clock.systemUTC());
    }

    /** The same, remembering for so long, by this clock; zero: never. */
    public ValidadorTrustValidator remembering(Duration time, Clock by) {
        return new ValidadorTrustValidator(local, validador, time, by);
    }

    @Override
    public SignatureValidation validate(DocumentContent signed) {
        SignatureValidation found = local.validate(signed);
        return isOldForm(found) ? whole(found, signed) : confirmed(found);
    }

    @Override
    public SignatureValidation validate(DocumentContent signature, DocumentContent content) {
        return confirmed(local.validate(signature, content));
    }

    @Override
    public SignatureValidation validate(DocumentContent signature, Map<String, DocumentContent> contents) {
        return confirmed(local.validate(signature, contents));
    }

    private static boolean isOldForm(SignatureValidation found) {
        return found.signatures().stream()
                .anyMatch(finding -> why(finding).equals(Optional.of(SubIndication.ASK_VALIDADOR)));
    }

    private static Optional<SubIndication> why(SignatureFinding finding) {
        return finding.judgement()
                .fold(valid -> Optional.empty(), invalid -> Optional.empty(), open -> Optional.of(open.why()));
    }

    private SignatureValidation whole(SignatureValidation found, DocumentContent xml) {
        ValidadorAnswer answer;
        try {
            answer = validador.xml(xml);
        } catch (EsetException e) {
            return found;
        }
        Coverage coverage = coverage(xml);
        List<SignatureFinding> out = new ArrayList<>();
        for (SignatureFinding finding : found.signatures()) {
            out.add(answer.fold(
                    valid -> judged(finding, new Judgement.Valid(), true, coverage),
                    bad -> judged(finding, invalid(bad), false, finding.coverage()),
                    open -> judged(finding, undetermined(open), finding.intact(), finding.coverage())));
        }
        boolean valid = answer.fold(yes -> true, no -> false, open -> false);
        return new SignatureValidation(out, valid && coverage == Coverage.FULL, found.judgedAt());
    }

    /** "On all documents" says nothing about which part of a document. */
    private static Coverage coverage(DocumentContent xml) {
        try {
            List<Element> signatures = SafeXml.parse(xml).stream()
                    .flatMap(document -> SafeXml.elements(document, XMLSignature.XMLNS, "Signature").stream())
                    .filter(signature -> !isInsideTimeStamp(signature))
                    .toList();
            return !signatures.isEmpty() && signatures.stream().allMatch(SignatureShape::coversDocument)
                    ? Coverage.FULL
                    : Coverage.PARTIAL;
        } catch (IOException e) {
            throw new UncheckedIOException("a signed document cannot be read", e);
        }
    }

    private static boolean isInsideTimeStamp(Element signature) {
        for (Node at = signature.getParentNode(); at != null; at = at.getParentNode()) {
            if ("XMLTimeStamp".equals(at.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    private SignatureValidation confirmed(SignatureValidation found) {
        return new SignatureValidation(
                found.signatures().stream().map(this::confirmed).toList(),
                found.wholeDocumentCovered(),
                found.judgedAt());
    }

    private SignatureFinding confirmed(SignatureFinding finding) {
        boolean open = finding.intact() && why(finding).filter(OPEN::contains).isPresent();
        if (!open || finding.signer().isEmpty()) {
            return finding;
        }
        try {
            return judged(finding, judgement(finding.signer().get().certificate()), true, finding.coverage());
        } catch (EsetException e) {
            return finding;
        }
    }

    private Judgement judgement(X509Certificate certificate) {
        Sha256 id = digest(certificate);
        synchronized (good) {
            good.values().removeIf(until -> !clock.instant().isBefore(until));
            if (good.containsKey(id)) {
                return new Judgement.Valid();
            }
        }
        ValidadorAnswer answer = validador.certificate(certificate, List.of());
        if (answer.fold(valid -> true, bad -> false, open -> false)) {
            synchronized (good) {
                if (good.size() < REMEMBERED) {
                    good.put(id, clock.instant().plus(remember));
                }
            }
            return new Judgement.Valid();
        }
        return undetermined(answer);
    }

    private static Judgement invalid(ValidadorAnswer answer) {
        return new Judgement.Invalid(code(answer), List.of("the Validador says " + answer));
    }

    private static Judgement undetermined(ValidadorAnswer answer) {
        return new Judgement.Undetermined(code(answer), List.of("the Validador says " + answer));
    }

    /** The standard's code for what it says. */
    private static SubIndication code(ValidadorAnswer answer) {
        ResultUrn minor = answer.minor().orElse(new ResultUrn(""));
        if (minor.is(ResultUrn.CERTIFICATE_REVOKED)) {
            return SubIndication.REVOKED_NO_POE;
        }
        if (minor.is(ResultUrn.CERTIFICATE_EXPIRED)) {
            return SubIndication.OUT_OF_BOUNDS_NO_POE;
        }
        if (minor.is(ResultUrn.SIGNATURE_INVALID)) {
            return SubIndication.SIG_CRYPTO_FAILURE;
        }
        return SubIndication.NO_CERTIFICATE_CHAIN_FOUND;
    }

    private static SignatureFinding judged(
            SignatureFinding finding, Judgement judgement, boolean intact, Coverage coverage) {
        return new SignatureFinding(
                finding.id(),
                finding.format(),
                judgement,
                intact,
                coverage,
                finding.changes(),
                finding.signer(),
                finding.claimedTime(),
                finding.provenTime(),
                finding.timeStamps(),
                finding.signedContent());
    }

    private static Sha256 digest(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }
}
