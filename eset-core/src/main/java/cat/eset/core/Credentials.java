package cat.eset.core;

import cat.eset.core.CredentialsException.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A private key with its certificate chain, checked when built: a wrong password, a missing key, an expired or not yet
 * valid certificate, a key of another certificate, or several keys without a choice each fail here with their own {@link CredentialsException}, never at the
 * first use.
 * Certificates are judged by the real clock. Immutable and thread-safe.
 */
public final class Credentials {

    private final PrivateKey privateKey;
    private final List<X509Certificate> chain;

    private Credentials(PrivateKey privateKey, List<X509Certificate> chain) {
        this.privateKey = privateKey;
        this.chain = chain;
    }

    /** The only key of a PKCS#12 file. */
    public static Credentials pkcs12(Path file, Secret password) {
        if (Files.isDirectory(file)) {
            throw bad(Problem.UNREADABLE, "The key store is a folder and not a file", "Check its path.", null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return pkcs12(in, password);
        } catch (NoSuchFileException e) {
            throw bad(Problem.UNREADABLE, "The key store file does not exist", "Check its path.", e);
        } catch (IOException e) {
            throw bad(Problem.UNREADABLE, "The key store file cannot be read", "Check its permissions.", e);
        }
    }

    /** The only key of a PKCS#12 stream, which is not closed. */
    public static Credentials pkcs12(InputStream in, Secret password) {
        KeyStore store = password.use(chars -> load(in, chars));
        return of(store, password);
    }

    /** The only key of a key store; of a PKCS#11 token too, whose provider the caller registered. */
    public static Credentials of(KeyStore store, Secret password) {
        List<String> keys = new ArrayList<>();
        try {
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    keys.add(alias);
                }
            }
        } catch (GeneralSecurityException e) {
            throw bad(Problem.UNREADABLE, "The key store cannot be listed", "Load it before use.", e);
        }
        if (keys.isEmpty()) {
            throw bad(
                    Problem.NO_KEY,
                    "The key store holds no private key",
                    "Export the certificate together with its key.",
                    null);
        }
        if (keys.size() > 1) {
            throw bad(
                    Problem.SEVERAL_KEYS,
                    "The key store holds " + keys.size() + " keys and none was chosen",
                    "Name one: Credentials.of(store, alias, password).",
                    null);
        }
        return of(store, keys.get(0), password);
    }

    /** One key of a key store, by its alias. */
    public static Credentials of(KeyStore store, String alias, Secret password) {
        Key key = password.use(chars -> key(store, alias, chars));
        if (!(key instanceof PrivateKey privateKey)) {
            throw bad(
                    Problem.NO_KEY,
                    "The key store has no private key under that alias",
                    "List its aliases with keytool.",
                    null);
        }
        List<X509Certificate> chain = new ArrayList<>();
        try {
            Certificate[] certificates = store.getCertificateChain(alias);
            for (Certificate c : certificates == null ? new Certificate[0] : certificates) {
                chain.add((X509Certificate) c);
            }
        } catch (GeneralSecurityException | ClassCastException e) {
            throw bad(
                    Problem.MALFORMED,
                    "The certificate chain of the key cannot be read",
                    "Export it again as PKCS#12.",
                    e);
        }
        return of(privateKey, chain);
    }

    /**
     * A key and its chain, end certificate first.
     *
     * @throws CredentialsException if the chain is empty, the certificate is expired or not yet valid, or the key is not its own, as far as
     *     a key that stays in its token lets that be seen
     */
    public static Credentials of(PrivateKey privateKey, List<X509Certificate> chain) {
        Objects.requireNonNull(privateKey, "privateKey");
        if (chain.isEmpty()) {
            throw bad(
                    Problem.NO_CERTIFICATE,
                    "The private key has no certificate",
                    "Export the key together with its certificate.",
                    null);
        }
        X509Certificate certificate = chain.get(0);
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            throw bad(
                    Problem.EXPIRED,
                    "The certificate expired on " + certificate.getNotAfter().toInstant(),
                    "Renew it.",
                    e);
        } catch (CertificateNotYetValidException e) {
            throw bad(
                    Problem.NOT_YET_VALID,
                    "The certificate is not valid before "
                            + certificate.getNotBefore().toInstant(),
                    "Check the clock of this machine.",
                    e);
        }
        if (KeyPairing.isBroken(privateKey, certificate.getPublicKey())) {
            throw bad(
                    Problem.OTHER_KEY,
                    "The private key does not belong to the certificate",
                    "Export them together.",
                    null);
        }
        return new Credentials(privateKey, List.copyOf(chain));
    }

    /** The private key. Do not keep or print it. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** The end certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** End certificate first, then its issuers as far as known. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** Issuer, serial number and end of validity: the subject may be a person, with name and NIF. Never the key. */
    @Override
    public String toString() {
        return "Credentials[" + certificate().getIssuerX500Principal().getName() + ", serial "
                + certificate().getSerialNumber().toString(16) + ", until "
                + certificate().getNotAfter().toInstant() + "]";
    }

    private static KeyStore load(InputStream in, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw bad(Problem.WRONG_PASSWORD, "The password of the key store is wrong", "Check the password.", e);
            }
            throw bad(
                    Problem.MALFORMED, "The key store is not PKCS#12 or is damaged", "Export it again as PKCS#12.", e);
        } catch (GeneralSecurityException e) {
            throw bad(
                    Problem.MALFORMED,
                    "The key store uses algorithms that this Java does not have",
                    "Export it again as PKCS#12.",
                    e);
        }
    }

    private static @Nullable Key key(KeyStore store, String alias, char[] password) {
        try {
            return store.getKey(alias, password);
        } catch (UnrecoverableKeyException e) {
            throw bad(
                    Problem.WRONG_PASSWORD,
                    "The password of the key is wrong",
                    "Use one password for the store and its key.",
                    e);
        } catch (GeneralSecurityException e) {
            throw bad(
                    Problem.UNREADABLE, "The key cannot be read from the key store", "Export it again as PKCS#12.", e);
        }
    }

    private static CredentialsException bad(Problem problem, String what, String remedy, @Nullable Throwable cause) {
        return new CredentialsException(
                problem,
                Failure.of(Failure.Fault.CONFIGURATION, what)
                        .remedy(remedy)
                        .cause(cause)
                        .build());
    }
}
