package cat.eset.signature.signador;

import cat.eset.core.Failure.Fault;
import cat.eset.core.InvalidValueException;
import cat.eset.core.Sha256;
import cat.eset.signature.PreparedSignature;
import cat.eset.signature.SigningKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The key of a person at the Signador, for signatures that are assembled here ({@code applet_apsa_cfg}, signador 4.7). Ask
 * for the certificate; prepare the signature with a {@link cat.eset.signature.TwoPhaseSigner}; ask for its value; complete
 * it; then have {@link Signador#forget} forget both jobs. The person goes to the Signador's page twice. Immutable and
 * thread-safe.
 *
 * <p>What the service returns for a value is not documented; here it is taken for PKCS#1 v1.5 over the digest, and handed out
 * only if it verifies. Try it in PRE first.
 */
public final class SignadorKey {

    private static final String NAME = "document";

    private final SignadorDesk desk;
    private final PendingJobs jobs;
    private final Clock clock;

    private final CertificateStore store;
    private final boolean named;

    SignadorKey(SignadorDesk desk, PendingJobs jobs, Clock clock, CertificateStore store, boolean named) {
        this.desk = desk;
        this.jobs = jobs;
        this.clock = clock;
        this.store = store;
        this.named = named;
    }

    /** The same, looked for in this store; {@link CertificateStore#ANY} when not said. Cards need drivers, which such jobs
     * cannot name. */
    public SignadorKey store(CertificateStore value) {
        if (value == CertificateStore.CARD) {
            throw InvalidValueException.of("SignadorKey", "a store other than cards");
        }
        return new SignadorKey(desk, jobs, clock, value, named);
    }

    /** The same, telling the service whose key has to sign ({@code signingCertificate}); not told when not said. */
    public SignadorKey namingTheCertificate() {
        return new SignadorKey(desk, jobs, clock, store, true);
    }

    /**
     * Starts a job in which the person chooses a certificate.
     *
     * @throws SignadorException if the service cannot be asked or refuses
     */
    public JobToken askCertificate(Delivery delivery) {
        return start(delivery, SignadorMode.CERTIFICATE, "CERTIFICAT", Sha256.of(new byte[0]), Optional.empty());
    }

    /**
     * The certificate that the person chose; empty if there is none, yet or for ever.
     *
     * @throws SignadorException if the job is not one started here, or the answer is no certificate
     */
    public Optional<X509Certificate> certificate(JobToken token) {
        pending(token, SignadorMode.CERTIFICATE);
        Optional<byte[]> answer = answer(token, "CERT");
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of((X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(answer.get())));
        } catch (CertificateException e) {
            throw SignadorDesk.error(Fault.REMOTE, "The Signador's answer is no certificate", "Start a new job.");
        }
    }

    /**
     * Starts a job in which the person signs a digest.
     *
     * @param prepared with the certificate that the person chose before
     * @throws SignadorException if the service cannot be asked or refuses
     */
    public JobToken askValue(Delivery delivery, PreparedSignature prepared) {
        Optional<X509Certificate> certificate =
                named ? Optional.of(prepared.chain().get(0)) : Optional.empty();
        return start(delivery, SignadorMode.RAW_VALUE, "SIGNATURA", prepared.toBeSignedDigest(), certificate);
    }

    /**
     * The signature value; empty if there is none, yet or for ever.
     *
     * @param prepared the same as when the job was started
     * @throws SignadorException if the job is not one started here for that signature, or the value does not verify
     */
    public Optional<byte[]> value(JobToken token, PreparedSignature prepared) {
        PendingJob job = pending(token, SignadorMode.RAW_VALUE);
        if (!prepared.toBeSignedDigest().equals(job.documents().get(NAME))) {
            throw SignadorDesk.error(
                    Fault.CALLER, "The job is about another signature", "Give the one it was started with.");
        }
        Optional<byte[]> value = answer(token, "HASH");
        if (value.isPresent()) {
            verify(prepared, value.get());
        }
        return value;
    }

    private JobToken start(
            Delivery delivery, SignadorMode mode, String work, Sha256 digest, Optional<X509Certificate> certificate) {
        JobToken token = desk.init();
        Map<String, Sha256> digests = Map.of(NAME, digest);
        try {
            desk.start(JobMessage.bare(token, delivery, store, work, digests, certificate));
        } catch (IOException e) {
            throw new UncheckedIOException("a job cannot be written", e);
        }
        jobs.add(new PendingJob(token, mode, digests, XmlOptions.none(), Optional.empty(), clock.instant()));
        return token;
    }

    private PendingJob pending(JobToken token, SignadorMode mode) {
        return jobs.find(token)
                .filter(job -> job.mode() == mode)
                .orElseThrow(() -> SignadorDesk.error(
                        Fault.CALLER,
                        "The job was not started here, or was forgotten",
                        "Do not ask for tokens that come from elsewhere."));
    }

    private Optional<byte[]> answer(JobToken token, String type) {
        SignadorAnswer answer = desk.result(token);
        if (!answer.isOk() || answer.result().isEmpty()) {
            return Optional.empty();
        }
        if (answer.token().isPresent() && !answer.token().get().equals(token.value())) {
            throw SignadorDesk.error(Fault.REMOTE, "The Signador answered about another job", "Ask again.");
        }
        if (!answer.type().equals(type)) {
            throw SignadorDesk.error(Fault.REMOTE, "The Signador answered with something else", "Start a new job.");
        }
        try {
            return Optional.of(desk.content(answer.result().get()));
        } catch (IOException e) {
            throw SignadorDesk.error(Fault.REMOTE, "The Signador's answer cannot be unpacked", "Start a new job.");
        }
    }

    private static void verify(PreparedSignature prepared, byte[] value) {
        X509Certificate certificate = prepared.chain().get(0);
        boolean good;
        try {
            Signature signature = Signature.getInstance(SigningKey.algorithm(certificate));
            // Of the certificate itself Java would refuse keys that only commit.
            signature.initVerify(certificate.getPublicKey());
            signature.update(prepared.toBeSigned());
            good = signature.verify(value);
        } catch (GeneralSecurityException e) {
            good = false; // a value that cannot even be read is a wrong value
        }
        if (!good) {
            throw SignadorDesk.error(
                    Fault.REMOTE,
                    "The value that came back does not verify with the person's certificate",
                    "The person may have chosen another certificate; if not, tell AOC what the service returned.");
        }
    }
}
