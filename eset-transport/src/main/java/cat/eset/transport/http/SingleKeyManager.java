package cat.eset.transport.http;

import cat.eset.core.Credentials;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Always offers the one certificate it has, whatever authorities the server names: a server that refuses it says so, which
 * can be explained, while a handshake without certificate cannot.
 */
final class SingleKeyManager extends X509ExtendedKeyManager {

    private static final String ALIAS = "own";

    private final PrivateKey key;
    private final X509Certificate[] chain;
    private final String algorithm;

    SingleKeyManager(Credentials credentials) {
        this.key = credentials.privateKey();
        this.chain = credentials.chain().toArray(new X509Certificate[0]);
        this.algorithm = credentials.certificate().getPublicKey().getAlgorithm();
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return offered(keyTypes);
    }

    @Override
    public @Nullable String chooseEngineClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return offered(keyTypes);
    }

    private @Nullable String offered(String[] keyTypes) {
        for (String type : keyTypes) {
            if (type.equals(algorithm) || type.startsWith(algorithm)) {
                return ALIAS;
            }
        }
        return null;
    }

    @Override
    public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return chain.clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return key;
    }
}
