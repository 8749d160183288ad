package cat.eset.signature.validador;

import cat.eset.core.DocumentContent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the Validador answered.
 *
 * @param question what was asked, which decides the codes that mean valid
 * @param major whether the service did its work
 * @param minor what it found
 * @param message in its words
 * @param details what it checked, in order
 * @param attributes attributes of the certificate, by name; one that does not apply comes empty
 * @param document the upgraded signature or signed document, if that was asked for and done
 * @param evidence the reply as it came, which may be archived as proof of the validation
 */
public record ValidadorAnswer(
        Question question,
        ResultUrn major,
        Optional<ResultUrn> minor,
        Optional<String> message,
        List<Detail> details,
        Map<String, Optional<String>> attributes,
        Optional<DocumentContent> document,
        DocumentContent evidence) {

    /** What the Validador can be asked. */
    public enum Question {
        /** Whether a certificate is good. */
        CERTIFICATE,
        /** Whether the signatures of a document are good. */
        SIGNATURE,
        /** For a time stamp: a reply with one is judged by the stamp, and none is ever valid by its code. */
        TIME_STAMP
    }

    /** How a single check ended. */
    public enum Check {
        /** Good. */
        VALID,
        /** Bad. */
        INVALID,
        /** Could not be decided. */
        INDETERMINATE
    }

    /**
     * One check.
     *
     * @param outcome how it ended
     * @param type what was checked, a URN
     * @param message in words; may be empty
     */
    public record Detail(Check outcome, String type, String message) {}

    /** Copies the collections. */
    public ValidadorAnswer {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(major, "major");
        Objects.requireNonNull(minor, "minor");
        Objects.requireNonNull(message, "message");
        details = List.copyOf(details);
        attributes = Map.copyOf(attributes);
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(evidence, "evidence");
    }

    /**
     * One function per case (validador 5). Valid only by the one code that answers the question: a signature that does not
     * cover all documents, or whose stamp is bad, carries the word {@code valid} too and is not; that a certificate is good
     * says nothing about a signature.
     *
     * @param valid the service worked and said the code that means valid for what was asked
     * @param invalid it said invalid
     * @param undetermined anything else, codes that are not known included
     */
    public <T> T fold(
            Function<ValidadorAnswer, ? extends T> valid,
            Function<ValidadorAnswer, ? extends T> invalid,
            Function<ValidadorAnswer, ? extends T> undetermined) {
        if (major.is(ResultUrn.SUCCESS) && minor.filter(this::meansValid).isPresent()) {
            return valid.apply(this);
        }
        if (minor.filter(code -> code.says("invalid")).isPresent() && !major.is(ResultUrn.RESPONDER_ERROR)) {
            return invalid.apply(this);
        }
        return undetermined.apply(this);
    }

    private boolean meansValid(ResultUrn code) {
        return switch (question) {
            case CERTIFICATE -> code.is(ResultUrn.CERTIFICATE_VALID);
            case SIGNATURE -> code.is(ResultUrn.SIGNATURE_VALID);
            case TIME_STAMP -> false;
        };
    }

    ValidadorAnswer withoutDocument() {
        return new ValidadorAnswer(question, major, minor, message, details, attributes, Optional.empty(), evidence);
    }

    /** The codes only: attributes and messages are personal data. */
    @Override
    public String toString() {
        return "ValidadorAnswer[" + major + minor.map(code -> ", " + code).orElse("") + "]";
    }
}
