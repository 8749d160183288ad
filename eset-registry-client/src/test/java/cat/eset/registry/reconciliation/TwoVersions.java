package cat.eset.registry.reconciliation;

import cat.eset.core.Actor;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.id.Nif;
import cat.eset.core.party.Party;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.registry.mux.MuxClient;
import cat.eset.registry.mux.MuxEnvironment;
import cat.eset.registry.mux.MuxInbound;
import cat.eset.registry.mux.TestRegistry;
import cat.eset.registry.mux.TokenRules;
import cat.eset.registry.mux.Tokens;
import cat.eset.registry.mux2.Mux2;
import cat.eset.registry.mux2.Mux2Builder;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorRegistry;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.Timeouts;
import cat.eset.transport.pci.RetryPolicy;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** A town hall with its registry, and MUX in both versions. */
final class TwoVersions implements AutoCloseable {

    private static final String ISSUER = "VENDOR";
    private static final Nif MARIA = Nif.of("00000000T");

    final Consortium consortium;
    final TownHall town;
    final TestRegistry registry;
    final MuxInbound inbound;
    final Mux2 mux2;
    final List<Finding> heard = new ArrayList<>();

    private final Secret secret = Secret.of(Tokens.SECRET);
    private final List<X509Certificate> root;
    private final MuxClient client;
    private final Actor registrar;

    TwoVersions(Consortium consortium) {
        this.consortium = consortium;
        this.town = consortium.townHalls().get(0);
        this.root = List.of(consortium.pki().root());
        this.registrar = new Actor(new Person(MARIA, "Registre"), Office.AUTOMATED, town);
        this.registry = new TestRegistry(consortium.clock(), town, 2026);
        this.inbound = MuxInbound.builder(
                        registrar,
                        TokenRules.builder(secret).build(),
                        registry.unitOfWork(),
                        registry,
                        registry.ledger())
                .clock(consortium.clock())
                .build();
        this.client = MuxClient.builder(
                        MuxEnvironment.custom(
                                "simulator", consortium.endpoints().mux(), ServerTrust.anchors(root)),
                        ISSUER,
                        secret,
                        town)
                .build();
        this.mux2 = mux2(builder -> builder);
        consortium.mux().allowClient(ISSUER, secret);
    }

    static Consortium consortium() {
        return Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
    }

    Mux2 mux2(UnaryOperator<Mux2Builder> settings) {
        AocEnvironment simulator = AocEnvironment.custom("simulator", ServerTrust.anchors(root))
                .cluster(Cluster.IOP, consortium.endpoints().pciIop())
                .responseSigner(ResponseSigner.consortium(root))
                .build();
        return settings.apply(Mux2.builder(
                                simulator, consortium.pki().townHallSeal().credentials(), town, ISSUER)
                        .clock(consortium.clock())
                        .pci(pci -> pci.retry(RetryPolicy.none())
                                .timeouts(Timeouts.standard().withRead(Duration.ofSeconds(20)))))
                .build();
    }

    RegistryReconciliation.Builder reconciliation() {
        return RegistryReconciliation.builder(inbound, registry.unitOfWork(), registry.tracking())
                .clock(consortium.clock())
                .onFound(heard::add);
    }

    RegistryReconciliation byV2() {
        return reconciliation().auxiliary(mux2, registry).build();
    }

    RegistryReconciliation byBoth() {
        return reconciliation()
                .mailbox(
                        inbound.mailboxReader(
                                client.mailbox(consortium.mux().mailboxId()), registry.outbox(), registry.tracking()),
                        client)
                .auxiliary(mux2, registry)
                .build();
    }

    MuxTransaction transaction(String subject) {
        String id = String.format(
                Locale.ROOT, "0ba6-0000-0000-%04x", consortium.mux().legs().size());
        return MuxTransaction.entry(id, subject)
                .person(MuxTransaction.Person.of(MARIA.value(), "Maria", "Exemple"))
                .build();
    }

    /** Nobody answers MUX, so the auxiliary registry numbers it. */
    String auxiliary(String subject) {
        return consortium.mux().execute(transaction(subject)).number();
    }

    /** An entry of ours whose number never reached MUX, presented now. */
    RegistryEntry orphan(String subject) {
        return registry.register(
                EntryDraft.entry(subject)
                        .party(Party.person(MARIA, "Maria", "Exemple"))
                        .presentedAt(now())
                        .build(),
                registrar);
    }

    VendorRegistry at(URI address) {
        return VendorRegistry.at(address, "MUX", town.ine10().value(), secret);
    }

    Instant now() {
        return consortium.clock().instant();
    }

    void later() {
        consortium.clock().advanceBy(Duration.ofMinutes(1));
    }

    @Override
    public void close() {
        mux2.close();
        client.close();
        inbound.close();
    }
}
