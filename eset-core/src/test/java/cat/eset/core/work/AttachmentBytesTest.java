package cat.eset.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.diligence.ProcessDecision;
import cat.eset.core.document.Document;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.expedient.Situation;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** No document of an expedient is without its bytes, however its attachment came (contract eset-model 2.1). */
class AttachmentBytesTest {

    private static final ProcessDecision OPEN = ProcessDecision.open(
            Opening.atRequest("Llicència d'obres", Series.of("1373", "Llicències"), Assignee.group("Urbanisme"))
                    .build());

    private final Town town = new Town();
    private final EntryCircuit entries = town.work.entries();
    private final DocumentContent scan = Town.pdf("instància");

    private RegistryEntry accepted(Attachment attachment) {
        RegistryEntry entry = entries.receive(
                EntryDraft.entry("Instància").attachment(attachment).build(), town.registrar);
        return entries.accept(entry.number(), town.registrar);
    }

    @Test
    void whatIsKeptWithAnEntryIsReadFromItsExpedient() throws Exception {
        RegistryEntry entry = accepted(entries.keep("instancia.pdf", scan));
        Document document = entries.process(entry.number(), OPEN, town.registrar)
                .documents()
                .get(0);
        try (InputStream bytes = town.work.expedients().content(document).open()) {
            assertThat(bytes).hasSameContentAs(scan.open());
        }
        assertThat(entries.get(Town.EL_BRUC, entry.number()).isDone()).isTrue();
    }

    @Test
    void anEntryWhoseBytesNobodyKeptIsNotProcessedUntilSomebodyDoes() {
        RegistryEntry entry = accepted(Attachment.of("instancia.pdf", scan));
        assertThatThrownBy(() -> entries.process(entry.number(), OPEN, town.registrar))
                .isInstanceOf(EsetException.class)
                .hasMessageContaining("bytes");
        assertThat(entries.get(Town.EL_BRUC, entry.number())).isEqualTo(entry);
        assertThat(town.store.expedients().in(Town.EL_BRUC, Situation.OPEN)).isEmpty();

        entries.keep("instancia.pdf", scan);
        assertThat(entries.process(entry.number(), OPEN, town.registrar).documents())
                .hasSize(1);
    }
}
