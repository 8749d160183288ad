package cat.eset.signature.dss;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.core.DocumentContent;
import cat.eset.signature.BatchItem;
import cat.eset.signature.BatchOutcome;
import cat.eset.signature.LocalSigner;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningKey;
import cat.eset.signature.dss.internal.BatchRun;
import cat.eset.signature.dss.internal.SigningRun;
import cat.eset.signature.dss.internal.WarmUp;
import cat.eset.signature.timestamp.TimeStampAuthority;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Signs on this machine with EU DSS. Immutable, thread-safe, and cheap to derive for another key. Registers nothing
 * globally: no security provider, no system property.
 *
 * <p>Signing at level B touches no network; T asks the time stamp authority only; LT and LTA use the revocation lists of
 * the {@link Trust}, and fetch more only if it has leave to.
 */
public final class DssSigner implements LocalSigner {

    private final SigningRun run;
    private final SigningKey key;

    private DssSigner(SigningRun run, SigningKey key) {
        this.run = run;
        this.key = key;
    }

    /** A signer with the key of a key store: PKCS#12, or PKCS#11 by a provider that the caller registered. */
    public static Builder builder(Credentials credentials) {
        return builder(SigningKey.of(credentials));
    }

    /** A signer with a key of any kind. */
    public static Builder builder(SigningKey key) {
        return new Builder(key);
    }

    @Override
    public SignedDocument sign(DocumentContent document, SignatureFormat format) {
        return run.sign(document, format, key);
    }

    @Override
    public SignedDocument augment(DocumentContent signed, SignatureLevel level) {
        return run.augment(signed, Optional.empty(), level);
    }

    @Override
    public SignedDocument augment(DocumentContent signature, DocumentContent content, SignatureLevel level) {
        return run.augment(signature, Optional.of(content), level);
    }

    @Override
    public void signAll(List<BatchItem> items, Consumer<BatchOutcome> report) {
        BatchRun.of(item -> sign(item.document(), item.format()), report).run(items);
    }

    @Override
    public DssSigner as(SigningKey other) {
        return new DssSigner(run, Objects.requireNonNull(other, "other"));
    }

    @Override
    public void warmUp() {
        WarmUp.run(run, key);
    }

    /** Builds a {@link DssSigner}; not thread-safe. */
    public static final class Builder {
        private final SigningKey key;
        private final DssSettings.Collector settings = new DssSettings.Collector();

        private Builder(SigningKey key) {
            this.key = Objects.requireNonNull(key, "key");
        }

        /** The authority that stamps; needed for T and above. */
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
         * @throws ConfigurationException if the set of libraries on the path is one that signs badly, or the temporary
         *     directory cannot be written
         */
        public DssSigner build() {
            return new DssSigner(new SigningRun(settings.environment()), key);
        }
    }
}
