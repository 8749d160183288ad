package cat.eset.registry.sir;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.LegalTime;
import cat.eset.core.MediaType;
import cat.eset.core.Office;
import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Nif;
import cat.eset.core.memory.MemoryStore;
import cat.eset.registry.sicres.Place;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.pki.TestPki;
import cat.eset.testkit.sir.SirExchange;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.pci.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A town hall in front of the simulated consortium. */
public final class Town implements AutoCloseable {

    /** Any PDF. */
    public static final DocumentContent PDF =
            DocumentContent.of("%PDF-1.7\n%EOF\n".getBytes(StandardCharsets.US_ASCII), MediaType.PDF);

    /** Who works there. */
    public static final Person OFFICIAL = new Person(Nif.of("00000000T"), "Maria Exemple");

    static final Actor REGISTRAR = new Actor(OFFICIAL, Office.REGISTRAR, TestPki.VILAPROVA);
    static final Place ORIGIN =
            Place.office(Dir3.of("O00000001")).named("Registre General").unit(TestPki.VILAPROVA.dir3());
    static final Place DESTINATION = Place.office(Dir3.of("O00000002")).unit(Dir3.of("E00000002"));

    private final Consortium consortium =
            Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
    private final Random random = new Random(20260302);
    private final MemoryStore store = MemoryStore.create(consortium.clock());

    public Consortium consortium() {
        return consortium;
    }

    /** What every client of this town hall keeps, also the ones that are opened later. */
    public MemoryStore store() {
        return store;
    }

    public SirClient client() {
        return client(b -> b);
    }

    public SirClient client(UnaryOperator<SirClientBuilder> settings) {
        return settings.apply(SirClient.builder(
                                environment(),
                                consortium.pki().townHallSeal().credentials(),
                                TestPki.VILAPROVA,
                                store.announcements())
                        .clock(consortium.clock())
                        .grace(Duration.ofMinutes(5))
                        .pci(pci -> pci.retry(RetryPolicy.none())
                                .timeouts(Timeouts.standard().withRead(Duration.ofSeconds(20)))))
                .build();
    }

    public AocEnvironment environment() {
        List<X509Certificate> root = List.of(consortium.pki().root());
        return AocEnvironment.custom("simulator", ServerTrust.anchors(root))
                .cluster(Cluster.APP, consortium.endpoints().pciApp())
                .responseSigner(ResponseSigner.consortium(root))
                .build();
    }

    public OperationId operation() {
        return OperationId.next(consortium.clock(), random);
    }

    static Dispatch dispatch() {
        return Dispatch.builder(ORIGIN, DESTINATION, "Sol·licitud d'informe")
                .numbered(
                        "2026/S/000001",
                        LocalDateTime.of(2026, 3, 2, 8, 59)
                                .atZone(LegalTime.ZONE)
                                .toInstant())
                .document("sollicitud.pdf", PDF)
                .build();
    }

    List<SirExchange> held(OperationId operation) {
        return consortium.sir().withSendingId(operation.value());
    }

    @Override
    public void close() {
        consortium.close();
    }
}
