package cat.eset.transport.pci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.core.Secret;
import cat.eset.testkit.pci.PciExchange;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestIdentity;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.xml.XmlElement;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.cert.Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.AlgorithmParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a certificate is said when it is loaded, each in its own words. */
class CredentialsTest {

    private static final Secret SECRET = Secret.of("credentials");

    private static Town town;
    private static TestPki pki;

    @BeforeAll
    static void open() {
        town = Town.open();
        pki = town.consortium.pki();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static KeyStore store(Object... aliasesAndEntries) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < aliasesAndEntries.length; i += 2) {
            String alias = (String) aliasesAndEntries[i];
            if (aliasesAndEntries[i + 1] instanceof TestIdentity identity) {
                Certificate[] chain = identity.chain().toArray(new Certificate[0]);
                SECRET.use(chars -> {
                    try {
                        store.setKeyEntry(alias, identity.privateKey(), chars, chain);
                        return store;
                    } catch (KeyStoreException e) {
                        throw new IllegalStateException(e);
                    }
                });
            } else {
                store.setCertificateEntry(alias, (Certificate) aliasesAndEntries[i + 1]);
            }
        }
        return store;
    }

    private static void assertRefused(ThrowingCallable loading, String words) {
        assertThatThrownBy(loading).isInstanceOf(ConfigurationException.class).hasMessageContaining(words);
    }

    @Test
    void aFileAStreamAndAStoreGiveTheSame(@TempDir Path directory) throws Exception {
        TestIdentity seal = pki.townHallSeal();
        Path file = seal.writePkcs12(directory.resolve("seal.p12"), SECRET);
        Credentials fromStore = Credentials.of(store("seal", seal), SECRET);
        assertThat(fromStore.certificate()).isEqualTo(seal.certificate());
        assertThat(Credentials.pkcs12(file, SECRET).certificate()).isEqualTo(seal.certificate());
        assertThat(Credentials.pkcs12(new ByteArrayInputStream(Files.readAllBytes(file)), SECRET)
                        .chain())
                .isEqualTo(seal.chain());
        assertThat(fromStore.toString())
                .contains(seal.certificate().getSerialNumber().toString(16))
                .doesNotContain("PRIVATE");
    }

    @Test
    void eachMistakeHasItsOwnWords(@TempDir Path directory) throws Exception {
        Path file = pki.townHallSeal().writePkcs12(directory.resolve("seal.p12"), SECRET);
        Path text = Files.writeString(directory.resolve("seal.txt"), "not a key store");
        assertRefused(() -> Credentials.pkcs12(directory.resolve("none.p12"), SECRET), "does not exist");
        assertRefused(() -> Credentials.pkcs12(directory, SECRET), "is a folder");
        assertRefused(() -> Credentials.pkcs12(text, SECRET), "not PKCS#12 or is damaged");
        assertRefused(() -> Credentials.pkcs12(file, Secret.of("wrong")), "password of the key store is wrong");
        KeyStore store = store("seal", pki.townHallSeal());
        assertRefused(() -> Credentials.of(store, Secret.of("wrong")), "password of the key is wrong");
        KeyStore certificateOnly = store("root", pki.root());
        assertRefused(() -> Credentials.of(certificateOnly, SECRET), "holds no private key");
        KeyStore two = store("seal", pki.townHallSeal(), "mayor", pki.mayor());
        assertRefused(() -> Credentials.of(two, SECRET), "holds 2 keys and none was chosen");
        assertRefused(() -> Credentials.of(two, "secretary", SECRET), "no private key under that alias");
        assertThat(Credentials.of(two, "mayor", SECRET).certificate())
                .isEqualTo(pki.mayor().certificate());
    }

    @Test
    void aCertificateOutOfItsTimeIsRefusedWithItsTime() {
        CertificateProfile seal = CertificateProfile.seal("Segell", "Ajuntament", "VATES-P0899900A");
        Instant now = Instant.now();
        Duration day = Duration.ofDays(1);
        TestIdentity expired = pki.issue("expired", seal.withValidity(now.minus(day.multipliedBy(9)), now.minus(day)));
        TestIdentity early = pki.issue("early", seal.withValidity(now.plus(day), now.plus(day.multipliedBy(9))));
        assertRefused(() -> Credentials.of(expired.privateKey(), expired.chain()), "expired on");
        assertRefused(() -> Credentials.of(early.privateKey(), early.chain()), "not valid before");
        assertRefused(() -> Credentials.of(early.privateKey(), List.of()), "has no certificate");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefusedAtOnce() {
        assertRefused(
                () -> Credentials.of(
                        pki.mayor().privateKey(), pki.townHallSeal().chain()),
                "does not belong to the certificate");
    }

    @Test
    void whatIsPrintedNamesNobody() {
        TestIdentity mayor = pki.mayor();
        assertThat(Credentials.of(mayor.privateKey(), mayor.chain()).toString())
                .doesNotContain(mayor.certificate().getSubjectX500Principal().getName());
    }

    /** The key never leaves its token: it has no encoded form, and only its provider can sign with it. */
    @Test
    void aKeyInATokenSignsWhereItIs() throws Exception {
        Provider token = new Token();
        Security.addProvider(token);
        try {
            TestIdentity seal = pki.townHallSeal();
            Credentials credentials = Credentials.of(new TokenKey(seal.privateKey()), seal.chain());
            try (PciClient client = town.client().build().onBehalfOf(TestPki.VILAPROVA, credentials)) {
                PciAnswer<XmlElement> answer = client.sincron(Town.search("EXP/TOKEN"));
                assertThat(answer).isInstanceOf(PciAnswer.Completed.class);
            }
            List<PciExchange> seen = town.consortium.pci().exchanges();
            assertThat(seen.get(seen.size() - 1).authentication()).isEqualTo("WSS+TLS");
        } finally {
            Security.removeProvider(token.getName());
        }
    }

    /** As the keys of SunPKCS11 look from outside: only their modulus is known. */
    private static final class TokenKey implements PrivateKey, RSAKey {
        private static final long serialVersionUID = 1L;

        private final transient PrivateKey inside;

        TokenKey(PrivateKey inside) {
            this.inside = inside;
        }

        @Override
        public BigInteger getModulus() {
            return ((RSAKey) inside).getModulus();
        }

        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte @Nullable [] getEncoded() {
            return null;
        }
    }

    /** A provider that signs with such keys alone. */
    private static final class Token extends Provider {
        private static final long serialVersionUID = 1L;

        Token() {
            super("Token", "1", "a token for tests");
            for (String name : List.of("SHA1withRSA", "SHA256withRSA", "RSASSA-PSS")) {
                putService(
                        new Service(
                                this,
                                "Signature",
                                name,
                                Signing.class.getName(),
                                null,
                                Map.of("SupportedKeyClasses", TokenKey.class.getName())) {
                            @Override
                            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                                return new Signing(name);
                            }
                        });
            }
        }
    }

    /** Signs inside. */
    private static final class Signing extends SignatureSpi {
        private final Signature inside;

        Signing(String name) throws NoSuchAlgorithmException {
            try {
                this.inside = Signature.getInstance(name, "SunRsaSign");
            } catch (NoSuchProviderException e) {
                throw new NoSuchAlgorithmException(e);
            }
        }

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            if (!(key instanceof TokenKey token)) {
                throw new InvalidKeyException("not a key of this token");
            }
            inside.initSign(token.inside);
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            throw new InvalidKeyException("this token only signs");
        }

        @Override
        protected void engineUpdate(byte b) throws SignatureException {
            inside.update(b);
        }

        @Override
        protected void engineUpdate(byte[] b, int off, int len) throws SignatureException {
            inside.update(b, off, len);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            return inside.sign();
        }

        @Override
        protected boolean engineVerify(byte[] value) throws SignatureException {
            throw new SignatureException("this token only signs");
        }

        @Override
        protected void engineSetParameter(AlgorithmParameterSpec spec) throws InvalidAlgorithmParameterException {
            inside.setParameter(spec);
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
