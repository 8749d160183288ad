package cat.eset.registry.mux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.party.Contact;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.party.Party;
import cat.eset.core.party.PartyName;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.internal.mux.TransactionReader;
import cat.eset.registry.internal.mux.UnitRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes out as a transaction of MUX V3 comes in the same (contract mux 8), and what does not go out is told. */
class TransactionMappingTest {

    private static final String ID = "0ba6-8133-af41-6006";
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00.120Z");
    private static final TownHall TOWN =
            TownHall.of("Ajuntament d'Exemple", Ine10.of("0899990001"), Dir3.of("L01089999"));
    private static final TransactionMapping MAPPING = TransactionMapping.of(TOWN, "eTRAM");

    private static MuxTransaction read(byte[] json) {
        TransactionReader reader = new TransactionReader(new UnitRule(TOWN, unit -> false));
        return reader.read(reader.open(json), json);
    }

    private static MuxTransaction read(DocumentContent json) throws IOException {
        return read(json.readAllBytes());
    }

    private static Party maria() {
        return Party.person(Nif.of("00000000T"), "Maria", "Exemple")
                .with(new Contact(
                        Optional.of("maria@exemple.cat"), Optional.of("600000000"), Optional.of("Carrer Major, 1")));
    }

    @Test
    void the_example_of_the_note_goes_out_as_it_came_in() throws IOException {
        EntryDraft came = read(Posts.MINIMAL.getBytes(StandardCharsets.UTF_8)).draft();

        Mapped<DocumentContent> out = MAPPING.json(ID, came, NOON);

        assertThat(out.losses()).isEmpty();
        assertThat(read(out.value()).draft()).isEqualTo(came);
        assertThat(read(out.value()).losses()).isEmpty();
        assertThat(read(out.value()).application()).contains("eTRAM");
    }

    @Test
    void an_entry_with_everything_comes_back_the_same() throws IOException {
        EntryDraft draft = EntryDraft.exit("Requeriment")
                .party(maria().representedBy(Party.company(Nif.of("A58818501"), "Gestors, SL")))
                .party(Party.of(
                        new IdentityDocument(IdentityDocument.Kind.PASSPORT, "AB123"),
                        new PartyName.Natural("Ada", "Exemple", Optional.of("Segon")),
                        ElectronicRelation.NOT_CHOSEN))
                .party(Party.of(
                        new IdentityDocument(IdentityDocument.Kind.VAT, "FR12345678901"),
                        new PartyName.Legal("Exemple SARL"),
                        ElectronicRelation.OBLIGED))
                .party(Party.publicBody(Dir3.of("L01080193"), "Ajuntament de Barcelona"))
                .attachment(new Attachment(
                        "requeriment.pdf",
                        "Requeriment d'esmena",
                        MediaType.PDF,
                        Optional.of(48_213L),
                        Optional.of(Sha256.of(new byte[] {1})),
                        Optional.of("ba51a9be-ad53-4fc4-ba90-53355456e2cf")))
                .presentedAt(NOON)
                .unit(Dir3.of("L01089999"))
                .procedure("LLIC-OBR")
                .genericRequest("Exposo", "Sol·licito")
                .externalReference(ID)
                .build();

        Mapped<DocumentContent> out = MAPPING.json(ID, draft, NOON);

        assertThat(out.losses()).isEmpty();
        assertThat(read(out.value()).draft()).isEqualTo(draft);
        assertThat(read(out.value()).losses()).isEmpty();
    }

    @Test
    void what_does_not_go_out_is_told() {
        Party chain = maria().representedBy(Party.person(Nif.of("99999999R"), "Pere", "Prova")
                .representedBy(Party.person(Nif.of("00000000T"), "Maria", "Exemple")));
        EntryDraft draft = EntryDraft.exit("Resposta")
                .party(chain.relation(ElectronicRelation.CHOSEN))
                .attachment(Attachment.of("a.pdf", DocumentContent.of(new byte[] {1}, MediaType.PDF)))
                .answers(new RegistryNumber(Direction.ENTRY, 2026, 1, "2026/E/000001"))
                .build();

        assertThat(MAPPING.json(ID, draft, NOON).losses())
                .extracting(MappingLoss::toString)
                .containsExactlyInAnyOrder(
                        "parties[0].relation NOT_MAPPED",
                        "parties[0].representative.representative NOT_MAPPED",
                        "attachments[0] NOT_MAPPED",
                        "answers NOT_MAPPED");
    }

    @Test
    void an_identity_that_MUX_would_refuse_is_refused_here() {
        EntryDraft draft = EntryDraft.entry("Obres").build();
        assertThatThrownBy(() -> MAPPING.json("a/b", draft, NOON)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void receipts_are_documents_held_in_the_document_store() {
        Receipts receipts = new Receipts(ID, Optional.of("uuid-1"), Optional.of("uuid-2"));

        assertThat(receipts.attachments())
                .extracting(attachment -> attachment.reference().orElseThrow())
                .containsExactly("uuid-1", "uuid-2");
    }
}
