package cat.eset.signature.signador;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.signature.validation.SignatureValidation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What became of a job. */
public sealed interface SignadorOutcome
        permits SignadorOutcome.Signed, SignadorOutcome.NotSigned, SignadorOutcome.Distrusted {

    /**
     * One signed document.
     *
     * @param content the signed document, or the signature alone, by mode
     * @param validation what the local validator found
     */
    record Result(DocumentContent content, SignatureValidation validation) {}

    /**
     * Signed: no signature is invalid, each covers what was sent, and is by whom it should be. Whether it is valid or
     * undetermined, for want of revocation data for instance, is in its validation.
     *
     * @param results by the name of the document; for documents on the person's disk by the name of the file that came back,
     *     {@code document} if it came alone
     */
    record Signed(Map<String, Result> results) implements SignadorOutcome {
        /** Copies the map. */
        public Signed {
            results = Map.copyOf(results);
        }

        /**
         * The result for one document.
         *
         * @param name its name in the job
         */
        public Result result(String name) {
            Result found = results.get(name);
            if (found == null) {
                throw InvalidValueException.of("SignadorOutcome", "the name of a document of the job");
            }
            return found;
        }
    }

    /**
     * No result. The service does not say whether the person is still busy, gave up, or ran out of the five minutes: ask
     * again for as long as the application cares to wait.
     *
     * @param error the reason the service gave; may be empty
     * @param keptUntil afterwards the service has forgotten the job, and there is nothing left to ask for
     */
    record NotSigned(String error, Instant keptUntil) implements SignadorOutcome {}

    /**
     * Something came back that must not be used.
     *
     * @param reasons what is wrong with it
     */
    record Distrusted(List<String> reasons) implements SignadorOutcome {
        /** Copies the list. */
        public Distrusted {
            reasons = List.copyOf(reasons);
        }
    }

    /** One function per case. */
    default <T> T fold(
            Function<Signed, ? extends T> signed,
            Function<NotSigned, ? extends T> notSigned,
            Function<Distrusted, ? extends T> distrusted) {
        if (this instanceof Signed s) {
            return signed.apply(s);
        }
        return this instanceof NotSigned n ? notSigned.apply(n) : distrusted.apply((Distrusted) this);
    }
}
