package cat.eset.signature.gateway;

import cat.eset.core.signature.SignatureReport;
import cat.eset.core.signature.SignatureReport.Indication;
import cat.eset.core.signature.SignatureReport.Line;
import cat.eset.signature.validation.LaterChange;
import cat.eset.signature.validation.SignatureFinding;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SignerIdentity;
import java.util.Optional;

/** Our findings in the words of the work model. */
final class Reports {

    private Reports() {}

    static SignatureReport of(SignatureValidation validation) {
        return new SignatureReport(
                validation.signatures().stream().map(Reports::line).toList());
    }

    private static Line line(SignatureFinding finding) {
        return finding.judgement()
                .fold(
                        valid -> changed(finding)
                                .map(change -> line(finding, Indication.INDETERMINATE, Optional.of(change)))
                                .orElseGet(() -> line(finding, Indication.VALID, Optional.empty())),
                        invalid -> line(
                                finding,
                                Indication.INVALID,
                                Optional.of(invalid.why().code())),
                        unknown -> line(
                                finding,
                                Indication.INDETERMINATE,
                                Optional.of(unknown.why().code())));
    }

    /** A good signature under a later change that nobody signed is not a good document. */
    private static Optional<String> changed(SignatureFinding finding) {
        return finding.changes().stream()
                .filter(change -> !change.isHarmless())
                .map(LaterChange::detail)
                .findFirst();
    }

    private static Line line(SignatureFinding finding, Indication indication, Optional<String> reason) {
        String subject = finding.signer()
                .map(SignerIdentity::certificate)
                .map(certificate -> certificate.getSubjectX500Principal().getName())
                .orElse("");
        return new Line(indication, reason, subject, finding.claimedTime(), finding.provenTime());
    }
}
