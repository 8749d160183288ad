package cat.eset.registry.sir;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Nif;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.ExchangeOrder;
import cat.eset.core.registry.ExchangeOutcome;
import cat.eset.core.registry.ExchangeReconciliation;
import cat.eset.core.registry.ExchangeStatus;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.sicres.ExchangeMessage;
import cat.eset.registry.sicres.ExchangePerson;
import cat.eset.registry.sicres.IdentityKind;
import cat.eset.testkit.pci.PciExchange;
import cat.eset.testkit.pci.PciFault;
import cat.eset.testkit.pki.TestPki;
import cat.eset.testkit.sir.SirExchange;
import cat.eset.transport.http.WireMessage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The core's port on top of SIR, and the mapping of an exit both ways. */
class SirGatewayTest {

    private static final Instant EXIT_AT = Instant.parse("2026-03-02T07:59:00Z");
    private static final RegistryNumber EXIT = new RegistryNumber(Direction.EXIT, 2026, 1, "2026/S/000001");
    private static Town town;
    private static SirClient sir;
    private static SirGateway gateway;

    @BeforeAll
    static void open() {
        town = new Town();
        sir = town.client();
        gateway = SirGateway.of(sir, Town.ORIGIN);
    }

    @AfterAll
    static void close() {
        sir.close();
        town.close();
    }

    @AfterEach
    void forgetScripts() {
        town.consortium().pci().clearScript();
    }

    private static RegistryEntry exit(EntryDraft draft) {
        return RegistryEntry.registered(EXIT, EXIT_AT, draft, Town.REGISTRAR).state();
    }

    private static ExchangeOrder order(EntryDraft draft) {
        return ExchangeOrder.of(exit(draft), Dir3.of("O00000002"), Town.REGISTRAR)
                .unit(Dir3.of("E00000002"))
                .documents(List.of(new ExchangeOrder.Document("decret.pdf", Town.PDF)));
    }

    private static EntryDraft draft() {
        return EntryDraft.exit("Trasllat d'un decret")
                .party(Party.publicBody(Dir3.of("E00000002"), "Ministerio de Ejemplo"))
                .attachment(Attachment.of("decret.pdf", Town.PDF))
                .build();
    }

    @Test
    void an_exit_goes_out_with_the_number_of_the_town_hall_and_nobody_numbers_it_again() {
        OperationId operation = town.operation();
        int entriesAtMux = town.consortium().mux().legs().size();

        ExchangeOutcome outcome = gateway.send(operation, order(draft()));

        SirExchange held = town.held(operation).get(0);
        assertThat(outcome).isEqualTo(new ExchangeOutcome.Sent(held.id(), List.of()));
        assertThat(held.originEntry()).isEqualTo("2026/S/000001");
        assertThat(held.files()).containsExactly("decret.pdf");
        assertThat(town.consortium().mux().legs()).hasSize(entriesAtMux);
        assertThat(gateway.status(held.id()).stage()).isEqualTo(ExchangeStatus.Stage.UNDER_WAY);

        town.consortium().sir().confirm(held.id(), "E-2026-77");
        ExchangeStatus status = gateway.status(held.id());
        assertThat(status.stage()).isEqualTo(ExchangeStatus.Stage.ACCEPTED);
        assertThat(status.entryNumber()).contains("E-2026-77");
    }

    /** Inline, as the example of AOC; {@code Via} is optional and both of its values are seen for the same operation. */
    @Test
    void sir_8_the_block_of_files_of_a_sending() {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (SirClient tapped = town.client(builder -> builder.wireTap(message ->
                message.direction() == WireMessage.Direction.REQUEST ? sent : OutputStream.nullOutputStream()))) {
            tapped.send(town.operation(), Town.dispatch(), Town.OFFICIAL);
        }
        String request = sent.toString(StandardCharsets.UTF_8);

        Matcher block = Pattern.compile("<(?:\\w+:)?Ficheros\\b.*</(?:\\w+:)?Ficheros>", Pattern.DOTALL)
                .matcher(request);
        assertThat(block.find()).as(request).isTrue();
        assertThat(block.group().replaceAll("(</?)\\w+:", "$1").replaceAll(" xmlns(:\\w+)?=\"[^\"]*\"", ""))
                .matches(
                        "<Ficheros><Fichero><NombreFichero>sollicitud.pdf</NombreFichero><Contenido>.+</Contenido><Id>ADJ-1</Id>"
                                + "(<Hash>.+</Hash>)?(<Via>(Entrada|Salida)</Via>)?</Fichero></Ficheros>");
        assertThat(request).contains("Identificador_Fichero&gt;ADJ-1&lt;");
    }

    @Test
    void a_question_bears_the_instant_of_the_clock_it_was_given() {
        sir.synchronise();

        List<PciExchange> all = town.consortium().pci().exchanges();
        assertThat(OperationId.of(all.get(all.size() - 1).requestId()).instant())
                .isEqualTo(town.consortium().clock().instant());
    }

    @Test
    void the_consortium_numbers_it_only_when_told_to() {
        OperationId operation = town.operation();
        int entriesAtMux = town.consortium().mux().legs().size();

        ExchangeOutcome outcome = gateway.numberedByMux().send(operation, order(draft()));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ExchangeOutcome.Sent.class,
                        sent -> assertThat(sent.losses()).containsExactly("number NOT_MAPPED"));
        assertThat(town.held(operation).get(0).originEntry())
                .isNotEqualTo("2026/S/000001")
                .isNotBlank();
        assertThat(town.consortium().mux().legs()).hasSize(entriesAtMux + 1);
    }

    @Test
    void a_rejection_tells_its_reason_and_a_failure_is_a_failure() {
        OperationId rejected = town.operation();
        gateway.send(rejected, order(draft()));
        String id = town.held(rejected).get(0).id();
        town.consortium().sir().reject(id, "No es competencia");
        assertThat(gateway.status(id))
                .isEqualTo(new ExchangeStatus(
                        ExchangeStatus.Stage.REJECTED, "REBUTJAT", Optional.empty(), Optional.of("No es competencia")));

        OperationId failed = town.operation();
        gateway.send(failed, order(draft()));
        String other = town.held(failed).get(0).id();
        town.consortium().sir().fail(other, "Timeout");
        assertThat(gateway.status(other).stage()).isEqualTo(ExchangeStatus.Stage.FAILED);
        assertThat(gateway.status(other).isFinal()).isTrue();
    }

    @Test
    void what_does_not_fit_is_refused_before_it_is_sent() {
        OperationId operation = town.operation();
        ExchangeOrder order = ExchangeOrder.of(exit(draft()), Dir3.of("O00000002"), Town.REGISTRAR)
                .documents(List.of(new ExchangeOrder.Document("decret.zip", Town.PDF)));

        assertThat(gateway.send(operation, order)).isInstanceOfSatisfying(ExchangeOutcome.Refused.class, refused -> {
            assertThat(refused.failure().fault()).isEqualTo(Failure.Fault.CALLER);
            assertThat(refused.failure().what()).contains("Nombre_Fichero_Anexado");
        });
        assertThat(town.held(operation)).isEmpty();
    }

    @Test
    void an_unknown_sending_is_reconciled_to_exactly_one() {
        OperationId operation = town.operation();
        town.consortium().pci().script(PciFault.resetAfterProcessing(), "peticioEnviamentAssentament");

        assertThat(gateway.send(operation, order(draft()))).isInstanceOf(ExchangeOutcome.Unknown.class);
        assertThat(gateway.reconcile(operation)).isInstanceOf(ExchangeReconciliation.StillUnknown.class);
        town.consortium().clock().advanceBy(Duration.ofMinutes(2));

        assertThat(gateway.reconcile(operation))
                .isEqualTo(new ExchangeReconciliation.Found(
                        town.held(operation).get(0).id()));
        assertThat(town.held(operation)).hasSize(1);
    }

    @Test
    void a_service_that_cannot_be_asked_leaves_it_unknown() {
        town.consortium().pci().script(PciFault.resetBeforeProcessing(), "peticioSincronitzacioAssentaments");

        assertThat(gateway.reconcile(town.operation()))
                .isInstanceOfSatisfying(
                        ExchangeReconciliation.StillUnknown.class,
                        unknown -> assertThat(unknown.failure().effect()).isEqualTo(Failure.Effect.UNKNOWN));
    }

    @Test
    void an_exit_that_found_no_line_or_no_permission_is_not_refused_and_goes_out_later_once() {
        OperationId operation = town.operation();
        town.consortium().pci().script(PciFault.forbidden(), "peticioEnviamentAssentament");

        assertThat(gateway.send(operation, order(draft())))
                .isInstanceOfSatisfying(
                        ExchangeOutcome.Unknown.class,
                        unknown -> assertThat(unknown.failure().effect()).isEqualTo(Failure.Effect.NONE));
        town.consortium().clock().advanceBy(Duration.ofMinutes(5));
        assertThat(gateway.reconcile(operation)).isEqualTo(new ExchangeReconciliation.Absent(operation));
        assertThat(gateway.send(operation, order(draft()))).isInstanceOf(ExchangeOutcome.Sent.class);
        assertThat(town.held(operation)).hasSize(1);
    }

    @Test
    void every_field_of_an_exit_is_mapped_or_told_as_lost() {
        Party company = Party.company(Nif.of("A58818501"), "Exemple SA")
                .email("a@exemple.cat")
                .postalAddress("Carrer Major, 1")
                .representedBy(
                        Party.person(Nif.of("X0000000T"), "Maria", "Exemple").mobile("600000000"));
        EntryDraft full = EntryDraft.exit("Tot el que hi cap")
                .party(Party.publicBody(Dir3.of("E00000002"), "Ministerio"))
                .party(company)
                .party(Party.of(
                        new IdentityDocument(IdentityDocument.Kind.VAT, "FR12345678901"),
                        company.name(),
                        company.relation()))
                .attachment(Attachment.of("decret.pdf", Town.PDF).title("Decret signat"))
                .attachment(Attachment.of("altre.pdf", Town.PDF))
                .presentedAt(EXIT_AT.minusSeconds(60))
                .unit(Dir3.of("LA0000001"))
                .procedure("PROC-1")
                .genericRequest("Exposo", "Demano")
                .externalReference("una referència llarga")
                .answers(new RegistryNumber(Direction.ENTRY, 2026, 9, "2026/E/000009"))
                .build();

        Mapped<Dispatch> mapped = Dispatch.ofExit(order(full), Town.ORIGIN);

        ExchangeMessage message = mapped.value().message();
        assertThat(message.origin().unit().orElseThrow().value()).isEqualTo("LA0000001");
        assertThat(message.states()).isEqualTo("Exposo");
        assertThat(message.control().remarks()).contains("Respuesta a 2026/E/000009");
        assertThat(message.parties()).hasSize(3);
        assertThat(message.parties().get(0).interested().kind()).contains(IdentityKind.ORIGIN_CODE);
        ExchangePerson interested = message.parties().get(1).interested();
        assertThat(interested.kind()).contains(IdentityKind.CIF);
        assertThat(interested.address().street()).contains("Carrer Major, 1");
        ExchangePerson representative =
                message.parties().get(1).representative().orElseThrow();
        assertThat(representative.kind()).contains(IdentityKind.NIE);
        assertThat(representative.phone()).contains("600000000");
        assertThat(mapped.losses())
                .extracting(MappingLoss::toString)
                .containsExactlyInAnyOrder(
                        "parties[1].representative.relation NOT_MAPPED",
                        "parties[2].identity.kind REPLACED",
                        "externalReference NOT_MAPPED",
                        "procedure NOT_MAPPED",
                        "presentedAt NOT_MAPPED",
                        "attachments[0].title NOT_MAPPED",
                        "attachments[1] NOT_MAPPED");
    }

    @Test
    void what_went_out_comes_back_as_the_same_matter() {
        EntryDraft original = EntryDraft.exit("Anada i tornada")
                .party(Party.person(Nif.of("00000000T"), "Maria", "Exemple").email("m@exemple.cat"))
                .genericRequest("Exposo", "Demano")
                .build();
        OperationId operation = town.operation();
        gateway.send(operation, order(original));
        String sicres = town.held(operation).get(0).sicres();

        String received = town.consortium().sir().deliver(sicres, Map.of("decret.pdf", new byte[] {1}));
        EntryDraft back = sir.consult(ExchangeId.of(received), Side.RECEIVED)
                .toDraft()
                .orElseThrow()
                .value();

        assertThat(back.extract()).isEqualTo(original.extract());
        assertThat(back.parties().get(0))
                .isEqualTo(Party.publicBody(
                        TestPki.VILAPROVA.dir3(), TestPki.VILAPROVA.dir3().value()));
        assertThat(back.parties().get(1)).isEqualTo(original.parties().get(0));
        assertThat(back.statement()).isEqualTo(original.statement());
        assertThat(back.request()).isEqualTo(original.request());
        assertThat(back.presentedAt()).contains(EXIT_AT);
        assertThat(back.unit()).contains(Dir3.of("E00000002"));
        assertThat(back.attachments()).singleElement().satisfies(a -> {
            assertThat(a.name()).isEqualTo("decret.pdf");
            assertThat(a.sha256()).contains(Town.PDF.sha256());
        });
    }
}
