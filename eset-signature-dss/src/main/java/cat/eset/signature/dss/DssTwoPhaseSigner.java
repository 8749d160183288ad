package cat.eset.signature.dss;

import cat.eset.core.ConfigurationException;
import cat.eset.core.DocumentContent;
import cat.eset.signature.PreparedSignature;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.TwoPhaseSigner;
import cat.eset.signature.dss.internal.SigningRun;
import cat.eset.signature.timestamp.TimeStampAuthority;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Assembles signatures whose value is made elsewhere, by EU DSS. Keeps nothing between the phases. Immutable and
 * thread-safe.
 */
public final class DssTwoPhaseSigner implements TwoPhaseSigner {

    private final SigningRun run;

    private DssTwoPhaseSigner(SigningRun run) {
        this.run = run;
    }

    /** Starts one. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public PreparedSignature prepare(DocumentContent document, SignatureFormat format, List<X509Certificate> chain) {
        return run.prepare(document, format, chain);
    }

    @Override
    public SignedDocument complete(
            DocumentContent document, SignatureFormat format, PreparedSignature prepared, byte[] signatureValue) {
        return run.complete(document, format, prepared, signatureValue);
    }

    /** Builds a {@link DssTwoPhaseSigner}; not thread-safe. */
    public static final class Builder {
        private final DssSettings.Collector settings = new DssSettings.Collector();

        private Builder() {}

        /** The authority that stamps when the signature is completed; needed for T and above. */
        public Builder timeStamps(TimeStampAuthority authority) {
            settings.timeStamps = Optional.of(authority);
            return this;
        }

        /** Anchors and revocation lists; needed for LT and LTA. */
        public Builder trust(Trust trust) {
            settings.trust = Objects.requireNonNull(trust, "trust");
            return this;
        }

        /** Memory, files, limits and clock; {@link DssSettings#defaults()} when not said. */
        public Builder settings(DssSettings value) {
            settings.settings = Objects.requireNonNull(value, "settings");
            return this;
        }

        /**
         * The signer.
         *
         * @throws ConfigurationException as {@link DssSigner.Builder#build()}
         */
        public DssTwoPhaseSigner build() {
            return new DssTwoPhaseSigner(new SigningRun(settings.environment()));
        }
    }
}
