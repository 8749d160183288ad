package cat.eset.core.signature;

import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What became of a request to sign. */
public sealed interface SignatureResult {

    /**
     * Signed.
     *
     * @param content the signed PDF; or, of an XML, the {@code ds:Signature} element alone in UTF-8
     * @param signer who signed
     * @param signedAt signing time that the signature claims
     * @param timeStampedAt instant of the time stamp, when there is one
     */
    record Signed(DocumentContent content, Signer signer, Instant signedAt, Optional<Instant> timeStampedAt)
            implements SignatureResult {
        /** Checks the values. */
        public Signed {
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(signer, "signer");
            Objects.requireNonNull(signedAt, "signedAt");
            Objects.requireNonNull(timeStampedAt, "timeStampedAt");
        }

        /** The instant that counts in law: that of the time stamp, or else the claimed one. */
        public Instant legalInstant() {
            return timeStampedAt.orElse(signedAt);
        }

        @Override
        public <T> T fold(
                Function<Signed, T> signed,
                Function<Waiting, T> waiting,
                Function<Rejected, T> rejected,
                Function<Unknown, T> unknown) {
            return signed.apply(this);
        }
    }

    /**
     * A person has still to sign, which may take days.
     *
     * @param operation to ask later with {@link SignatureGateway#result}
     */
    record Waiting(OperationId operation) implements SignatureResult {
        @Override
        public <T> T fold(
                Function<Signed, T> signed,
                Function<Waiting, T> waiting,
                Function<Rejected, T> rejected,
                Function<Unknown, T> unknown) {
            return waiting.apply(this);
        }
    }

    /**
     * The signer refused.
     *
     * @param reason what he said
     * @param at when
     */
    record Rejected(String reason, Instant at) implements SignatureResult {
        @Override
        public <T> T fold(
                Function<Signed, T> signed,
                Function<Waiting, T> waiting,
                Function<Rejected, T> rejected,
                Function<Unknown, T> unknown) {
            return rejected.apply(this);
        }

        /** Not the reason, which may hold personal data. */
        @Override
        public String toString() {
            return "Rejected[" + at + "]";
        }
    }

    /**
     * It is not known whether the request arrived.
     *
     * @param operation to ask later with {@link SignatureGateway#result}
     */
    record Unknown(OperationId operation) implements SignatureResult {
        @Override
        public <T> T fold(
                Function<Signed, T> signed,
                Function<Waiting, T> waiting,
                Function<Rejected, T> rejected,
                Function<Unknown, T> unknown) {
            return unknown.apply(this);
        }
    }

    /** One function per case. */
    <T> T fold(
            Function<Signed, T> signed,
            Function<Waiting, T> waiting,
            Function<Rejected, T> rejected,
            Function<Unknown, T> unknown);
}
