package cat.eset.registry.internal.mux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.mux.MuxError;
import cat.eset.registry.mux.MuxRefusedException;
import cat.eset.registry.mux.MuxTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the wire to the work model (contract mux 8), and what it loses on the way. */
class TransactionReaderTest {

    private static final TownHall TOWN =
            TownHall.of("Ajuntament d'Exemple", Ine10.of("0899990001"), Dir3.of("L01089999"));

    private final TransactionReader reader =
            new TransactionReader(new UnitRule(TOWN, unit -> unit.value().startsWith("LA0")));

    private MuxTransaction read(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return reader.read(reader.open(body), body);
    }

    private static String entry(String fields) {
        return "{\"idTransaccio\":\"0ba6-8133-af41-6006\",\"tipus\":\"E\"," + fields + "}";
    }

    private static List<String> losses(MuxTransaction transaction) {
        return transaction.losses().stream().map(MappingLoss::toString).toList();
    }

    @Test
    void a_transaction_that_says_only_what_it_must_is_an_entry_that_says_what_it_assumes() {
        MuxTransaction transaction = read("{\"idTransaccio\":\"0ba6-8133-af41-6006\",\"tipus\":\"S\"}");

        assertThat(transaction.draft().direction()).isEqualTo(Direction.EXIT);
        assertThat(transaction.draft().extract()).isEqualTo("Sense extracte");
        assertThat(transaction.test()).isFalse();
        assertThat(losses(transaction)).containsExactly("assumpte.resum ASSUMED");
    }

    @Test
    void a_subject_that_is_too_long_is_cut_and_reported() {
        MuxTransaction transaction = read(entry("\"assumpte\":{\"resum\":\"" + "a".repeat(238) + "😀😀\"}"));

        assertThat(transaction.draft().extract())
                .hasSizeLessThanOrEqualTo(EntryDraft.MAX_EXTRACT)
                .isEqualTo("a".repeat(238) + "…");
        assertThat(losses(transaction)).containsExactly("assumpte.resum SHORTENED");
    }

    /** Contract mux, trap 3: three shapes of text, ISO, and milliseconds as number or text. */
    @ParameterizedTest
    @CsvSource({
        "1709282095000, 2024-03-01T08:34:55Z",
        "'\"1709282095000\"', 2024-03-01T08:34:55Z",
        "'\"01/03/2024T09:34:55.000+01:00\"', 2024-03-01T08:34:55Z",
        "'\"01/03/2024 09:34:55.000+01:00\"', 2024-03-01T08:34:55Z",
        "'\"2024/03/01T09:34:55.000+01:00\"', 2024-03-01T08:34:55Z",
        "'\"2024-03-01T09:34:55+01:00\"', 2024-03-01T08:34:55Z",
        "'\"2024-03-01T09:34:55.123456+0100\"', 2024-03-01T08:34:55.123456Z",
        "'\"2024-03-01T08:34:55Z\"', 2024-03-01T08:34:55Z",
        "'\"01/07/2024 09:34\"', 2024-07-01T07:34:00Z",
        "'\"01/07/2024\"', 2024-06-30T22:00:00Z",
    })
    void reads_every_shape_of_date(String written, Instant expected) {
        MuxTransaction transaction = read(entry("\"assumpte\":{\"resum\":\"x\",\"dataPresentacio\":" + written + "}"));

        assertThat(transaction.draft().presentedAt()).contains(expected);
    }

    @Test
    void writes_each_date_exactly_as_its_operation_wants_it() {
        Instant instant = Instant.parse("2021-06-16T16:39:14.729Z");

        assertThat(WireDates.answer(instant)).isEqualTo("16/06/2021T18:39:14.729+02:00");
        assertThat(WireDates.consolidation(instant)).isEqualTo("16/06/2021 18:39:14.729+02:00");
        // The year of the week is another one on one of these days, here or in America.
        assertThat(WireDates.answer(Instant.parse("2026-12-30T11:00:00Z"))).startsWith("30/12/2026T12");
        assertThat(WireDates.answer(Instant.parse("2027-01-01T11:00:00Z"))).startsWith("01/01/2027T12");
        assertThat(WireDates.consolidation(Instant.parse("2026-12-30T11:00:00Z")))
                .startsWith("30/12/2026 12");
        assertThat(WireDates.consolidation(Instant.parse("2027-01-01T11:00:00Z")))
                .startsWith("01/01/2027 12");
    }

    @Test
    void reads_persons_with_their_representative_and_address() {
        MuxTransaction transaction = read(entry("""
                        "interessats":[{
                          "tipusIdentificador":{"clau":"DNI"},"identificador":" 00000000-t ",
                          "nom":"Maria","cognom1":"Exemple","cognom2":"Prova","email":"m@exemple.cat","telefonMobil":"600000000",
                          "nomVia":"Major","numeroInferior":"3","pis":"2","codiPostal":"08294","municipi":"El Bruc",
                          "representant":{"tipusIdentificador":{"clau":"NIF"},"identificador":"99999999R","nom":"Pere","cognom1":"Prova"}}]"""));

        Party party = transaction.draft().parties().get(0);
        assertThat(party.identity().value()).isEqualTo("00000000T");
        assertThat(party.name().full()).isEqualTo("Maria Exemple Prova");
        assertThat(party.contact().email()).contains("m@exemple.cat");
        assertThat(party.contact().postalAddress()).contains("Major 3, 2, 08294 El Bruc");
        assertThat(party.relation()).isEqualTo(ElectronicRelation.NOT_CHOSEN);
        assertThat(party.representative().orElseThrow().identity().value()).isEqualTo("99999999R");
        assertThat(losses(transaction)).containsExactly("assumpte.resum ASSUMED");
    }

    @Test
    void reads_companies_passports_and_numbers_that_are_none() {
        MuxTransaction transaction = read(entry("""
                        "interessats":[
                          {"tipusIdentificador":{"clau":"CIF"},"identificador":"P0828500I","raoSocial":"Exemple, SL",
                           "informacioIdentificador":{"tipusPersona":"J"}},
                          {"tipusIdentificador":{"clau":"PAS"},"identificador":"XK 12/3","nom":"John","cognom1":"Doe","telefonFix":"93"},
                          {"tipusIdentificador":{"clau":"NIF"},"identificador":"not a NIF","nom":"Anna"}]"""));

        List<Party> parties = transaction.draft().parties();
        assertThat(parties.get(0).relation()).isEqualTo(ElectronicRelation.OBLIGED);
        assertThat(parties.get(0).name().full()).isEqualTo("Exemple, SL");
        assertThat(parties.get(1).identity())
                .isEqualTo(new IdentityDocument(IdentityDocument.Kind.PASSPORT, "XK 12/3"));
        assertThat(parties.get(2).identity()).isEqualTo(new IdentityDocument(IdentityDocument.Kind.OTHER, "not a NIF"));
        assertThat(losses(transaction))
                .containsExactlyInAnyOrder(
                        "assumpte.resum ASSUMED",
                        "interessats[1].telefonFix NOT_MAPPED",
                        "interessats[2].identificador REPLACED",
                        "interessats[2].cognom1 ASSUMED");
    }

    @Test
    void the_body_that_sends_is_a_party_and_ours_is_not() {
        MuxTransaction transaction = read(entry("""
                        "registres":{"origen":{"unitatOrganica":{"dir3":"A09018933","nom":"CAOC"}},
                                     "desti":{"unitatOrganica":{"dir3":"L01089999","ine10":"0899990001","nom":"Ajuntament"}}}"""));

        assertThat(transaction.draft().parties())
                .singleElement()
                .satisfies(party -> assertThat(party.isPublicBody()).isTrue());
        assertThat(transaction.draft().unit()).contains(Dir3.of("L01089999"));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"dir3\":\"L01089999\"}', true",
        "'{\"ine10\":\"0899990001\"}', true",
        "'{\"dir3\":\"LA0000001\"}', true",
        "'{\"dir3\":\"E00000001\",\"dir3Pare\":\"L01089999\"}', true",
        "'{\"dir3\":\"E00000001\",\"unitatPare\":{\"dir3\":\"E00000002\",\"unitatPare\":{\"dir3\":\"L01089999\"}}}', true",
        "'{\"nom\":\"without codes\"}', true",
        "'{\"dir3\":\"E00000001\"}', false",
        "'{\"ine10\":\"0801930008\"}', false",
        "'{\"dir3\":\"E00000001\",\"unitatPare\":{\"dir3\":\"E00000002\"}}', false",
    })
    void knows_the_units_of_the_town_hall(String unit, boolean ours) {
        String json = entry("\"registres\":{\"desti\":{\"unitatOrganica\":" + unit + "}}");

        if (ours) {
            assertThat(read(json).draft().direction()).isEqualTo(Direction.ENTRY);
        } else {
            assertThatThrownBy(() -> read(json))
                    .isInstanceOfSatisfying(
                            MuxRefusedException.class,
                            e -> assertThat(e.error()).isEqualTo(MuxError.UNKNOWN_UNIT));
        }
    }

    @Test
    void documents_keep_their_reference_and_get_a_safe_name() {
        MuxTransaction transaction = read(entry("""
                        "documents":{"u1":{"nomFitxer":"S/000040-2021 formulari.pdf","formatFitxer":"application/pdf","tamany":10,
                             "hash":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","hashAlgoritme":"SHA-256","nomNatural":"Formulari"},
                           "u2":{"uuid":"other","nomFitxer":"../../etc/passwd","formatFitxer":"PDF","tamany":"-3",
                             "hash":"AA==","hashAlgoritme":"SHA256"},
                           "u3":{"hash":"qqq=","hashAlgoritme":"SHA1"}}"""));

        List<Attachment> attachments = transaction.draft().attachments();
        assertThat(attachments.get(0))
                .isEqualTo(Attachment.held("S_000040-2021 formulari.pdf", MediaType.PDF, "u1")
                        .title("Formulari")
                        .declared(10, Sha256.of(new byte[0])));
        assertThat(attachments.get(1).name()).isEqualTo("__.._etc_passwd");
        assertThat(attachments.get(1).reference()).contains("other");
        assertThat(attachments.get(1).mediaType()).isEqualTo(MediaType.BINARY);
        assertThat(attachments.get(2).name()).isEqualTo("u3");
        assertThat(losses(transaction))
                .contains(
                        "documents[0].nomFitxer REPLACED",
                        "documents[1].nomFitxer REPLACED",
                        "documents[1].formatFitxer REPLACED",
                        "documents[1].tamany REPLACED",
                        "documents[1].hash REPLACED",
                        "documents[2].hash NOT_MAPPED");
    }

    @ParameterizedTest
    @CsvSource({
        "instancia.pdf, instancia.pdf",
        "..\\..\\x.pdf, __.._x.pdf",
        ".., _",
        "/, _",
        "'a\u0001b\nc', a_b_c",
        "CON:, CON_",
    })
    void names_of_files_are_safe(String given, String safe) {
        assertThat(SafeNames.fileName(given)).isEqualTo(safe);
    }

    @Test
    void a_long_name_keeps_its_extension() {
        assertThat(SafeNames.fileName("n".repeat(300) + ".pdf")).hasSize(80).endsWith("n.pdf");
    }

    @Test
    void free_data_and_unknown_fields_are_reported_and_nothing_else_is() {
        MuxTransaction transaction = read(entry("""
                        "assumpte":{"resum":"x","codiProcediment":"P1","codiSIA":"123","observacions":"","nomFamilia":null},
                        "instanciaGenerica":{"exposa":"e"},
                        "dadesLliures":{"factura":{"import":23778.25}},"ttl":20,"execucions":0,"futur":[1,2],"buit":{}""" + ""));

        assertThat(transaction.draft().procedure()).contains("P1");
        assertThat(transaction.draft().statement()).contains("e");
        assertThat(losses(transaction))
                .containsExactlyInAnyOrder(
                        "assumpte.codiSIA NOT_MAPPED", "dadesLliures NOT_MAPPED", "futur NOT_MAPPED");
    }

    @Test
    void wrong_types_are_no_reason_to_refuse() {
        MuxTransaction transaction = read(entry(
                "\"assumpte\":\"a text\",\"interessats\":{\"not\":\"a list\"},\"documents\":[\"x\"],\"control\":7"));

        assertThat(transaction.draft().parties()).isEmpty();
        assertThat(transaction.draft().attachments()).isEmpty();
        assertThat(losses(transaction))
                .contains(
                        "assumpte NOT_MAPPED", "control NOT_MAPPED", "interessats NOT_MAPPED", "documents NOT_MAPPED");
    }

    /** Each of them loses something, and what was lost is told once: not by looking through all of it each time. */
    @Test
    @Timeout(20)
    void very_many_parties_are_read_in_time() {
        String body = "{\"idTransaccio\":\"0ba6-0000-0000-0001\",\"tipus\":\"E\",\"interessats\":["
                + "{},".repeat(99_999) + "{}]}";
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        TransactionReader lenient = new TransactionReader(new UnitRule(
                TownHall.of("Ajuntament d'Exemple", Ine10.of("0899990001"), Dir3.of("L01089999")), unit -> false));

        assertThat(lenient.read(lenient.open(bytes), bytes).draft().parties()).hasSize(100_000);
    }
}
