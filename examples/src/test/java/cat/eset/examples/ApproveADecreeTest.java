package cat.eset.examples;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.TownHall;
import cat.eset.core.decree.Decree;
import cat.eset.core.decree.OfficialBook;
import cat.eset.core.document.Document;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.party.Party;
import cat.eset.core.work.WorkModel;
import cat.eset.store.JdbcStore;
import cat.eset.store.StoreSchema;
import cat.eset.testkit.gateway.MemorySignatures;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApproveADecreeTest {

    private static final TownHall TOWN =
            TownHall.of("Ajuntament del Bruc", Ine10.of("0802530003"), Dir3.of("L01080253"));
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void whatWasKeptIsReadBackByAnotherProcess() {
        Expedient expedient;
        Decree approved;
        JdbcConnectionPool database = open();
        StoreSchema.of(database, StoreSchema.DEFAULT_NAME).migrate();
        try {
            WorkModel work = workOn(database);
            Party maria = Party.person(Nif.of("00000000T"), "Maria", "Exemple");
            expedient = ApproveADecree.register(work, maria, pdf("instància"), official(Office.REGISTRAR));
            approved = ApproveADecree.grant(
                    work, expedient, pdf("decret"), official(Office.HANDLER), official(Office.MAYOR));
        } finally {
            database.dispose();
        }

        JdbcConnectionPool again = open();
        try {
            WorkModel work = workOn(again);
            assertThat(work.decrees().get(approved.document())).isEqualTo(approved);
            assertThat(approved.number().orElseThrow().text()).isEqualTo("0001/2026");
            OfficialBook book = work.decrees().book(TOWN, 2026);
            assertThat(book.places()).hasSize(1);
            assertThat(work.expedients().documents(TOWN, expedient.number()))
                    .extracting(Document::state)
                    .containsExactly(Document.State.DRAFT, Document.State.SIGNED);
            assertThat(work.entries().get(TOWN, expedient.entries().get(0)).isDone())
                    .isTrue();
        } finally {
            again.dispose();
        }
    }

    private JdbcConnectionPool open() {
        return JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("eset") + ";WRITE_DELAY=0", "", "");
    }

    private static WorkModel workOn(JdbcConnectionPool database) {
        return WorkModel.builder(JdbcStore.builder(database, CLOCK).build().of(TOWN), CLOCK)
                .signatures(new MemorySignatures(CLOCK))
                .build();
    }

    private static Actor official(Office office) {
        return new Actor(new Person(Nif.of("00000000T"), "Persona Fictícia"), office, TOWN);
    }

    private static DocumentContent pdf(String text) {
        return DocumentContent.of(("%PDF-1.7\n" + text).getBytes(StandardCharsets.UTF_8), MediaType.PDF);
    }
}
