package cat.eset.endpoint.jdk;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.core.Failure;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A TLS context that shows one certificate. */
final class ServerTls {

    private ServerTls() {}

    static SSLContext context(Credentials credentials) {
        // The key store lives in memory only, so its password protects nothing.
        char[] password = "in memory".toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "server",
                    credentials.privateKey(),
                    password,
                    credentials.chain().toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new ConfigurationException(
                    Failure.of(Failure.Fault.CONFIGURATION, "The server certificate cannot be used for TLS")
                            .remedy("Give an RSA or EC key with its certificate chain.")
                            .cause(e)
                            .build());
        }
    }
}
