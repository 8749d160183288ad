package cat.eset.notify;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.id.Nif;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.Recipient;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.testkit.pki.TestPki;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.pci.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A town hall in front of the simulated consortium. */
public final class Desk implements AutoCloseable {

    /** Any PDF. */
    public static final DocumentContent PDF =
            DocumentContent.of("%PDF-1.7\n%EOF\n".getBytes(StandardCharsets.US_ASCII), MediaType.PDF);

    private final Consortium consortium;
    private final Random random = new Random(20260302);

    private Desk(Consortium consortium) {
        this.consortium = consortium;
    }

    public static Desk open() {
        return open(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
    }

    public static Desk open(ConsortiumOptions options) {
        return new Desk(Consortium.start(options));
    }

    public Consortium consortium() {
        return consortium;
    }

    /** A client with a real network in between. */
    public ENotum client() {
        return client(b -> b);
    }

    public ENotum client(UnaryOperator<ENotumBuilder> settings) {
        return settings.apply(ENotum.builder(
                                environment(), consortium.pki().townHallSeal().credentials(), TestPki.VILAPROVA)
                        .withoutThrottle()
                        .clock(consortium.clock())
                        .reconcilePolicy(ReconcilePolicy.standard().withGrace(Duration.ofMinutes(5)))
                        .pci(pci -> pci.retry(RetryPolicy.none())
                                .timeouts(Timeouts.standard().withRead(Duration.ofSeconds(20)))))
                .build();
    }

    public AocEnvironment environment() {
        List<java.security.cert.X509Certificate> root = List.of(consortium.pki().root());
        return AocEnvironment.custom("simulator", ServerTrust.anchors(root))
                .cluster(Cluster.NT, consortium.endpoints().pciNt())
                .responseSigner(ResponseSigner.consortium(root))
                .build();
    }

    /** Operations and notifications live on the clock of the simulator. */
    public OperationId operation() {
        return OperationId.next(consortium.clock(), random);
    }

    public static Notice notice() {
        return Notice.notification("Concessio de llicencia")
                .to(Recipient.person(Nif.of("00000000T"), "Maria", "Exemple").email("maria@exemple.cat"))
                .resolution(PDF)
                .expedient("X-2026/000123")
                .build();
    }

    /** A notice whose exit is registered now. */
    public Notice registeredNotice() {
        return notice().registered("S/000456-2026", consortium.clock().instant());
    }

    public List<StoredNotification> held(OperationId operation) {
        return consortium.enotum().withReference(operation.value());
    }

    @Override
    public void close() {
        consortium.close();
    }
}
