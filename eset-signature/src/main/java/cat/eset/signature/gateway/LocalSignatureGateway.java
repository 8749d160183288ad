package cat.eset.signature.gateway;

import cat.eset.core.ConfigurationException;
import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;
import cat.eset.core.signature.SignatureGateway;
import cat.eset.core.signature.SignatureReport;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.SignatureResult.Signed;
import cat.eset.core.signature.Signer;
import cat.eset.signature.LocalSigner;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningKey;
import cat.eset.signature.Xades;
import cat.eset.signature.validation.SignatureValidator;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The work model's signatures made at once on this machine, with the keys it holds. Thread-safe.
 *
 * <p>It remembers its last results, so that asking twice with one operation signs once. After a restart it remembers
 * nothing: signing here has no effect elsewhere, so the work model may simply ask again. {@link #close} deletes the temporary
 * files of large results; use them before.
 */
public final class LocalSignatureGateway implements SignatureGateway, AutoCloseable {

    private static final int REMEMBERED = 64;

    private final LocalSigner signer;
    private final SignatureValidator validator;
    private final Function<Signer, Optional<SigningKey>> keys;
    private final SignatureLevel pdfLevel;
    private final SignatureLevel xmlLevel;
    private final Map<OperationId, FutureTask<Signed>> results = new LinkedHashMap<>();
    private final Queue<SignedDocument> open = new ConcurrentLinkedQueue<>();

    private LocalSignatureGateway(Builder builder) {
        this.signer = builder.signer;
        this.validator = builder.validator;
        this.keys = builder.keys;
        this.pdfLevel = builder.pdfLevel;
        this.xmlLevel = builder.xmlLevel;
    }

    /**
     * Starts one.
     *
     * @param signer makes the signatures; its own key is not used
     * @param validator judges them
     * @param keys the key of each signer, if it is held here
     */
    public static Builder builder(
            LocalSigner signer, SignatureValidator validator, Function<Signer, Optional<SigningKey>> keys) {
        return new Builder(signer, validator, keys);
    }

    /** {@inheritDoc} Signed at once; throws {@link cat.eset.signature.SigningException} if it cannot be. */
    @Override
    public SignatureResult signPdf(OperationId operation, DocumentContent pdf, Signer by) {
        return once(operation, () -> sign(pdf, Pades.level(pdfLevel), by));
    }

    /** {@inheritDoc} Signed at once; throws {@link cat.eset.signature.SigningException} if it cannot be. */
    @Override
    public SignatureResult signXml(OperationId operation, DocumentContent xml, String elementId, Signer by) {
        return once(operation, () -> sign(xml, Xades.internallyDetached(xmlLevel, elementId), by));
    }

    @Override
    public SignatureResult result(OperationId operation) {
        FutureTask<Signed> task;
        synchronized (results) {
            task = results.get(operation);
        }
        return task == null ? new SignatureResult.Unknown(operation) : get(operation, task);
    }

    @Override
    public SignatureReport verify(DocumentContent signed) {
        return Reports.of(validator.validate(signed));
    }

    /** Deletes the temporary files of its results. */
    @Override
    public void close() {
        for (SignedDocument document = open.poll(); document != null; document = open.poll()) {
            document.close();
        }
    }

    private Signed sign(DocumentContent document, SignatureFormat format, Signer by) {
        SigningKey key = keys.apply(by)
                .orElseThrow(() -> ConfigurationException.of(
                        "There is no key here for the one who has to sign",
                        "Add it to the keys of the gateway, or send the document to where that person signs."));
        SignedDocument signed = signer.as(key).sign(document, format);
        if (signed.isTemporary()) {
            open.add(signed); // the others would only fill the memory
        }
        return new Signed(signed.content(), by, signed.signingTime().orElseThrow(), signed.stampedAt());
    }

    private SignatureResult once(OperationId operation, Supplier<Signed> signing) {
        FutureTask<Signed> mine = new FutureTask<>(signing::get);
        FutureTask<Signed> first;
        synchronized (results) {
            first = results.putIfAbsent(operation, mine);
            forget();
        }
        if (first == null) {
            mine.run();
            return get(operation, mine);
        }
        return get(operation, first);
    }

    private void forget() {
        Queue<OperationId> oldest = new ArrayDeque<>(results.keySet());
        while (results.size() > REMEMBERED) {
            results.remove(oldest.remove());
        }
    }

    private SignatureResult get(OperationId operation, FutureTask<Signed> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new SignatureResult.Unknown(operation);
        } catch (ExecutionException e) {
            synchronized (results) {
                results.remove(operation, task); // a failed signature may be tried again
            }
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Builds a {@link LocalSignatureGateway}; not thread-safe. */
    public static final class Builder {
        private final LocalSigner signer;
        private final SignatureValidator validator;
        private final Function<Signer, Optional<SigningKey>> keys;
        private SignatureLevel pdfLevel = SignatureLevel.T;
        private SignatureLevel xmlLevel = SignatureLevel.T;

        private Builder(LocalSigner signer, SignatureValidator validator, Function<Signer, Optional<SigningKey>> keys) {
            this.signer = Objects.requireNonNull(signer, "signer");
            this.validator = Objects.requireNonNull(validator, "validator");
            this.keys = Objects.requireNonNull(keys, "keys");
        }

        /** The level of PDF signatures; T when not said, so that the year of a decree is proven. */
        public Builder pdfLevel(SignatureLevel level) {
            this.pdfLevel = Objects.requireNonNull(level, "level");
            return this;
        }

        /** The level of XML signatures; T when not said. */
        public Builder xmlLevel(SignatureLevel level) {
            this.xmlLevel = Objects.requireNonNull(level, "level");
            return this;
        }

        /** The gateway. */
        public LocalSignatureGateway build() {
            return new LocalSignatureGateway(this);
        }
    }
}
