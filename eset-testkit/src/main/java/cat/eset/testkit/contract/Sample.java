package cat.eset.testkit.contract;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Office;
import cat.eset.core.OperationId;
import cat.eset.core.Person;
import cat.eset.core.Sha256;
import cat.eset.core.TownHall;
import cat.eset.core.archive.ArchiveDeposit;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.eni.EniClassification;
import cat.eset.core.eni.EniContent;
import cat.eset.core.eni.EniDocument;
import cat.eset.core.eni.EniDocumentMetadata;
import cat.eset.core.eni.EniDocumentType;
import cat.eset.core.eni.EniElaboration;
import cat.eset.core.eni.EniExpedient;
import cat.eset.core.eni.EniExpedientMetadata;
import cat.eset.core.eni.EniExpedientState;
import cat.eset.core.eni.EniIdentifiers;
import cat.eset.core.eni.EniIndexContent;
import cat.eset.core.eni.EniIndexItem;
import cat.eset.core.eni.EniOrigin;
import cat.eset.core.eni.Fingerprint;
import cat.eset.core.eni.FingerprintPolicy;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.notification.NotificationOrder;
import cat.eset.core.party.ElectronicRelation;
import cat.eset.core.party.Party;
import cat.eset.core.publication.Edict;
import cat.eset.core.publication.EdictOrder;
import cat.eset.core.publication.Publication;
import cat.eset.core.publication.PublicationEvent;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.ExchangeOrder;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.signature.SignatureResult;
import cat.eset.core.signature.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values for the contract tests; all fictitious. */
final class Sample {

    static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");
    static final TownHall TOWN = TownHall.of("Ajuntament del Bruc", Ine10.of("0802530003"), Dir3.of("L01080253"));
    static final TownHall OTHER_TOWN =
            TownHall.of("Ajuntament de Sant Quirze Safaja", Ine10.of("0823970005"), Dir3.of("L01082397"));
    static final Actor REGISTRAR = actor(TOWN);

    static final RegistryNumber EXIT = new RegistryNumber(Direction.EXIT, 2026, 1, "2026/S/000001");

    private Sample() {}

    static Party person() {
        return Party.person(Nif.of("00000000T"), "Maria", "Exemple").postalAddress("Carrer Fictici, 1");
    }

    /** A publication of a document that was signed. */
    static Change<Publication, PublicationEvent> publication(
            OperationId operation, ExpedientNumber expedient, Actor by, Instant at) {
        Document document = Document.capture(
                        DocumentId.of("D1"),
                        DocumentMetadata.ofTownHall("Edicte", DocumentType.DECREE),
                        ContentRef.of(pdf("edicte")),
                        Optional.empty(),
                        by,
                        at)
                .then(d -> d.sendToSignature(SignatureGroup.of(Office.REGISTRAR), by, at))
                .then(d -> d.sign(
                        new SignatureResult.Signed(pdf("edicte signat"), Signer.official(by), at, Optional.empty()),
                        by,
                        at))
                .state();
        Edict edict = new Edict(
                "Edicte de prova",
                "Exposició pública",
                LocalDate.of(2026, 3, 3),
                Optional.of(LocalDate.of(2026, 3, 31)),
                true,
                Optional.empty());
        return Publication.prepare(
                new PublicationEvent.PublicationPrepared(
                        operation, expedient, document.id(), List.of(DocumentId.of("D2")), edict),
                document,
                by,
                at);
    }

    static Actor actor(TownHall townHall) {
        return new Actor(new Person(Nif.of("00000000T"), "Registradora Fictícia"), Office.REGISTRAR, townHall);
    }

    static EntryDraft entry() {
        return EntryDraft.entry("Sol·licitud de prova").build();
    }

    static EntryDraft exit() {
        return EntryDraft.exit("Resposta de prova").build();
    }

    static Opening opening() {
        return Opening.exOfficio("Expedient de prova", Series.of("1373", "Llicències"), Assignee.group("Urbanisme"))
                .build();
    }

    static DocumentContent pdf(String text) {
        return DocumentContent.of(("%PDF-1.7\n" + text).getBytes(StandardCharsets.UTF_8), MediaType.PDF);
    }

    static NotificationOrder notification() {
        return NotificationOrder.notification(
                        "Resolució de prova",
                        person().email("maria@exemple.cat").relation(ElectronicRelation.CHOSEN),
                        new NotificationOrder.Attached("resolucio.pdf", pdf("resolució")))
                .body("Text de prova")
                .build();
    }

    static EdictOrder edict() {
        Edict edict = new Edict(
                "Edicte de prova",
                "Exposició pública",
                LocalDate.of(2026, 3, 3),
                Optional.of(LocalDate.of(2026, 3, 31)),
                false,
                Optional.empty());
        return new EdictOrder(
                edict,
                "0001/2026",
                new EdictOrder.Attached("edicte.pdf", "Edicte", pdf("edicte")),
                List.of(),
                REGISTRAR);
    }

    static ExchangeOrder exchange() {
        DocumentContent content = pdf("ofici");
        EntryDraft draft = EntryDraft.exit("Tramesa de prova")
                .party(Party.publicBody(Dir3.of("A09000001"), "Departament Fictici"))
                .attachment(Attachment.of("ofici.pdf", content).title("Ofici"))
                .build();
        RegistryEntry exit =
                RegistryEntry.registered(EXIT, MORNING, draft, REGISTRAR).state();
        return ExchangeOrder.of(exit, Dir3.of("O00000001"), REGISTRAR)
                .unit(Dir3.of("A09000001"))
                .documents(List.of(new ExchangeOrder.Document("ofici.pdf", content)));
    }

    static ArchiveDeposit deposit() {
        EniExpedientMetadata metadata = EniExpedientMetadata.of(
                EniIdentifiers.standard().expedient(TOWN.dir3(), 2026, "1"),
                TOWN.dir3(),
                MORNING,
                EniClassification.ofProcedure(TOWN.dir3(), "1373"),
                EniExpedientState.CLOSED,
                List.of());
        EniDocument document = EniDocument.of(
                EniDocumentMetadata.of(
                        EniIdentifiers.standard().document(TOWN.dir3(), 2026, "D1"),
                        TOWN.dir3(),
                        MORNING,
                        EniOrigin.ADMINISTRATION,
                        EniElaboration.of("EE01"),
                        EniDocumentType.REPORT),
                new EniContent.Binary(pdf("informe"), "PDF"));
        return new ArchiveDeposit(
                "L01080253/0001/2026",
                "0001/2026",
                "1373",
                "Llicències",
                "Expedient de prova",
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 20),
                TOWN.name(),
                ArchiveDeposit.Access.RESTRICTED,
                EniExpedient.of(
                        metadata,
                        new EniIndexContent(
                                MORNING,
                                List.of(EniIndexItem.Document.of(
                                        document.metadata().id(),
                                        new Fingerprint(
                                                Sha256.of(new byte[] {1}).base64(),
                                                FingerprintPolicy.STANDARD.function()),
                                        MORNING,
                                        1)))),
                List.of(document),
                Map.of(document.metadata().id().value(), "Informe"));
    }

    /** A clock that is moved by hand. */
    static final class HandClock extends Clock {
        private volatile Instant now;

        HandClock(Instant now) {
            this.now = now;
        }

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
