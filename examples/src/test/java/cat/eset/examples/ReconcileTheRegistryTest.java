package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Actor;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.id.Nif;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.registry.Direction;
import cat.eset.registry.mux.MuxClient;
import cat.eset.registry.mux.MuxEnvironment;
import cat.eset.registry.mux.MuxInbound;
import cat.eset.registry.mux.TokenRules;
import cat.eset.registry.mux2.Mux2;
import cat.eset.registry.reconciliation.ReconciliationReport;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.mux.MuxLeg;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.transport.AocEnvironment;
import cat.eset.transport.Cluster;
import cat.eset.transport.ResponseSigner;
import cat.eset.transport.ServerTrust;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ReconcileTheRegistryTest {

    @Test
    void whatTheAuxiliaryRegistryNumberedIsInOursAndMuxKnowsOurNumber() {
        Secret secret = Secret.of("QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9w");
        try (Consortium consortium =
                Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)))) {
            TownHall town = consortium.townHalls().get(0);
            List<X509Certificate> root = List.of(consortium.pki().root());
            MemoryStore store = MemoryStore.create(consortium.clock());
            Actor registrar = new Actor(new Person(Nif.of("00000000T"), "Registre"), Office.AUTOMATED, town);
            AocEnvironment simulator = AocEnvironment.custom("simulator", ServerTrust.anchors(root))
                    .cluster(Cluster.IOP, consortium.endpoints().pciIop())
                    .responseSigner(ResponseSigner.consortium(root))
                    .build();
            MuxEnvironment rest =
                    MuxEnvironment.custom("simulator", consortium.endpoints().mux(), ServerTrust.anchors(root));
            consortium.mux().allowClient("VENDOR", secret);
            try (MuxInbound inbound = MuxInbound.builder(
                                    registrar,
                                    TokenRules.builder(secret).build(),
                                    store.unitOfWork(),
                                    store.registryBook(),
                                    store.inboundLedger())
                            .clock(consortium.clock())
                            .build();
                    MuxClient mux =
                            MuxClient.builder(rest, "VENDOR", secret, town).build();
                    Mux2 mux2 = Mux2.builder(
                                    simulator, consortium.pki().townHallSeal().credentials(), town, "VENDOR")
                            .clock(consortium.clock())
                            .build()) {
                ReconcileTheRegistry example = new ReconcileTheRegistry(
                        inbound, mux, consortium.mux().mailboxId(), mux2, store, consortium.clock());
                // The town hall is not reachable.
                consortium
                        .mux()
                        .execute(MuxTransaction.entry("0ba6-8133-af41-6006", "Llicència d'obres menors")
                                .build());
                consortium.clock().advanceBy(Duration.ofMinutes(1));

                ReconciliationReport report = example.run(List.of());

                assertThat(report.isSettled()).isTrue();
                assertThat(store.registryBook().year(town, Direction.ENTRY, 2026))
                        .extracting(entry -> entry.number().text())
                        .containsExactlyElementsOf(consortium.mux().legs().stream()
                                .map(MuxLeg::consolidatedNumber)
                                .toList());
            }
        }
    }
}
