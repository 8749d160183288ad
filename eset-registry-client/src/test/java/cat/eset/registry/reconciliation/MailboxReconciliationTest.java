package cat.eset.registry.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Sha256;
import cat.eset.core.work.InboundKey;
import cat.eset.registry.mux.MailboxRun;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.mux.MuxLeg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both procedures of contract mux 12 in one call: the mailbox of version 3, then version 2. */
@Timeout(120)
class MailboxReconciliationTest {

    @Test
    void the_mailbox_is_read_MUX_is_told_and_version_2_agrees() {
        try (Consortium consortium = TwoVersions.consortium();
                TwoVersions town = new TwoVersions(consortium)) {
            String first = town.auxiliary("Primera");
            town.later();
            String second = town.auxiliary("Segona");
            town.later();

            ReconciliationReport report = town.byBoth().run();

            assertThat(report.mailbox()).contains(new MailboxRun(2, 2, MailboxRun.End.EMPTY, ""));
            assertThat(report.told()).hasSize(2).allMatch(ReconciliationReport.Told::isDone);
            assertThat(report.findings())
                    .containsExactly(
                            new Finding.Linked("2026/E/000001", first, true),
                            new Finding.Linked("2026/E/000002", second, true));
            assertThat(report.isSettled()).isTrue();
            assertThat(report).hasToString("ReconciliationReport[repaired 4, left 0, settled true]");
            assertThat(consortium.mux().legs())
                    .extracting(MuxLeg::consolidatedNumber)
                    .containsExactly("2026/E/000001", "2026/E/000002");

            ReconciliationReport again = town.byBoth().run();
            assertThat(again.repaired()).isZero();
            assertThat(again.isSettled()).isTrue();
            assertThat(town.registry.entries()).hasSize(2);

            String id = town.transaction("Tercera").id();
            town.registry.ledger().claim(new InboundKey("MUX", id, "E"), Sha256.of(new byte[0]), town.now());
            town.auxiliary("Tercera");
            town.later();
            ReconciliationReport waiting = town.byBoth().run();
            assertThat(waiting.mailbox().orElseThrow().end()).isEqualTo(MailboxRun.End.IN_PROCESS);
            assertThat(waiting.findings())
                    .as("what waits in the mailbox is no stranger")
                    .isEmpty();
            assertThat(waiting.searchedTo()).isEmpty();
            assertThat(waiting.isSettled()).isFalse();
        }
    }
}
