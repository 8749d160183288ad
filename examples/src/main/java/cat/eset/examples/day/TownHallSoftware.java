package cat.eset.examples.day;

import cat.eset.core.Actor;
import cat.eset.core.ConfigurationException;
import cat.eset.core.Credentials;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.id.Nif;
import cat.eset.core.signature.SignatureGateway;
import cat.eset.core.work.WorkStore;
import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.notify.ENotum;
import cat.eset.notify.ReconcilePolicy;
import cat.eset.registry.mux.MuxInbound;
import cat.eset.registry.mux.TokenRules;
import cat.eset.signature.SigningKey;
import cat.eset.signature.dss.DssSettings;
import cat.eset.signature.dss.DssSigner;
import cat.eset.signature.dss.DssValidator;
import cat.eset.signature.dss.Trust;
import cat.eset.signature.gateway.LocalSignatureGateway;
import cat.eset.signature.timestamp.TimeStampClient;
import cat.eset.testkit.Endpoints;
import cat.eset.testkit.pki.CertificateProfile;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.http.HttpCall;
import cat.eset.transport.http.HttpExchangeClient;
import cat.eset.transport.pci.CivilServant;
import cat.eset.transport.pci.Purpose;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The software of a town hall, as a vendor would put it together from the SDK: a store, a registry that the consortium
 * calls, e-NOTUM, and signatures. Only the addresses, the trust anchors and the keys come from the simulated consortium;
 * in production they come from the vendor's configuration. Close it to free its port.
 */
public final class TownHallSoftware implements AutoCloseable {

    /** The people of the day: one person holds one office, which is already more than most small towns have. */
    public final Actor mayor;

    /** Secretary-controller. */
    public final Actor secretary;

    /** Registry office. */
    public final Actor registrar;

    /** Municipal architect. */
    public final Actor technician;

    private final WorkStore store;
    private final MuxInbound inbound;
    private final EndpointServer server;
    private final Secret sharedSecret = Secret.of("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w");
    private final ENotum enotum;
    private final LocalSignatureGateway signatures;
    private final HttpExchangeClient http;

    private TownHallSoftware(
            TownHall townHall, TestPki pki, Endpoints endpoints, Clock clock, WorkStore store, WireFolder wire) {
        this.mayor = actor("00000001R", "Alcaldessa De Prova", Office.MAYOR, townHall);
        this.secretary = actor("00000002W", "Secretari De Prova", Office.SECRETARY, townHall);
        this.registrar = actor("00000003A", "Registradora De Prova", Office.REGISTRAR, townHall);
        this.technician = actor("00000004G", "Arquitecta De Prova", Office.TECHNICIAN, townHall);

        List<X509Certificate> anchors = List.of(pki.root());
        this.store = store;

        TokenRules tokens = TokenRules.builder(sharedSecret)
                .issuer("MUX")
                .subject(townHall.ine10().value())
                .build();
        this.inbound = MuxInbound.builder(
                        registrar, tokens, store.unitOfWork(), store.registryBook(), store.inboundLedger())
                .clock(clock)
                .build();
        this.server = EndpointServer.builder(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .tls(pki.issue(
                                "town-hall-tls",
                                CertificateProfile.server("localhost", List.of("localhost", "127.0.0.1")))
                        .credentials())
                .route("/registre", inbound)
                .tap(exchange -> wire.inbound("mux", "transaccio", exchange))
                .start();

        AocEnvironment environment = AocEnvironment.custom("simulated", ServerTrust.anchors(anchors))
                .cluster(Cluster.IOP, endpoints.pciIop())
                .cluster(Cluster.APP, endpoints.pciApp())
                .cluster(Cluster.NT, endpoints.pciNt())
                .responseSigner(ResponseSigner.consortium(anchors))
                .build();
        Credentials seal = pki.townHallSeal(townHall).credentials();
        this.enotum = ENotum.builder(environment, seal, townHall)
                .pci(pci -> pci.purpose(Purpose.of("PROVES")).civilServant(CivilServant.of(secretary.person())))
                .evidenceHosts(Set.of(endpoints.downloads().getHost()))
                .reconcilePolicy(ReconcilePolicy.standard().withGrace(Duration.ofMinutes(5)))
                .wireTap(wire)
                .withoutThrottle() // the simulated consortium has no limit
                .clock(clock)
                .build();

        this.http = HttpExchangeClient.builder(ServerTrust.anchors(anchors))
                .wireTap(wire)
                .build();
        Trust trust = Trust.anchors(anchors).crls(List.of(revocationList(endpoints.revocation())));
        DssSettings settings = DssSettings.defaults().clock(clock);
        Map<Office, SigningKey> officials = Map.of(
                Office.MAYOR, SigningKey.of(pki.mayor().credentials()),
                Office.SECRETARY, SigningKey.of(pki.secretary().credentials()));
        SigningKey organSeal = SigningKey.of(seal);
        DssSigner signer = DssSigner.builder(pki.mayor().credentials())
                .timeStamps(TimeStampClient.builder(endpoints.timeStamps(), http, anchors)
                        .clock(clock)
                        .build())
                .trust(trust)
                .settings(settings)
                .build();
        this.signatures = LocalSignatureGateway.builder(
                        signer,
                        DssValidator.builder(trust).build(),
                        by -> by.fold(
                                official -> Optional.ofNullable(
                                        officials.get(official.who().office())),
                                ofTownHall -> Optional.of(organSeal)))
                .build();
        signer.warmUp();
    }

    /**
     * Puts it together.
     *
     * @param townHall whose software it is
     * @param pki keys and trust anchors
     * @param endpoints where the services listen
     * @param clock of the law
     * @param store where it keeps its work
     * @param wire records everything that crosses the wire
     */
    public static TownHallSoftware start(
            TownHall townHall, TestPki pki, Endpoints endpoints, Clock clock, WorkStore store, WireFolder wire) {
        return new TownHallSoftware(townHall, pki, endpoints, clock, store, wire);
    }

    /** What the town hall keeps. */
    public WorkStore store() {
        return store;
    }

    /** Signs and checks. */
    public SignatureGateway signatures() {
        return signatures;
    }

    /** Notifies. */
    public ENotum enotum() {
        return enotum;
    }

    /** Where MUX posts what arrives. */
    public URI registryAddress() {
        return server.uri("/registre");
    }

    /** Agreed with MUX when the registry was enrolled. */
    public Secret sharedSecret() {
        return sharedSecret;
    }

    @Override
    public void close() {
        server.close();
        inbound.close();
        enotum.close();
        signatures.close();
        http.close();
        sharedSecret.close();
    }

    /** Fetched once at start; a town hall fetches it every day. */
    private X509CRL revocationList(URI authority) {
        HttpAnswer answer =
                http.send(HttpCall.get(authority.resolve("ca.crl"), "CA", "crl").build());
        try {
            return (X509CRL)
                    CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(answer.body()));
        } catch (GeneralSecurityException e) {
            throw ConfigurationException.of("The revocation list cannot be read", "Ask the authority for a new one.");
        }
    }

    private static Actor actor(String nif, String name, Office office, TownHall townHall) {
        return new Actor(new Person(Nif.of(nif), name), office, townHall);
    }
}
