package cat.eset.testkit.pki;

import cat.eset.core.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Identities stored one per PKCS#12 file, named by the file. */
final class StoredKeys {

    private static final String SUFFIX = ".p12";

    private StoredKeys() {}

    static Map<String, TestIdentity> read(Path directory, Secret password) {
        Map<String, TestIdentity> identities = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(StoredKeys::isKeyStore).sorted().toList()) {
                TestIdentity identity = password.use(chars -> readOne(file, chars));
                identities.put(identity.name(), identity);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return identities;
    }

    private static boolean isKeyStore(Path file) {
        return String.valueOf(file.getFileName()).endsWith(SUFFIX);
    }

    private static TestIdentity readOne(Path file, char[] password) {
        String fileName = String.valueOf(file.getFileName());
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : store.getCertificateChain(name)) {
                chain.add((X509Certificate) certificate);
            }
            return new TestIdentity(name, (PrivateKey) store.getKey(name, password), chain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot read the stored key " + name, e);
        }
    }
}
