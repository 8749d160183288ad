package cat.eset.testkit.pki;

import cat.eset.core.Credentials;
import cat.eset.core.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** A test key with its certificate chain, end certificate first. Immutable and thread-safe. */
public final class TestIdentity {

    private final String name;
    private final PrivateKey privateKey;
    private final List<X509Certificate> chain;

    TestIdentity(String name, PrivateKey privateKey, List<X509Certificate> chain) {
        this.name = name;
        this.privateKey = privateKey;
        this.chain = List.copyOf(chain);
    }

    /** The file-name-like name inside the {@link TestPki}, for example {@code town-hall-seal}. */
    public String name() {
        return name;
    }

    /** The private key. */
    public PrivateKey privateKey() {
        return privateKey;
    }

    /** The end certificate. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** End certificate first, root last. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** The credentials that the SDK takes. Fails for identities that are expired on purpose, as it must. */
    public Credentials credentials() {
        return Credentials.of(privateKey, chain);
    }

    /** A key store with this key alone, under its {@link #name()}. */
    public KeyStore keyStore(Secret password) {
        return password.use(chars -> {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry(name, privateKey, chars, chain.toArray(new X509Certificate[0]));
                return store;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("cannot build a key store", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The bytes of a PKCS#12 file with this key alone. */
    public byte[] pkcs12(Secret password) {
        KeyStore store = keyStore(password);
        return password.use(chars -> {
            try {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                store.store(out, chars);
                return out.toByteArray();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("cannot write a key store", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Writes a PKCS#12 file and returns its path. */
    public Path writePkcs12(Path file, Secret password) {
        try {
            return Files.write(file, pkcs12(password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The end certificate as PEM, without the key. */
    public String certificatePem() {
        return pem(certificate());
    }

    static String pem(X509Certificate certificate) {
        try {
            Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
            return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encode a certificate", e);
        }
    }

    @Override
    public String toString() {
        return "TestIdentity[" + name + ", serial "
                + certificate().getSerialNumber().toString(16) + "]";
    }
}
