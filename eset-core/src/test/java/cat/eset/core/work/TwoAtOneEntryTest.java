package cat.eset.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.MediaType;
import cat.eset.core.diligence.ProcessDecision;
import cat.eset.core.document.VerificationCodes;
import cat.eset.core.event.StaleStateException;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.expedient.Situation;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.EntryDraft;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two desks take the same entry at once: one of them opens its expedient, the other is told. */
class TwoAtOneEntryTest {

    private static final ProcessDecision OPEN = ProcessDecision.open(
            Opening.atRequest("Llicència d'obres", Series.of("1373", "Llicències"), Assignee.group("Urbanisme"))
                    .build());

    @Test
    void whoeverReadTheEntryBeforeTheOtherDecidedIsToldAndLeavesNothing() {
        Town town = new Town();
        var entry = town.work
                .entries()
                .receive(
                        EntryDraft.entry("Instància")
                                .attachment(Attachment.held("instancia.pdf", MediaType.PDF, "held elsewhere"))
                                .build(),
                        town.registrar);
        town.work.entries().accept(entry.number(), town.registrar);
        WorkModel other = town.builder()
                .random(new Random(1)) // ids of its own
                .verificationCodes(VerificationCodes.random("Decret fictici 1/2026", new Random(2)))
                .attachments(one -> Optional.of(Town.pdf("text")))
                .build();
        WorkModel slow = town.builder()
                .attachments(attachment -> {
                    // While this desk waits for the document, the other one decides.
                    other.entries().process(entry.number(), OPEN, town.registrar);
                    return Optional.of(Town.pdf("text"));
                })
                .build();

        assertThatThrownBy(() -> slow.entries().process(entry.number(), OPEN, town.technician))
                .isInstanceOf(StaleStateException.class);

        assertThat(town.store
                        .registryBook()
                        .find(Town.EL_BRUC, entry.number())
                        .orElseThrow()
                        .expedients())
                .hasSize(1);
        assertThat(town.store.expedients().in(Town.EL_BRUC, Situation.OPEN)).hasSize(1);
    }
}
