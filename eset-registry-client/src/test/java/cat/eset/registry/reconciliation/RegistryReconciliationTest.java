package cat.eset.registry.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Sha256;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.work.InboundKey;
import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.registry.mux2.AnswerNames;
import cat.eset.registry.mux2.Mux2;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.pci.PciFault;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The procedure of contract mux 12.1 against the simulated MUX V2. */
@Timeout(120)
class RegistryReconciliationTest {

    private static Consortium consortium;

    private TwoVersions town;

    @BeforeAll
    static void open() {
        consortium = TwoVersions.consortium();
    }

    @AfterAll
    static void close() {
        consortium.close();
    }

    /** Each test begins where the windows of the one before are out of sight. */
    @BeforeEach
    void settle() {
        consortium.clock().advanceBy(Duration.ofDays(8));
        consortium.pci().clearScript();
        town = new TwoVersions(consortium);
    }

    @AfterEach
    void leave() {
        town.close();
    }

    @Test
    void a_number_that_nobody_was_told_is_tied_to_the_auxiliary_one_once() {
        RegistryEntry ours = town.orphan("Llicència d'obres");
        String auxiliary = town.auxiliary("Llicència d'obres");
        town.later();

        ReconciliationReport report = town.byV2().run();
        ReconciliationReport again = town.byV2().run();

        Finding.Linked linked = new Finding.Linked(ours.number().text(), auxiliary, false);
        assertThat(report.findings()).containsExactly(linked);
        assertThat(report.repaired()).isEqualTo(1);
        assertThat(report.searchedTo()).contains(town.now());
        assertThat(again.findings())
                .containsExactly(new Finding.Linked(ours.number().text(), auxiliary, true));
        assertThat(again.repaired()).isZero();
        assertThat(town.heard).containsExactly(linked);
    }

    @Test
    void what_is_none_of_ours_or_looks_like_several_is_left_for_a_person() {
        town.auxiliary("De ningú");
        town.later();
        town.orphan("Repetida");
        town.orphan("Repetida");
        town.auxiliary("Repetida");
        town.later();

        ReconciliationReport report = town.byV2().run();

        assertThat(report.left())
                .extracting(finding -> ((Finding.Unmatched) finding).reason())
                .containsExactly(Finding.Reason.NO_CANDIDATE, Finding.Reason.SEVERAL_CANDIDATES);
        assertThat(report.isSettled()).isFalse();
        assertThat(town.registry.entries()).hasSize(2);
        assertThat(town.heard).hasSize(2);
    }

    @Test
    void an_entry_that_MUX_knows_by_our_number_is_never_tied_to_one_that_looks_like_it() {
        try (EndpointServer server = EndpointServer.builder(new InetSocketAddress("localhost", 0))
                .tls(consortium.pki().tlsServer().credentials())
                .route("/registre", town.inbound)
                .start()) {
            consortium.mux().register(town.at(server.uri("/registre")));
            assertThat(consortium.mux().execute(town.transaction("Bessona")).auxiliary())
                    .isFalse();
        }
        String twin = town.auxiliary("Bessona");
        town.later();

        ReconciliationReport report = town.byV2().run(town.registry.entries());

        assertThat(report.findings().get(0))
                .isEqualTo(new Finding.Known(town.registry.entries().get(0)));
        assertThat(report.left()).singleElement().isInstanceOfSatisfying(Finding.Unmatched.class, unmatched -> {
            assertThat(unmatched.auxiliary().number()).contains(twin);
            assertThat(unmatched.reason()).isEqualTo(Finding.Reason.NO_CANDIDATE);
        });
    }

    @Test
    void entries_whose_documents_are_not_found_are_examined_one_by_one() {
        RegistryEntry lost = town.orphan("Sense rastre");
        town.later();
        RegistryEntry doubled = town.orphan("Doble");
        String auxiliary = town.auxiliary("Doble");
        town.later();

        ReconciliationReport report = town.byV2().run(List.of(lost, doubled));

        assertThat(report.findings())
                .startsWith(
                        new Finding.Orphan(lost, Finding.Reason.NO_CANDIDATE),
                        new Finding.Linked(doubled.number().text(), auxiliary, false));
        assertThat(town.byV2().run(List.of(doubled)).findings())
                .startsWith(new Finding.Linked(doubled.number().text(), auxiliary, true));
    }

    @Test
    void an_answer_in_other_words_is_told_and_not_guessed() {
        town.auxiliary("Qualsevol");
        town.later();
        try (Mux2 otherNames = town.mux2(builder -> builder.answerNames(
                new AnswerNames("NumeroAssentament", "Tema", "Data", "Data", "Entrada", "Sortida")))) {
            ReconciliationReport report = town.reconciliation()
                    .auxiliary(otherNames, town.registry)
                    .build()
                    .run();

            assertThat(report.left())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Finding.Unmatched.class,
                            unmatched -> assertThat(unmatched.reason()).isEqualTo(Finding.Reason.UNREADABLE));
        }
    }

    @Test
    void dead_work_is_released() {
        town.registry
                .ledger()
                .claim(new InboundKey("MUX", "0ba6-0000-0000-0001", "E"), Sha256.of(new byte[0]), town.now());
        consortium.clock().advanceBy(Duration.ofMinutes(6));

        assertThat(town.byV2().run().released()).containsExactly("0ba6-0000-0000-0001/E");
        assertThat(town.byV2().run().released()).isEmpty();
    }

    @Test
    void a_run_that_breaks_says_so_and_the_next_one_goes_on() {
        RegistryEntry ours = town.orphan("Interrompuda");
        String auxiliary = town.auxiliary("Interrompuda");
        town.later();
        consortium.pci().script(PciFault.resetAfterProcessing(), "PeticioRegistre");

        ReconciliationReport broken = town.byV2().run();

        assertThat(broken.interrupted()).isPresent();
        assertThat(broken.isSettled()).isFalse();
        assertThat(broken.searchedTo()).isEmpty();
        assertThat(town.byV2().run().findings())
                .containsExactly(new Finding.Linked(ours.number().text(), auxiliary, false));
    }

    @Test
    void what_the_vendor_cannot_store_is_found_again() {
        RegistryEntry ours = town.orphan("Sense desar");
        String auxiliary = town.auxiliary("Sense desar");
        town.later();
        RegistryReconciliation broken = town.reconciliation()
                .auxiliary(town.mux2, town.registry)
                .onFound(finding -> {
                    throw new IllegalStateException("the vendor's database is down");
                })
                .build();

        assertThatThrownBy(broken::run).isInstanceOf(IllegalStateException.class);
        assertThat(town.byV2().run().findings())
                .containsExactly(new Finding.Linked(ours.number().text(), auxiliary, false));
    }

    /** Orphans and strangers, found by runs that break anywhere: in the end each orphan is tied once, to its own entry. */
    @Test
    void runs_that_break_anywhere_tie_every_entry_once() {
        long seed = Long.getLong("eset.seed", 20261122);
        Random random = new Random(seed);
        List<Finding.Linked> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String subject = "Assumpte " + i;
            if (random.nextBoolean()) {
                String number = town.orphan(subject).number().text();
                expected.add(new Finding.Linked(number, town.auxiliary(subject), false));
            } else {
                town.auxiliary(subject);
            }
            consortium.clock().advanceBy(Duration.ofMinutes(random.nextInt(600)));
        }
        town.later();
        List<PciFault> faults = List.of(
                PciFault.resetBeforeProcessing(),
                PciFault.resetAfterProcessing(),
                PciFault.truncated(),
                PciFault.unsigned());

        ReconciliationReport report;
        int runs = 0;
        do {
            for (int i = random.nextInt(8); i > 0; i--) {
                consortium.pci().script(PciFault.delay(Duration.ZERO), "PeticioRegistre");
            }
            if (runs < 10) {
                consortium.pci().script(faults.get(random.nextInt(faults.size())), "PeticioRegistre");
            }
            report = town.byV2().run();
            runs++;
        } while (report.interrupted().isPresent());

        assertThat(runs).as("seed %d", seed).isGreaterThan(1);
        assertThat(town.heard.stream().filter(Finding.Linked.class::isInstance).map(Finding.Linked.class::cast))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(town.heard.stream()
                        .filter(Finding.Unmatched.class::isInstance)
                        .count())
                .isGreaterThanOrEqualTo(20L - expected.size());
    }

    @Test
    void a_reconciliation_with_nothing_cannot_be_built() {
        RegistryReconciliation.Builder nothing = town.reconciliation();
        assertThatThrownBy(nothing::build).isInstanceOf(ConfigurationException.class);
    }
}
