package cat.eset.core.work;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.decree.BookKind;
import cat.eset.core.decree.Decree;
import cat.eset.core.decree.OfficialBook;
import cat.eset.core.diligence.ProcessDecision;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.eni.EniFinding;
import cat.eset.core.eni.EniValidator;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ClosingReason;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.Series;
import cat.eset.core.expedient.Situation;
import cat.eset.core.expedient.Step;
import cat.eset.core.expedient.StepType;
import cat.eset.core.expedient.WaitingTerm;
import cat.eset.core.id.Nif;
import cat.eset.core.law.Reason;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationText;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A day of a town hall, written with the public API alone: what a vendor would write. */
class TownHallDayShapeTest {

    private static final StepType REPORT = new StepType(
            "INFORME_TECNIC",
            "Informe tècnic",
            StepType.Kind.WORK,
            Phase.INSTRUCTION,
            Optional.empty(),
            List.of(DocumentType.REPORT));
    private static final StepType HEARING = new StepType(
            "ESPERA_AUDIENCIA",
            "Espera d'audiència",
            StepType.Kind.WAITING,
            Phase.INSTRUCTION,
            Optional.of(10),
            List.of());

    private final Town town = new Town();
    private final WorkModel work = town.work;

    @Test
    void theWholeCircuitOfAnApplication(@TempDir Path folder) throws Exception {
        Party maria = Party.person(Nif.of("00000000T"), "Maria", "Exemple")
                .email("maria@exemple.cat")
                .relation(ElectronicRelation.CHOSEN);
        DocumentContent form = Town.pdf("instància");
        town.store.documents().put(form);

        // 1. An application arrives and gets its number.
        RegistryEntry entry = work.entries()
                .receive(
                        EntryDraft.entry("Sol·licitud de llicència d'obres menors")
                                .party(maria)
                                .attachment(Attachment.of("instancia.pdf", form).title("Instància"))
                                .genericRequest("Exposo que...", "Sol·licito que...")
                                .build(),
                        town.registrar);
        assertThat(entry.number()).hasToString("2026/E/000001");

        // 2. It is accepted, and the process diligence opens an expedient.
        work.entries().accept(entry.number(), town.registrar);
        EntryCircuit.Processed processed = work.entries()
                .process(
                        entry.number(),
                        ProcessDecision.open(Opening.atRequest(
                                        "Llicència d'obres menors al carrer Major, 1",
                                        Series.of("1373", "Llicències d'obres menors"),
                                        Assignee.person(town.technician.person()))
                                .build()),
                        town.registrar);
        Expedient expedient = processed.expedient().orElseThrow();
        assertThat(processed.entry().isDone()).isTrue();
        work.expedients().retype(processed.documents().get(0).id(), DocumentType.APPLICATION, town.technician);

        // 3. Steps of work and of waiting, and a report.
        work.expedients().phase(expedient.number(), Phase.INSTRUCTION, town.technician);
        Step report = work.expedients()
                .addWork(
                        expedient.number(),
                        REPORT,
                        Assignee.person(town.technician.person()),
                        Optional.of(LocalDate.of(2026, 3, 9)),
                        town.technician);
        work.expedients()
                .addDocument(
                        expedient.number(),
                        DocumentMetadata.ofTownHall("Informe tècnic favorable", DocumentType.REPORT),
                        Town.pdf("informe"),
                        town.technician);
        work.expedients().finishStep(expedient.number(), report, "favorable", town.technician);
        Step hearing = work.expedients()
                .addWaiting(
                        expedient.number(),
                        HEARING,
                        new WaitingTerm(
                                "audiència notificada",
                                LocalDate.of(2026, 3, 2),
                                LocalDate.of(2026, 3, 16),
                                List.of(Reason.l39("a hearing of ten to fifteen days", "82.2"))),
                        town.technician);
        work.expedients().finishStep(expedient.number(), hearing, "sense al·legacions", town.technician);

        // 4. The decree: drafted, signed, approved, numbered.
        Decree draft = work.decrees()
                .draft(
                        expedient.number(),
                        "Decret de concessió de la llicència",
                        "Concedir la llicència d'obres menors",
                        Town.pdf("decret"),
                        SignatureGroup.MAYOR_OR_DELEGATE,
                        town.technician);
        work.decrees().propose(draft.document(), town.technician);
        SignatureResult signed = work.decrees().sign(draft.document(), town.mayor);
        assertThat(signed).isInstanceOf(SignatureResult.Signed.class);
        Decree decree = work.decrees().approve(draft.document(), town.secretary);
        assertThat(decree.number().orElseThrow()).hasToString("0001/2026");
        assertThat(work.decrees().transcribe(decree.document(), town.secretary).state())
                .isEqualTo(Decree.State.TRANSCRIBED);
        OfficialBook book = town.store
                .decreeBook()
                .book(Town.EL_BRUC, BookKind.DECREES, 2026)
                .orElseThrow();
        assertThat(town.store.expedients().holding(Town.EL_BRUC, decree.document()))
                .extracting(Expedient::number)
                .containsExactlyInAnyOrder(expedient.number(), book.expedient());

        // 5. Notified, followed, proved.
        Notification prepared = work.notifications()
                .prepare(
                        expedient.number(),
                        decree.document(),
                        maria,
                        NotificationText.of("Concessió de llicència", "Us notifiquem el decret.")
                                .appeals("Recurs de reposició en el termini d'un mes"),
                        town.secretary);
        Notification sent = work.notifications().send(prepared.operation(), town.secretary);
        assertThat(sent.state()).isEqualTo(Notification.State.QUEUED);
        town.clock.advance(Duration.ofHours(1));
        town.notifying.deposited(prepared.operation());
        work.notifications().follow(prepared.operation(), town.secretary);
        town.clock.advance(Duration.ofDays(2));
        town.notifying.accepted(prepared.operation());
        Notification practised = work.notifications().follow(prepared.operation(), town.secretary);
        assertThat(practised.state()).isEqualTo(Notification.State.ACCESSED);
        List<Document> evidence = work.notifications().storeEvidence(prepared.operation(), town.secretary);
        assertThat(evidence).hasSize(3);
        assertThat(work.notifications().storeEvidence(prepared.operation(), town.secretary))
                .isEmpty();

        // 7. Closed in two phases and exported as ENI.
        assertThat(work.closing().obstacles(Town.EL_BRUC, expedient.number())).isEmpty();
        work.closing().begin(expedient.number(), ClosingReason.RESOLUTION_EXECUTED, town.secretary);
        work.closing().sign(expedient.number(), Signer.seal(Town.EL_BRUC), town.secretary);
        Expedient closed = work.expedients().get(Town.EL_BRUC, expedient.number());
        assertThat(closed.situation()).isEqualTo(Situation.CLOSED);
        EniExport export = work.closing().export(Town.EL_BRUC, expedient.number());
        export.writeTo(folder);
        assertThat(export.documents()).hasSize(6);
        assertThat(folder.resolve("documents")).isDirectoryContaining("glob:**.xml");
        assertThat(Files.readString(folder.resolve("expedient-eni.xml"))).contains("<ds:Signature");
        assertThat(EniValidator.standard().check(export.expedient()))
                .extracting(EniFinding::text)
                .isEmpty();
        assertThat(export.documents())
                .allSatisfy(document ->
                        assertThat(EniValidator.standard().check(document)).isEmpty());

        // 8. The network breaks in the middle of a sending: unknown, reconciled, and exactly one exists.
        Expedient second = work.expedients()
                .open(
                        Opening.exOfficio(
                                        "Segon",
                                        Series.of("1373", "Llicències d'obres menors"),
                                        Assignee.group("Urbanisme"))
                                .build(),
                        town.technician);
        work.expedients().incorporate(second.number(), decree.document(), town.technician);
        Notification other = work.notifications()
                .prepare(
                        second.number(),
                        decree.document(),
                        maria,
                        NotificationText.of("Una altra notificació", "Text"),
                        town.secretary);
        town.notifying.line.next = Breaking.Break.AFTER_ARRIVAL;
        assertThat(work.notifications().send(other.operation(), town.secretary).state())
                .isEqualTo(Notification.State.UNKNOWN);
        Notification reconciled = work.notifications().reconcile(other.operation(), town.secretary);
        assertThat(reconciled.state()).isEqualTo(Notification.State.QUEUED);
        assertThat(town.notifying.line.calls).containsExactly(prepared.operation(), other.operation());
        assertThat(town.notifying.line.arrived).hasSize(2);
    }
}
