package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.core.Sha256;
import cat.eset.signature.AsicE;
import cat.eset.signature.Cades;
import cat.eset.signature.Pades;
import cat.eset.signature.PreparedSignature;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import cat.eset.signature.SigningException;
import cat.eset.signature.SigningException.Problem;
import cat.eset.signature.SigningKey;
import cat.eset.signature.Xades;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Makes signatures: checks what can be checked before, begins the format's step, has its bytes signed, verifies the value
 * and finishes. Thread-safe.
 */
public final class SigningRun {

    private final SigningEnvironment environment;
    private final Verifiers verifiers;
    private final Augmentation augmentation;

    /** Ready to sign in this environment. */
    public SigningRun(SigningEnvironment environment) {
        this.environment = environment;
        this.verifiers = new Verifiers(environment.trust());
        this.augmentation = new Augmentation(environment, verifiers);
    }

    /** Raises the level of what is signed already. */
    public SignedDocument augment(DocumentContent signed, Optional<DocumentContent> detached, SignatureLevel level) {
        return augmentation.augment(signed, detached, level);
    }

    /** Signs in one go. */
    public SignedDocument sign(DocumentContent document, SignatureFormat format, SigningKey key) {
        SigningContext context = context(key.chain(), now());
        try (SigningStep step = begin(document, format, context)) {
            byte[] value = value(key, step.toBeSigned());
            return finish(step, value, format, context, document);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw DssErrors.translate(e);
        }
    }

    /** First phase. */
    public PreparedSignature prepare(DocumentContent document, SignatureFormat format, List<X509Certificate> chain) {
        SigningContext context = context(chain, now());
        try (SigningStep step = begin(document, format, context)) {
            return PreparedSignature.of(
                    document.sha256(), digest(format), context.signingTime(), chain, step.toBeSigned());
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw DssErrors.translate(e);
        }
    }

    /** Second phase. */
    public SignedDocument complete(
            DocumentContent document, SignatureFormat format, PreparedSignature prepared, byte[] signatureValue) {
        if (!prepared.document().equals(document.sha256())) {
            throw mismatch("The document is not the one that was prepared");
        }
        if (!prepared.format().equals(digest(format))) {
            throw mismatch("The format is not the one that was prepared");
        }
        SigningContext context = context(prepared.chain(), prepared.signingTime());
        try (SigningStep step = begin(document, format, context)) {
            if (!Arrays.equals(step.toBeSigned(), prepared.toBeSigned())) {
                throw mismatch("The bytes to be signed came out differently the second time");
            }
            return finish(step, signatureValue, format, context, document);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw DssErrors.translate(e);
        }
    }

    private SignedDocument finish(
            SigningStep step, byte[] value, SignatureFormat format, SigningContext context, DocumentContent document)
            throws IOException {
        verify(context.certificate(), step.toBeSigned(), value);
        SignedDocument signed = step.finish(value)
                .signed(Optional.of(context.signingTime()), context.stamping().first());
        if (!format.level().needsRevocationData()) {
            return signed;
        }
        try (signed) {
            return augmentation.augment(
                    signed.content(),
                    detached(format, document),
                    format.level(),
                    signed.signingTime(),
                    signed.stampedAt());
        }
    }

    /** LT and LTA are reached in two steps, because they are about a finished signature. */
    private SigningStep begin(DocumentContent document, SignatureFormat format, SigningContext context)
            throws IOException {
        requireAcceptable(document);
        requireValid(context.certificate(), context.signingTime());
        if (format.level().needsTimeStamp() && environment.timeStamps().isEmpty()) {
            throw Stamping.notConfigured();
        }
        SignatureLevel level = format.level().needsTimeStamp() ? SignatureLevel.T : SignatureLevel.B;
        Opening opening = new Opening(environment, verifiers, document, level, context);
        return opening.begin(format);
    }

    private Optional<DocumentContent> detached(SignatureFormat format, DocumentContent document) {
        boolean beside = format.fold(
                pades -> false,
                xades -> xades.placement() instanceof Xades.Detached
                        || xades.placement() instanceof Xades.InternallyDetached,
                cades -> true,
                asicE -> false);
        return beside ? Optional.of(document) : Optional.empty();
    }

    private void requireAcceptable(DocumentContent document) {
        if (document.length() == 0) {
            throw SigningException.of(
                    Problem.EMPTY_DOCUMENT,
                    Failure.of(Failure.Fault.CALLER, "The document has no bytes")
                            .remedy("Create it again."));
        }
        if (document.length() > environment.maximumLength()) {
            throw SigningException.of(
                    Problem.DOCUMENT_TOO_LARGE,
                    Failure.of(
                                    Failure.Fault.CALLER,
                                    "The document has " + document.length() + " bytes and the limit is "
                                            + environment.maximumLength())
                            .remedy("Raise maximumLength(...), or sign it detached."));
        }
    }

    private static void requireValid(X509Certificate certificate, Instant at) {
        try {
            certificate.checkValidity(Date.from(at));
        } catch (CertificateExpiredException e) {
            throw SigningException.of(
                    Problem.CERTIFICATE_EXPIRED,
                    Failure.of(
                                    Failure.Fault.CONFIGURATION,
                                    "The signer's certificate expired on "
                                            + certificate.getNotAfter().toInstant())
                            .remedy("Renew it."));
        } catch (CertificateNotYetValidException e) {
            throw SigningException.of(
                    Problem.CERTIFICATE_EXPIRED,
                    Failure.of(
                                    Failure.Fault.CONFIGURATION,
                                    "The signer's certificate is not valid before "
                                            + certificate.getNotBefore().toInstant() + " and this machine says it is "
                                            + at)
                            .remedy("Check the clock of this machine."));
        }
    }

    private static byte[] value(SigningKey key, byte[] toBeSigned) {
        try {
            return key.sign(toBeSigned);
        } catch (SigningException e) {
            throw e;
        } catch (RuntimeException e) {
            throw DssErrors.ofKey(e);
        }
    }

    private static void verify(X509Certificate certificate, byte[] toBeSigned, byte[] value) {
        boolean good;
        try {
            Signature signature = Signature.getInstance(SigningKey.algorithm(certificate));
            signature.initVerify(certificate.getPublicKey());
            signature.update(toBeSigned);
            good = signature.verify(value);
        } catch (GeneralSecurityException e) {
            good = false; // a value that cannot even be read is a wrong value
        }
        if (!good) {
            throw mismatch("The signature value does not verify with the signer's certificate");
        }
    }

    private static SigningException mismatch(String what) {
        return SigningException.of(
                Problem.WRONG_SIGNATURE_VALUE,
                Failure.of(Failure.Fault.CALLER, what)
                        .remedy("Prepare the signature again, and sign exactly those bytes with that key."));
    }

    private SigningContext context(List<X509Certificate> chain, Instant signingTime) {
        return new SigningContext(List.copyOf(chain), signingTime, new Stamping(environment.timeStamps()));
    }

    /** Signing times are written in whole seconds. */
    private Instant now() {
        return environment.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static Sha256 digest(SignatureFormat format) {
        return Sha256.of(format.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Where each format begins. */
    private record Opening(
            SigningEnvironment environment,
            Verifiers verifiers,
            DocumentContent document,
            SignatureLevel level,
            SigningContext context) {

        SigningStep begin(SignatureFormat format) throws IOException {
            if (format instanceof Pades pades) {
                return new PadesStep(environment, verifiers, document, pades, level, context);
            }
            if (format instanceof Xades xades) {
                return XadesStep.begin(verifiers.create(), document, xades, level, context);
            }
            if (format instanceof Cades cades) {
                return OtherSteps.cades(verifiers.create(), document, cades, level, context);
            }
            return OtherSteps.asicE(verifiers.create(), document, (AsicE) format, level, context);
        }
    }
}
