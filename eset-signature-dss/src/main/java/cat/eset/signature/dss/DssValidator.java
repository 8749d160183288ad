package cat.eset.signature.dss;

import cat.eset.core.ConfigurationException;
import cat.eset.core.DocumentContent;
import cat.eset.signature.dss.internal.LibrarySet;
import cat.eset.signature.dss.internal.ValidationRun;
import cat.eset.signature.validation.SignatureValidation;
import cat.eset.signature.validation.SignatureValidator;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/**
 * Judges signatures on this machine with EU DSS (ETSI EN 319 102-1) and a policy that is stricter than its own: what changes
 * how a signed document looks makes it invalid. Fetches nothing unless its
 * {@link Trust} has leave to. Immutable and thread-safe.
 */
public final class DssValidator implements SignatureValidator {

    private final ValidationRun run;

    private DssValidator(ValidationRun run) {
        this.run = run;
    }

    /**
     * Starts a validator.
     *
     * @param trust whom to believe, and revocation lists; without a list, signatures come out undetermined
     */
    public static Builder builder(Trust trust) {
        return new Builder(trust);
    }

    @Override
    public SignatureValidation validate(DocumentContent signed) {
        return run.validate(signed, Map.of());
    }

    @Override
    public SignatureValidation validate(DocumentContent signature, DocumentContent content) {
        return run.validate(signature, Map.of("", content));
    }

    @Override
    public SignatureValidation validate(DocumentContent signature, Map<String, DocumentContent> contents) {
        return run.validate(signature, contents);
    }

    /** Builds a {@link DssValidator}; not thread-safe. */
    public static final class Builder {
        private final Trust trust;
        private ValidationLimits limits = ValidationLimits.defaults();

        private Builder(Trust trust) {
            this.trust = Objects.requireNonNull(trust, "trust");
        }

        /** Limits on what is looked into; {@link ValidationLimits#defaults()} when not said. */
        public Builder limits(ValidationLimits value) {
            this.limits = Objects.requireNonNull(value, "limits");
            return this;
        }

        /**
         * The validator.
         *
         * @throws ConfigurationException if the set of libraries on the path is one that judges badly
         */
        public DssValidator build() {
            LibrarySet.check();
            return new DssValidator(new ValidationRun(trust.sources(), limits, Clock.systemUTC()));
        }
    }
}
