package cat.eset.signature.validation;

import cat.eset.signature.validation.SignatureFinding.Coverage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What was found about all signatures of a document. {@link #fold} gives the answer most callers want; the findings say why.
 *
 * @param signatures one per signature, in the order they were made
 * @param wholeDocumentCovered whether the last signature or document time stamp reaches the last byte, so that nothing
 *     unsigned follows
 * @param judgedAt the instant of the judgement
 */
public record SignatureValidation(List<SignatureFinding> signatures, boolean wholeDocumentCovered, Instant judgedAt) {

    /** Checks the values. */
    public SignatureValidation {
        signatures = List.copyOf(signatures);
        Objects.requireNonNull(judgedAt, "judgedAt");
    }

    /**
     * One function per case.
     *
     * @param valid there is at least one signature, all are valid, together they cover the whole document, and what was
     *     added after each one is harmless
     * @param invalid at least one signature is invalid, which includes that what it signed looks different now
     * @param undetermined no signature is invalid, but one could not be decided, or a part of the document is covered by
     *     none: something was added afterwards, or only one element is signed. {@link #reasons()} says which
     * @param unsigned there is no signature at all
     */
    public <T> T fold(
            Function<SignatureValidation, ? extends T> valid,
            Function<SignatureValidation, ? extends T> invalid,
            Function<SignatureValidation, ? extends T> undetermined,
            Function<SignatureValidation, ? extends T> unsigned) {
        if (signatures.isEmpty()) {
            return unsigned.apply(this);
        }
        boolean anyUndetermined = false;
        for (SignatureFinding finding : signatures) {
            if (finding.judgement() instanceof Judgement.Invalid) {
                return invalid.apply(this);
            }
            anyUndetermined |= finding.judgement() instanceof Judgement.Undetermined;
        }
        if (anyUndetermined) {
            return undetermined.apply(this);
        }
        return isWhole() ? valid.apply(this) : undetermined.apply(this);
    }

    /** Why it is not valid, in words; empty when it is. */
    public List<String> reasons() {
        List<String> out = new ArrayList<>();
        if (signatures.isEmpty()) {
            out.add("there is no signature");
        }
        for (SignatureFinding finding : signatures) {
            finding.judgement()
                    .fold(
                            valid -> List.<String>of(),
                            invalid ->
                                    List.of("invalid, " + invalid.why() + ": " + String.join("; ", invalid.reasons())),
                            unknown -> List.of(
                                    "undetermined, " + unknown.why() + ": " + String.join("; ", unknown.reasons())))
                    .forEach(out::add);
            finding.changes().stream()
                    .filter(change -> !change.isHarmless())
                    .forEach(change -> out.add("changed after signing: " + change.detail()));
        }
        if (!signatures.isEmpty() && !wholeDocumentCovered) {
            out.add("the last signature does not cover the whole document");
        }
        return List.copyOf(out);
    }

    private boolean isWhole() {
        return wholeDocumentCovered
                && signatures.stream()
                        .allMatch(finding -> finding.coverage() == Coverage.FULL
                                || (!finding.changes().isEmpty()
                                        && finding.changes().stream().allMatch(LaterChange::isHarmless)));
    }
}
