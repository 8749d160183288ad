package cat.eset.signature.dss;

import cat.eset.core.Credentials;
import cat.eset.core.DocumentContent;
import cat.eset.core.Secret;
import cat.eset.signature.Pades;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignedDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;

/**
 * What a vendor with a token does, in a process of its own, because the token's library reads its settings from the
 * environment: moves a key into the token, and signs with it. Arguments: settings of the provider, PKCS#12 file, password,
 * alias, PDF, result.
 */
final class Pkcs11Program {

    private Pkcs11Program() {}

    public static void main(String[] arguments) throws Exception {
        char[] pin = "1234".toCharArray();
        KeyStore software = KeyStore.getInstance("PKCS12");
        char[] password = arguments[2].toCharArray();
        try (java.io.InputStream in = Files.newInputStream(Path.of(arguments[1]))) {
            software.load(in, password);
        }
        Provider token = Security.getProvider("SunPKCS11").configure(arguments[0]);
        Security.insertProviderAt(token, Security.getProviders().length + 1);
        KeyStore store = KeyStore.getInstance("PKCS11", token);
        store.load(null, pin);
        Key key = software.getKey(arguments[3], password);
        store.setKeyEntry(arguments[3], key, pin, software.getCertificateChain(arguments[3]));

        Credentials credentials = Credentials.of(store, arguments[3], Secret.of("1234"));
        if (credentials.privateKey().getEncoded() != null) {
            throw new IllegalStateException("the key is not in the token");
        }
        DssSigner signer = DssSigner.builder(credentials).build();
        try (SignedDocument signed = signer.sign(
                DocumentContent.of(Path.of(arguments[4]), cat.eset.core.MediaType.PDF),
                Pades.level(SignatureLevel.B))) {
            Files.write(Path.of(arguments[5]), signed.content().readAllBytes());
        }
    }
}
