package cat.eset.transport.http;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.transport.ServerTrust;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** TLS with named trust and, where there is one, our certificate. */
record TlsSettings(SSLSocketFactory socketFactory, X509TrustManager trustManager) {

    static TlsSettings of(ServerTrust trust, @Nullable Credentials credentials) {
        try {
            X509ExtendedTrustManager trustManager =
                    new ExplainingTrustManager(platform(trust.anchors().orElse(null)));
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] keys = credentials == null ? null : new KeyManager[] {new SingleKeyManager(credentials)};
            context.init(keys, new TrustManager[] {trustManager}, null);
            return new TlsSettings(context.getSocketFactory(), trustManager);
        } catch (GeneralSecurityException | IOException e) {
            throw ConfigurationException.of(
                    "TLS cannot be set up: " + e.getMessage(), "Check the trusted authorities of the environment.");
        }
    }

    private static X509ExtendedTrustManager platform(@Nullable List<X509Certificate> anchors)
            throws GeneralSecurityException, IOException {
        KeyStore store = null;
        if (anchors != null) {
            store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < anchors.size(); i++) {
                store.setCertificateEntry("anchor-" + i, anchors.get(i));
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("this Java has no PKIX trust manager");
    }
}
