package cat.eset.signature;

import cat.eset.core.Credentials;
import cat.eset.core.Failure;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key that can sign, wherever it lives: a PKCS#12 file, a PKCS#11 token whose provider the caller registered, an HSM or a
 * cloud service that answers at once. For a person who answers later, at a browser, see {@link TwoPhaseSigner}.
 *
 * <p>Implementations must be thread-safe.
 */
public interface SigningKey {

    /** End certificate first, then its issuers as far as known; never empty. */
    List<X509Certificate> chain();

    /**
     * Signs bytes: RSA PKCS#1 v1.5 or ECDSA (DER), with SHA-256, by the kind of key of the certificate.
     *
     * @param toBeSigned the bytes themselves, not their digest
     * @throws SigningException if the key cannot be used
     */
    byte[] sign(byte[] toBeSigned);

    /** The Java name of the algorithm that a certificate's key signs with here. */
    static String algorithm(X509Certificate certificate) {
        String key = certificate.getPublicKey().getAlgorithm();
        return switch (key) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default ->
                throw SigningException.of(
                        SigningException.Problem.KEY_UNUSABLE,
                        Failure.of(Failure.Fault.CONFIGURATION, "Keys of type " + key + " are not supported")
                                .remedy("Use an RSA or elliptic-curve certificate."));
        };
    }

    /** The key of a key store. */
    static SigningKey of(Credentials credentials) {
        String algorithm = algorithm(credentials.certificate());
        PrivateKey key = credentials.privateKey();
        List<X509Certificate> chain = credentials.chain();
        return new SigningKey() {
            @Override
            public List<X509Certificate> chain() {
                return chain;
            }

            @Override
            public byte[] sign(byte[] toBeSigned) {
                try {
                    Signature signature = Signature.getInstance(algorithm);
                    signature.initSign(key);
                    signature.update(toBeSigned);
                    return signature.sign();
                } catch (GeneralSecurityException
                        | ProviderException e) { // a card that was taken out throws the second
                    throw SigningException.of(
                            SigningException.Problem.KEY_UNUSABLE,
                            Failure.of(Failure.Fault.CONFIGURATION, "The private key could not sign")
                                    .remedy("Check that the token is present and unlocked.")
                                    .cause(e));
                }
            }
        };
    }
}
