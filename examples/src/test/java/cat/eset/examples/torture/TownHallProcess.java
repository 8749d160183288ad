package cat.eset.examples.torture;

import cat.eset.core.Actor;
import cat.eset.core.Credentials;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.id.Nif;
import cat.eset.core.work.WorkModel;
import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.notify.ENotum;
import cat.eset.notify.ENotumGateway;
import cat.eset.registry.mux.MuxInbound;
import cat.eset.registry.mux.TokenRules;
import cat.eset.store.JdbcStore;
import cat.eset.testkit.VirtualClock;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * The software of a town hall as a program of its own, to be killed at any moment. It is told the time and when to stop on its standard
 * input, and says on its standard output what it has done, after it is done: whatever it said must be there for ever.
 *
 * <p>Decrees are signed by {@link QuickSignatures}: local signatures would cost more than everything that is tried here.
 */
public final class TownHallProcess {

    static final TownHall TOWN_HALL = TestPki.VILAPROVA;
    static final String SHARED_SECRET = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w";
    static final String PASSWORD = "not-a-secret";
    static final String SEAL = "seal.p12";
    static final String ANCHOR = "anchor.crt";

    private TownHallProcess() {}

    /** Arguments: URL of the database, folder of the keys, address of e-NOTUM, instant, entries that need not be looked at again. */
    public static void main(String[] args) throws Exception {
        Path keys = Path.of(args[1]);
        VirtualClock clock = VirtualClock.at(Instant.parse(args[3]));
        JdbcStore store =
                JdbcStore.builder(TortureDatabase.pool(args[0]), clock).build().of(TOWN_HALL);
        ENotum enotum = enotum(keys, URI.create(args[2]), clock);
        WorkModel work = WorkModel.builder(store, clock)
                .signatures(new QuickSignatures(clock))
                .notifications(ENotumGateway.of(enotum))
                .build();
        TownHallWork people = new TownHallWork(store, work, clock, Integer.parseInt(args[4]), TownHallProcess::say);
        MuxInbound inbound = MuxInbound.builder(
                        actor("00000003A", Office.REGISTRAR),
                        TokenRules.builder(Secret.of(SHARED_SECRET))
                                .issuer("MUX")
                                .build(),
                        store.unitOfWork(),
                        store.registryBook(),
                        store.inboundLedger())
                .clock(clock)
                .build();
        EndpointServer server = EndpointServer.builder(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .route("/registre", inbound)
                .start();
        people.start();
        say("READY " + server.uri("/registre"));
        obey(clock);
        // An ordinary end, so that a virtual machine that was told to can keep what it has learned.
        System.exit(0);
    }

    /** Until it is told to stop, or whoever tells it is gone. */
    private static void obey(VirtualClock clock) throws IOException {
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = told.readLine(); line != null && !line.equals("STOP"); line = told.readLine()) {
            clock.advanceTo(Instant.parse(line));
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    static Actor actor(String nif, Office office) {
        return new Actor(new Person(Nif.of(nif), office.toString()), office, TOWN_HALL);
    }

    private static ENotum enotum(Path keys, URI address, VirtualClock clock)
            throws IOException, GeneralSecurityException {
        List<X509Certificate> anchors = List.of(anchor(keys.resolve(ANCHOR)));
        AocEnvironment environment = AocEnvironment.custom("simulated", ServerTrust.anchors(anchors))
                .cluster(Cluster.NT, address)
                .responseSigner(ResponseSigner.consortium(anchors))
                .build();
        Credentials seal = Credentials.pkcs12(keys.resolve(SEAL), Secret.of(PASSWORD));
        return ENotum.builder(environment, seal, TOWN_HALL).clock(clock).build();
    }

    private static X509Certificate anchor(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
