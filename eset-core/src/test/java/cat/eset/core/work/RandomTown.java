package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.LegalTime;
import cat.eset.core.OperationId;
import cat.eset.core.archive.ArchiveDeposit;
import cat.eset.core.archive.ArchiveStatus;
import cat.eset.core.calendar.CalendarYear;
import cat.eset.core.calendar.Holiday;
import cat.eset.core.calendar.HolidayScope;
import cat.eset.core.calendar.WorkingCalendar;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.decree.Decree;
import cat.eset.core.diligence.ProcessDecision;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.DocumentType;
import cat.eset.core.effect.PaperDelivery;
import cat.eset.core.effect.SecondAttempt;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.ClosingReason;
import cat.eset.core.expedient.DocumentLink;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.Series;
import cat.eset.core.expedient.Step;
import cat.eset.core.expedient.StepType;
import cat.eset.core.expedient.WaitingTerm;
import cat.eset.core.id.Nif;
import cat.eset.core.law.Reason;
import cat.eset.core.notification.NotificationText;
import cat.eset.core.notification.PaperNotification;
import cat.eset.core.party.Party;
import cat.eset.core.publication.Edict;
import cat.eset.core.publication.EdictStatus;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.signature.Signer;
import cat.eset.core.task.TaskRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Does random things in a town hall, sensible or not, with what it has seen so far. */
final class RandomTown {

    private static final StepType WAIT =
            new StepType("ESPERA", "Espera", StepType.Kind.WAITING, Phase.INSTRUCTION, Optional.of(10), List.of());
    private static final Party SOMEBODY = Party.person(Nif.of("00000000T"), "Maria", "Exemple");

    private static final Party BODY = Party.publicBody(DirectoryDouble.BODY, "Departament Fictici");
    private static final WorkingCalendars CALENDARS = knownYears();

    final Town town = new Town();
    private final WorkModel work = town.work;
    private final SplittableRandom random;
    final List<RegistryNumber> entries = new ArrayList<>();
    final List<ExpedientNumber> expedients = new ArrayList<>();
    private final List<OperationId> papers = new ArrayList<>();
    private final List<OperationId> exchanges = new ArrayList<>();
    private final List<OperationId> publications = new ArrayList<>();
    final Set<DocumentId> documents = new LinkedHashSet<>();
    final List<DocumentId> decrees = new ArrayList<>();
    final List<OperationId> notifications = new ArrayList<>();

    /** The town lives through more years than have been published. */
    private static WorkingCalendars knownYears() {
        WorkingCalendar calendar = WorkingCalendar.catalonia().of("El Bruc");
        for (int year = 2027; year <= 2040; year++) {
            Holiday holiday = new Holiday(LocalDate.of(year, 1, 1), HolidayScope.NATIONAL, "Cap d'any");
            calendar = calendar.withYear(new CalendarYear(year, "made up for a test", List.of(holiday)));
        }
        return WorkingCalendars.of(calendar);
    }

    RandomTown(long seed) {
        this.random = new SplittableRandom(seed);
        expedients.add(work.expedients()
                .open(
                        Opening.exOfficio("Primer", Series.of("1373", "Llicències"), Assignee.group("Urbanisme"))
                                .build(),
                        town.technician)
                .number());
        receive();
        draftDecree();
    }

    /** One random command; it may be one that the rules refuse. */
    void step() {
        switch (random.nextInt(51)) {
            case 0, 1, 2 -> receive();
            case 3 -> work.entries().accept(pick(entries), town.registrar);
            case 4, 5, 6 -> process();
            case 7 -> oddThingWithAnEntry();
            case 8 -> town.clock.advance(Duration.ofHours(random.nextInt(24 * 60)));
            case 9, 10 -> addDocument();
            case 11 -> addStep();
            case 12, 13 -> endSteps(pick(expedients));
            case 14 -> runExpedient();
            case 15, 16 -> draftDecree();
            case 17, 18, 19 -> moveDecree();
            case 20 -> changeDocument();
            case 21, 22 -> changeLink();
            case 23, 24, 25 -> close();
            case 26 -> several(this::afterClosing);
            case 27, 28, 29 -> prepareNotification();
            case 30, 31, 32, 33, 34, 35, 36, 37 -> moveNotification();
            case 38 -> rollBack();
            case 39, 40 -> prepareExit();
            case 41, 42 -> movePaper();
            case 43, 44 -> several(this::moveExchange);
            case 45, 46, 47 -> several(this::publish);
            case 48, 49 -> reserve();
            default -> tidy();
        }
    }

    private void several(Runnable what) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            what.run();
        }
    }

    private <T> T pick(List<T> list) {
        if (list.isEmpty()) {
            throw new NothingToDo();
        }
        return list.get(random.nextInt(list.size()));
    }

    /** There is nothing yet to do this with. */
    static final class NothingToDo extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void receive() {
        boolean exit = random.nextInt(5) == 0;
        EntryDraft.Builder draft = (exit ? EntryDraft.exit("Sortida") : EntryDraft.entry("Entrada")).party(SOMEBODY);
        for (int i = random.nextInt(3); i > 0; i--) {
            ContentRef ref = town.store.documents().put(Town.pdf("adjunt " + random.nextInt(1000)));
            draft.attachment(Attachment.held("a" + i + ".pdf", ref.mediaType(), "uuid" + i)
                    .declared(ref.length(), ref.sha256()));
        }
        entries.add(work.entries().receive(draft.build(), town.registrar).number());
        if (!exit && random.nextBoolean()) {
            work.entries().accept(entries.get(entries.size() - 1), town.registrar);
        }
    }

    private void process() {
        RegistryNumber entry = pick(entries);
        ProcessDecision decision = switch (random.nextInt(4)) {
            case 0 ->
                expedients.isEmpty() ? new ProcessDecision.File("no cal") : ProcessDecision.attach(pick(expedients));
            case 1 ->
                random.nextInt(3) == 0
                        ? new ProcessDecision.Answer(Assignee.group("OAC"), "resposta directa")
                        : new ProcessDecision.File("publicitat");
            default ->
                ProcessDecision.open(
                        Opening.atRequest("Expedient", Series.of("1373", "Llicències"), Assignee.group("Urbanisme"))
                                .build());
        };
        EntryCircuit.Processed processed = work.entries().process(entry, decision, town.registrar);
        processed.documents().forEach(d -> documents.add(d.id()));
        processed
                .expedient()
                .map(Expedient::number)
                .filter(n -> !expedients.contains(n))
                .ifPresent(expedients::add);
    }

    private void oddThingWithAnEntry() {
        RegistryNumber entry = pick(entries);
        switch (random.nextInt(3)) {
            case 0 -> work.entries().giveBack(entry, "no és competència nostra", town.registrar);
            case 1 -> work.entries().annul(entry, "duplicada", town.secretary);
            default -> work.entries().correct(entry, "l'extracte és un altre", town.secretary);
        }
    }

    private void runExpedient() {
        ExpedientNumber expedient = pick(expedients);
        switch (random.nextInt(4)) {
            case 0 -> work.expedients().change(expedient, town.technician, (e, by, at) -> e.addParty(SOMEBODY, by, at));
            case 1 ->
                work.expedients()
                        .change(
                                expedient,
                                town.technician,
                                (e, by, at) -> e.reassign(Assignee.group("Secretaria"), by, at));
            default -> work.expedients().phase(expedient, pick(List.of(Phase.values())), town.technician);
        }
    }

    private void addDocument() {
        boolean typed = random.nextInt(4) > 0;
        documents.add(work.expedients()
                .addDocument(
                        pick(expedients),
                        typed
                                ? DocumentMetadata.ofTownHall("Informe", DocumentType.REPORT)
                                : DocumentMetadata.ofCitizen("Adjunt"),
                        Town.pdf("document " + random.nextInt(1000)),
                        town.technician)
                .id());
    }

    private void addStep() {
        ExpedientNumber expedient = pick(expedients);
        Assignee assignee = Assignee.person(town.technician.person());
        switch (random.nextInt(4)) {
            case 0 ->
                work.expedients().addWork(expedient, StepType.PRELIMINARY, assignee, Optional.empty(), town.technician);
            case 1 ->
                work.expedients().addWork(expedient, StepType.APPLICATION, assignee, Optional.empty(), town.technician);
            case 2 ->
                work.expedients()
                        .addWaiting(
                                expedient,
                                WAIT,
                                new WaitingTerm(
                                        "requeriment notificat",
                                        LocalDate.of(2026, 3, 2),
                                        LocalDate.of(2026, 3, 16),
                                        List.of(Reason.l39("ten working days", "68.1"))),
                                town.technician);
            default ->
                work.expedients()
                        .addStep(expedient, new Step.FreeTask("Trucar", assignee, Optional.empty()), town.technician);
        }
    }

    private void endSteps(ExpedientNumber number) {
        Expedient expedient = work.expedients().get(Town.EL_BRUC, number);
        Step step = pick(expedient.steps());
        if (random.nextBoolean()) {
            work.expedients().finishStep(number, step, "fet", town.technician);
        } else {
            work.expedients()
                    .change(number, town.technician, (e, by, at) -> e.cancelStep(step.number(), "no cal", by, at));
        }
    }

    private void draftDecree() {
        SignatureGroup group =
                random.nextBoolean() ? SignatureGroup.MAYOR_OR_DELEGATE : SignatureGroup.MAYOR_AND_SECRETARY;
        DocumentId id = work.decrees()
                .draft(
                        pick(expedients),
                        "Decret",
                        "Extracte",
                        Town.pdf("decret " + random.nextInt(1000)),
                        group,
                        town.technician)
                .document();
        decrees.add(id);
        documents.add(id);
        if (random.nextBoolean()) {
            work.decrees().propose(id, town.technician);
        }
    }

    private void moveDecree() {
        DocumentId decree = pick(decrees);
        if (random.nextBoolean()) {
            sensibleNextStep(work.decrees().get(decree));
            return;
        }
        switch (random.nextInt(9)) {
            case 0 -> work.decrees().propose(decree, town.technician);
            case 1, 2 -> sign(decree, town.mayor);
            case 3 -> sign(decree, random.nextBoolean() ? town.secretary : town.technician);
            case 4, 5 -> work.decrees().approve(decree, town.secretary);
            case 6 -> work.decrees().transcribe(decree, random.nextBoolean() ? town.secretary : town.mayor);
            case 7 -> work.decrees().annul(decree, pick(decrees), town.mayor);
            default -> work.decrees().discard(decree, "ja no cal", town.technician);
        }
    }

    private void sensibleNextStep(Decree decree) {
        switch (decree.state()) {
            case DRAFT -> work.decrees().propose(decree.document(), town.technician);
            case IN_SIGNATURE -> {
                if (decree.approvalOf(
                                town.store.documents().find(decree.document()).orElseThrow())
                        .isPresent()) {
                    work.decrees().approve(decree.document(), town.secretary);
                } else {
                    sign(decree.document(), town.mayor);
                }
            }
            default -> work.decrees().transcribe(decree.document(), town.secretary);
        }
    }

    private void sign(DocumentId decree, Actor signer) {
        switch (random.nextInt(6)) {
            case 0 -> town.signing.nextWaits();
            case 1 -> town.signing.nextRefuses();
            default -> {}
        }
        if (work.decrees().sign(decree, signer) instanceof cat.eset.core.signature.SignatureResult.Waiting) {
            work.decrees().follow(decree, signer);
        }
    }

    private void changeDocument() {
        DocumentId id = pick(List.copyOf(documents));
        switch (random.nextInt(3)) {
            case 0 -> {
                ContentRef content = town.store.documents().put(Town.pdf("reescrit " + random.nextInt(1000)));
                work.expedients().changeDocument(id, town.technician, (d, by, at) -> d.rewrite(content, by, at));
            }
            case 1 -> work.expedients().retype(id, DocumentType.ALLEGATION, town.technician);
            default -> work.signatures().send(id, SignatureGroup.of(cat.eset.core.Office.TECHNICIAN), town.technician);
        }
    }

    private void changeLink() {
        ExpedientNumber number = pick(expedients);
        DocumentId id = pick(List.copyOf(documents));
        Document document = town.store.documents().find(id).orElseThrow();
        Actor who = random.nextBoolean() ? town.administrator : town.technician;
        switch (random.nextInt(6)) {
            case 0 -> work.expedients().incorporate(number, id, who);
            case 1 -> work.expedients().change(number, who, (e, by, at) -> e.annul(id, "error", by, at));
            case 2 -> work.expedients().change(number, who, (e, by, at) -> e.restore(id, "calia", by, at));
            case 3 -> work.expedients().change(number, who, (e, by, at) -> e.delete(document, "brossa", by, at));
            case 4 -> work.expedients().change(number, who, (e, by, at) -> e.addFolder("Carpeta", by, at));
            default -> work.expedients().change(number, who, (e, by, at) -> e.move(id, Optional.of("Carpeta"), by, at));
        }
    }

    private void close() {
        ExpedientNumber number = pick(expedients);
        if (random.nextInt(3) > 0) {
            tidy(number);
        }
        work.closing().begin(number, ClosingReason.RESOLUTION_EXECUTED, town.secretary);
        switch (random.nextInt(4)) {
            case 0 -> work.closing().abandon(number, "falta un document", town.secretary);
            case 1 -> {}
            default -> work.closing().sign(number, Signer.seal(Town.EL_BRUC), town.secretary);
        }
    }

    private void afterClosing() {
        ExpedientNumber number = pick(expedients);
        switch (random.nextInt(6)) {
            case 0, 1 -> work.closing().reopen(number, "recurs", town.secretary);
            case 2, 3 -> {
                town.archive.line.next = someBreak();
                work.archive().transfer(number, ArchiveDeposit.Access.PUBLIC, town.secretary);
            }
            default -> {
                town.archive.decides = new ArchiveStatus.Kept("rebut");
                work.archive().follow(number, town.secretary);
            }
        }
    }

    private Breaking.Break someBreak() {
        return random.nextBoolean() ? Breaking.Break.NEVER : pick(Breaking.Break.ANSWERED);
    }

    /** A decree that may leave, mostly. */
    private DocumentId pickSigned() {
        List<DocumentId> signed = everyDecree()
                .filter(d -> d.number().isPresent())
                .map(Decree::document)
                .toList();
        return signed.isEmpty() || random.nextInt(10) == 0 ? pick(decrees) : pick(signed);
    }

    private void prepareExit() {
        Party to = pick(List.of(SOMEBODY, BODY));
        work.exits()
                .prepare(pick(expedients), pickSigned(), to, NotificationText.of("Resolució", "Text"), town.secretary)
                .fold(
                        electronic ->
                                notifications.add(electronic.notification().operation()),
                        paper -> papers.add(paper.notification().operation()),
                        exchange -> exchanges.add(exchange.exchange().operation()));
    }

    private void movePaper() {
        OperationId operation = pick(papers);
        LocalDateTime when = LegalTime.dateTimeOf(town.clock.instant());
        if (random.nextBoolean()) {
            for (int i = random.nextInt(5); i >= 0; i--) {
                sensibleNextStep(work.papers().get(operation), when);
            }
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> work.papers().handOver(operation, "Correus", town.registrar);
            case 1, 2 -> {
                town.clock.advance(Duration.ofHours(1 + random.nextInt(51)));
                work.papers()
                        .attempt(
                                operation,
                                when,
                                pick(List.of(PaperDelivery.Outcome.values())),
                                CALENDARS,
                                town.registrar);
            }
            case 3 -> work.papers().announce(operation, "BOE 1", when.toLocalDate(), town.registrar);
            default -> work.papers().accessedInSeat(operation, town.clock.instant(), town.registrar);
        }
    }

    private void sensibleNextStep(PaperNotification paper, LocalDateTime now) {
        OperationId operation = paper.operation();
        switch (paper.state()) {
            case PREPARED, SECOND_ATTEMPT_VOID -> work.papers().handOver(operation, "Correus", town.registrar);
            case SENT -> work.papers().attempt(operation, now, PaperDelivery.Outcome.ABSENT, CALENDARS, town.registrar);
            case SECOND_ATTEMPT_DUE -> {
                SecondAttempt window =
                        SecondAttempt.after(paper.delivery().attempts().get(0).at(), CALENDARS);
                LocalDateTime second = window.days().get(0).atTime(window.earliest());
                work.papers().attempt(operation, second, PaperDelivery.Outcome.ABSENT, CALENDARS, town.registrar);
            }
            default -> work.papers().announce(operation, "BOE 1", now.toLocalDate(), town.registrar);
        }
    }

    private void moveExchange() {
        OperationId operation = pick(exchanges);
        switch (random.nextInt(4)) {
            case 0, 1 -> {
                town.exchanging.line.next = someBreak();
                work.exchanges().send(operation, town.registrar);
            }
            case 2 -> work.exchanges().reconcile(operation, town.registrar);
            default -> {
                work.exchanges().get(operation).remoteId().ifPresent(town.exchanging::accepted);
                work.exchanges().follow(operation, town.registrar);
            }
        }
    }

    private void publish() {
        if (publications.isEmpty() || random.nextInt(4) == 0) {
            Edict edict = new Edict(
                    "Edicte", "Exposició", LocalDate.of(2026, 3, 3), Optional.empty(), false, Optional.empty());
            publications.add(work.publications()
                    .prepare(pick(expedients), pickSigned(), List.of(), edict, town.secretary)
                    .operation());
            return;
        }
        OperationId operation = pick(publications);
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                town.board.line.next = someBreak();
                work.publications().publish(operation, town.secretary);
            }
            case 2 -> work.publications().reconcile(operation, town.secretary);
            case 3 -> work.publications().withdraw(operation, "error", town.secretary);
            case 4 -> work.publications().cancel(operation, "ja no cal", town.secretary);
            default -> {
                work.publications()
                        .get(operation)
                        .boardId()
                        .ifPresent(id -> town.board.states.put(id, EdictStatus.ENDED));
                work.publications().follow(operation, town.secretary);
            }
        }
    }

    private void reserve() {
        DocumentId decree = pick(decrees);
        if (random.nextInt(4) == 0) {
            work.decrees().giveUpNumber(decree, "ja no cal", town.secretary);
        } else {
            work.decrees().reserve(decree, number -> Town.pdf("decret " + number.text()), town.technician);
        }
    }

    private void prepareNotification() {
        notifications.add(work.notifications()
                .prepare(
                        pick(expedients),
                        pick(decrees),
                        SOMEBODY,
                        NotificationText.of("Notificació", "Text"),
                        town.secretary)
                .operation());
    }

    private void moveNotification() {
        OperationId operation = pick(notifications);
        switch (random.nextInt(6)) {
            case 0, 1 -> {
                town.notifying.line.next = pick(
                        List.of(Breaking.Break.NEVER, Breaking.Break.BEFORE_ARRIVAL, Breaking.Break.AFTER_ARRIVAL));
                work.notifications().send(operation, town.secretary);
            }
            case 2 -> work.notifications().reconcile(operation, town.secretary);
            case 3 -> {
                if (town.notifying.line.arrived.containsKey(operation)) {
                    town.notifying.deposited(operation);
                }
                work.notifications().follow(operation, town.secretary);
            }
            case 4 -> {
                if (town.notifying.line.arrived.containsKey(operation)) {
                    town.notifying.accepted(operation);
                }
                work.notifications().follow(operation, town.secretary);
            }
            default ->
                work.notifications().storeEvidence(operation, town.secretary).forEach(d -> documents.add(d.id()));
        }
    }

    /** Work that begins well and then fails leaves no trace and no gap. */
    private void rollBack() {
        town.store.unitOfWork().run(() -> {
            work.entries().receive(EntryDraft.entry("Que no serà").build(), town.registrar);
            work.expedients()
                    .open(
                            Opening.exOfficio("Que no serà", Series.of("1", "Cap"), Assignee.group("Ningú"))
                                    .build(),
                            town.technician);
            throw new NothingToDo();
        });
    }

    private void tidy() {
        tidy(pick(expedients));
        work.store()
                .tasks()
                .save(cat.eset.core.task.Task.request(
                        cat.eset.core.task.TaskId.next(town.clock, new Random(random.nextLong())),
                        TaskRequest.of("Tasca", Assignee.group("OAC")),
                        town.registrar,
                        town.clock.instant()));
    }

    private void tidy(ExpedientNumber number) {
        Expedient expedient = work.expedients().get(Town.EL_BRUC, number);
        for (Step step : expedient.steps()) {
            if (step.isOpen()) {
                work.expedients().finishStep(number, step, "endreçat", town.technician);
            }
        }
        for (DocumentLink link : expedient.documents()) {
            Document document = town.store.documents().find(link.document()).orElseThrow();
            if (!document.type().isTyped()) {
                work.expedients().retype(document.id(), DocumentType.APPLICATION, town.technician);
            }
            boolean unfinished =
                    document.signatures().isEmpty() && document.code().isEmpty();
            if (unfinished && link.state() == DocumentLink.State.LIVE) {
                work.expedients()
                        .change(number, town.technician, (e, by, at) -> e.annul(document.id(), "esborrany", by, at));
            }
        }
        if (work.expedients().get(Town.EL_BRUC, number).documents().isEmpty()) {
            documents.add(work.expedients()
                    .addDocument(
                            number,
                            DocumentMetadata.ofTownHall("Diligència", DocumentType.DILIGENCE),
                            Town.pdf("diligència"),
                            town.secretary)
                    .id());
        }
    }

    Stream<Decree> everyDecree() {
        return decrees.stream().map(work.decrees()::get);
    }
}
