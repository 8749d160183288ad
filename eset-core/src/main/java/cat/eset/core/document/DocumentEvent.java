package cat.eset.core.document;

import cat.eset.core.event.Event;
import cat.eset.core.signature.SignatureGroup;
import java.util.Objects;
import java.util.Optional;

/** What happens to a document. */
public sealed interface DocumentEvent extends Event {

    /**
     * It came into the system.
     *
     * @param id its identity
     * @param metadata what is said about it
     * @param content its bytes
     * @param code its verification code, if it has one
     */
    record Captured(DocumentId id, DocumentMetadata metadata, ContentRef content, Optional<VerificationCode> code)
            implements DocumentEvent {
        /** Checks the values. */
        public Captured {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(metadata, "metadata");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(code, "code");
        }
    }

    /**
     * Its draft was rewritten.
     *
     * @param content the new bytes
     */
    record Rewritten(ContentRef content) implements DocumentEvent {}

    /**
     * What is said about it was corrected.
     *
     * @param before as it was
     * @param after as it is
     * @param reason the error or omission
     */
    record MetadataCorrected(DocumentMetadata before, DocumentMetadata after, String reason) implements DocumentEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "MetadataCorrected[" + after + "]";
        }
    }

    /**
     * It waits for signatures.
     *
     * @param group who has to sign
     */
    record SentToSignature(SignatureGroup group) implements DocumentEvent {}

    /**
     * One more signature.
     *
     * @param signature who and when
     * @param content the bytes with the signature
     */
    record Signed(DocumentSignature signature, ContentRef content) implements DocumentEvent {}

    /**
     * A signer refused.
     *
     * @param reason why
     */
    record SignatureRejected(String reason) implements DocumentEvent {
        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "SignatureRejected[***]";
        }
    }

    /**
     * It got a verification code after it had come in without one.
     *
     * @param code its code from now on
     */
    record CodeGiven(VerificationCode code) implements DocumentEvent {
        /** Checks the value. */
        public CodeGiven {
            Objects.requireNonNull(code, "code");
        }
    }

    /**
     * It got an official number, so it can never be deleted.
     *
     * @param number as printed
     */
    record Numbered(String number) implements DocumentEvent {}
}
