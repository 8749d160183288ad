package cat.eset.testkit.pki;

import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A complete test infrastructure of keys: one root, and every certificate that the town-hall day needs, RSA-2048, made
 * at start and never from a file. Keys are generated in parallel; an accessor waits only for the one it returns.
 * Thread-safe.
 *
 * <p>Nothing here is secret and nothing here is trusted by anybody else.
 */
public final class TestPki {

    /** The town hall of the examples: invented, with codes that no real body has. */
    public static final TownHall VILAPROVA =
            TownHall.of("Ajuntament de Vilaprova", Ine10.of("0899990001"), Dir3.of("L01089999"));

    static final String ROOT = "root-ca";
    private static final String AOC_NAME = "Consorci Administració Oberta de Catalunya (simulat)";
    private static final String AOC_IDENTIFIER = "VATES-Q0801175A";

    private final KeyForge forge;
    private final CompletableFuture<Authority> authority;
    private final Map<String, CompletableFuture<TestIdentity>> identities = new ConcurrentHashMap<>();
    private final Map<BigInteger, Instant> revoked = new ConcurrentHashMap<>();
    private final List<TownHall> townHalls;
    private final Optional<URI> base;

    private TestPki(
            KeyForge forge, CompletableFuture<Authority> authority, List<TownHall> townHalls, Optional<URI> base) {
        this.forge = forge;
        this.authority = authority;
        this.townHalls = List.copyOf(townHalls);
        this.base = base;
    }

    /** An infrastructure for {@link #VILAPROVA} without revocation addresses in its certificates. */
    public static TestPki create() {
        return create(List.of(VILAPROVA), Optional.empty());
    }

    /**
     * An infrastructure for these town halls.
     *
     * @param base HTTP address under which {@code ca.crl}, {@code ca.cer} and {@code ocsp} are served; it goes into the
     *     certificates. Empty: they name no address
     */
    public static TestPki create(List<TownHall> townHalls, Optional<URI> base) {
        if (townHalls.isEmpty()) {
            throw new IllegalArgumentException("at least one town hall is needed");
        }
        KeyForge forge = new KeyForge();
        TestPki pki = new TestPki(forge, forge.async(() -> Authority.create(base)), townHalls, base);
        pki.start("tls-server", CertificateProfile.server("localhost", List.of("localhost", "127.0.0.1")));
        pki.start(
                "pci-response-signer",
                CertificateProfile.seal("Serveis Administració Electrònica simulats", AOC_NAME, AOC_IDENTIFIER));
        for (TownHall townHall : townHalls) {
            pki.start(sealName(townHall), sealProfile(townHall));
        }
        pki.start("mayor", CertificateProfile.person("Alcaldessa", "De Prova", "00000001R"));
        pki.start("secretary", CertificateProfile.person("Secretari", "De Prova", "00000002W"));
        pki.start(
                "time-stamp-authority",
                CertificateProfile.timeStampAuthority("Segell de temps simulat", AOC_NAME, AOC_IDENTIFIER));
        pki.start("enotum-seal", CertificateProfile.seal("e-NOTUM simulat", AOC_NAME, AOC_IDENTIFIER));
        return pki;
    }

    /** The root certificate: the trust anchor of everything here. */
    public X509Certificate root() {
        return await(authority).certificate();
    }

    /** The certificate of every simulated HTTPS port: {@code localhost} and {@code 127.0.0.1}. */
    public TestIdentity tlsServer() {
        return identity("tls-server");
    }

    /** Who signs the answers of PCI: {@code organizationIdentifier=VATES-Q0801175A} (contract pci 10.3). */
    public TestIdentity pciResponseSigner() {
        return identity("pci-response-signer");
    }

    /** The seal of the first town hall, tied to its INE10 in the simulated PCI; it signs and is a TLS client. */
    public TestIdentity townHallSeal() {
        return townHallSeal(townHalls.get(0));
    }

    /** The seal of one town hall. */
    public TestIdentity townHallSeal(TownHall townHall) {
        return identity(sealName(townHall));
    }

    /** The signing certificate of the mayor: NIF 00000001R, {@code serialNumber=IDCES-00000001R}. */
    public TestIdentity mayor() {
        return identity("mayor");
    }

    /** The signing certificate of the secretary: NIF 00000002W. */
    public TestIdentity secretary() {
        return identity("secretary");
    }

    /** The time-stamp authority; its extended key usage is critical. */
    public TestIdentity timeStampAuthority() {
        return identity("time-stamp-authority");
    }

    /** The seal on the evidence of the simulated e-NOTUM. */
    public TestIdentity enotumSeal() {
        return identity("enotum-seal");
    }

    /** The town halls that have a seal here, first the default one. */
    public List<TownHall> townHalls() {
        return townHalls;
    }

    /** Where the CRL is served, if this infrastructure belongs to a running consortium. */
    public Optional<URI> crlAddress() {
        return base.map(b -> b.resolve("ca.crl"));
    }

    /** Issues one more certificate, for example an expired or a foreign-looking one. The name must be new. */
    public TestIdentity issue(String name, CertificateProfile profile) {
        if (identities.containsKey(name)) {
            throw new IllegalArgumentException("there is already an identity named " + name);
        }
        start(name, profile);
        return identity(name);
    }

    /** An identity by its name. */
    public TestIdentity identity(String name) {
        CompletableFuture<TestIdentity> found = identities.get(name);
        if (found == null) {
            throw new NoSuchElementException("no identity named " + name + "; known: " + identities.keySet());
        }
        return await(found);
    }

    /** Revokes a certificate now, by the real clock: the next CRL lists it. */
    public void revoke(X509Certificate certificate) {
        revoked.putIfAbsent(certificate.getSerialNumber(), Instant.now());
    }

    /** Whether a certificate of this infrastructure was revoked. */
    public boolean isRevoked(X509Certificate certificate) {
        return revoked.containsKey(certificate.getSerialNumber());
    }

    /** A fresh CRL of the root, DER. */
    public byte[] crl() {
        return await(authority).crl(Map.copyOf(revoked));
    }

    /**
     * What the OCSP responder of the root answers: good, revoked, or unknown for certificates of others.
     *
     * @param request DER of an {@code OCSPRequest}
     * @return DER of the {@code OCSPResponse}
     * @throws IOException if it is no OCSP request
     */
    public byte[] ocsp(byte[] request) throws IOException {
        return await(authority).ocsp(request, Map.copyOf(revoked));
    }

    /** A trust store that holds the root alone. */
    public KeyStore trustStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(ROOT, root());
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot build a trust store", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the root and every certificate as {@code name.pem} into a directory, which is made if needed. No private
     * key is written.
     */
    public List<Path> writePem(Path directory) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(ROOT, TestIdentity.pem(root()));
        identities.keySet().stream()
                .sorted()
                .forEach(name -> files.put(name, identity(name).certificatePem()));
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(directory);
            for (Map.Entry<String, String> file : files.entrySet()) {
                written.add(Files.writeString(directory.resolve(file.getKey() + ".pem"), file.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    /** Writes everything, keys included, so that another JVM can {@link #load} it. For temporary directories only. */
    public void store(Path directory, Secret password) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(authority).identity().writePkcs12(directory.resolve(ROOT + ".p12"), password);
        identities.keySet().forEach(name -> identity(name).writePkcs12(directory.resolve(name + ".p12"), password));
    }

    /** Reads what {@link #store} wrote. */
    public static TestPki load(Path directory, List<TownHall> townHalls, Optional<URI> base, Secret password) {
        Map<String, TestIdentity> read = StoredKeys.read(directory, password);
        TestIdentity root = read.remove(ROOT);
        if (root == null) {
            throw new NoSuchElementException("no root key in " + directory.getFileName());
        }
        TestPki pki = new TestPki(
                new KeyForge(), CompletableFuture.completedFuture(new Authority(root, base)), townHalls, base);
        read.forEach((name, identity) -> pki.identities.put(name, CompletableFuture.completedFuture(identity)));
        return pki;
    }

    private void start(String name, CertificateProfile profile) {
        identities.put(
                name,
                forge.async(KeyForge::rsa2048).thenCombine(authority, (keys, ca) -> ca.issue(name, keys, profile)));
    }

    private static String sealName(TownHall townHall) {
        return "town-hall-seal-" + townHall.ine10().value();
    }

    private static CertificateProfile sealProfile(TownHall townHall) {
        return CertificateProfile.seal(
                townHall.name(), townHall.name(), "VATES-" + EntityNumber.ofTownHall(townHall.ine10()));
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a test key could not be made", e.getCause());
        }
    }
}
