package cat.eset.examples.torture;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.LegalTime;
import cat.eset.core.MediaType;
import cat.eset.core.Office;
import cat.eset.core.OperationId;
import cat.eset.core.decree.Decree;
import cat.eset.core.diligence.ProcessDecision;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.id.Nif;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationText;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.registry.RegistryNumberFormat;
import cat.eset.core.signature.SignatureGroup;
import cat.eset.core.work.Outbox;
import cat.eset.core.work.WorkModel;
import cat.eset.core.work.WorkStore;
import cat.eset.store.dispatch.Backoff;
import cat.eset.store.dispatch.Delivery;
import cat.eset.store.dispatch.Dispatcher;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * What the people of the town hall do with every entry, one command after the other until its decree is notified. What is to be done next
 * is read from the store and from nowhere else, so that it makes no difference who did the step before, and whether he lived to tell.
 */
final class TownHallWork {

    private static final String TOPIC = "notification";
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Party CITIZEN =
            Party.person(Nif.of("00000000T"), "Maria", "Exemple").email("maria@exemple.cat");
    private static final DocumentContent TEXT =
            DocumentContent.of("%PDF-1.7\ndecree".getBytes(StandardCharsets.US_ASCII), MediaType.PDF);

    private final Actor registrar = TownHallProcess.actor("00000003A", Office.REGISTRAR);
    private final Actor mayor = TownHallProcess.actor("00000001R", Office.MAYOR);
    private final Actor secretary = TownHallProcess.actor("00000002W", Office.SECRETARY);

    private final WorkStore store;
    private final WorkModel work;
    private final Clock clock;
    private final long finished;
    private final Consumer<String> told;
    private final Dispatcher dispatcher;

    TownHallWork(WorkStore store, WorkModel work, Clock clock, long finished, Consumer<String> told) {
        this.store = store;
        this.work = work;
        this.clock = clock;
        this.finished = finished;
        this.told = told;
        this.dispatcher = Dispatcher.builder(store.outbox(), clock)
                .topic(TOPIC, message -> deliver(OperationId.of(message.payload())))
                .idle(Duration.ofMillis(50))
                .backoff(new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5)))
                .attempts(1_000)
                .build();
    }

    /** Two people at their desks and one who carries the letters. */
    void start() {
        for (int desk = 0; desk < 2; desk++) {
            int mine = desk;
            new Thread(() -> work(mine), "desk-" + desk).start();
        }
        new Thread(dispatcher, "dispatcher").start();
    }

    /** Every second entry, in their order. */
    private void work(int desk) {
        long next = finished + 1;
        next += (next + desk) % 2;
        while (true) {
            try {
                Optional<RegistryEntry> entry = entry(next);
                if (entry.isPresent()) {
                    drive(entry.orElseThrow());
                    next += 2;
                } else {
                    LockSupport.parkNanos(PAUSE);
                }
            } catch (EsetException e) {
                // The database is away, or was at the worst moment: what is there says how to go on.
                told.accept("FAULT " + e.failure());
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private Optional<RegistryEntry> entry(long sequence) {
        RegistryNumber number =
                RegistryNumberFormat.DEFAULT.number(Direction.ENTRY, LegalTime.yearOf(clock.instant()), sequence);
        return store.registryBook().find(TownHallProcess.TOWN_HALL, number);
    }

    private void drive(RegistryEntry entry) {
        if (entry.state() == RegistryEntry.State.PENDING) {
            work.entries().accept(entry.number(), registrar);
            told.accept("DONE accepted " + entry.number());
        }
        Expedient expedient = entry.expedients().stream()
                .findFirst()
                .map(text -> work.expedients().get(TownHallProcess.TOWN_HALL, expedientNumber(text)))
                .orElseGet(() -> open(entry));
        Decree decree = expedient.documents().stream()
                .flatMap(link -> store.decreeBook().find(link.document()).stream())
                .findFirst()
                .orElseGet(() -> draft(expedient));
        decide(decree);
        notify(expedient, decree);
        told.accept("FINISHED " + entry.number().sequence());
    }

    private static ExpedientNumber expedientNumber(String text) {
        int slash = text.indexOf('/');
        return new ExpedientNumber(
                Integer.parseInt(text.substring(slash + 1)), Long.parseLong(text.substring(0, slash)), text);
    }

    private Expedient open(RegistryEntry entry) {
        Opening opening = Opening.atRequest(
                        entry.content().extract(),
                        Series.of("1402", "Llicències d'obres menors"),
                        Assignee.person(registrar.person()))
                .build();
        Expedient opened = work.entries()
                .process(entry.number(), ProcessDecision.open(opening), registrar)
                .expedient()
                .orElseThrow();
        told.accept("DONE opened " + opened.number() + " for " + entry.number());
        return opened;
    }

    private Decree draft(Expedient expedient) {
        Decree draft = work.decrees()
                .draft(
                        expedient.number(),
                        "Decret",
                        "Atorgar la llicència",
                        TEXT,
                        SignatureGroup.MAYOR_OR_DELEGATE,
                        secretary);
        told.accept("DONE drafted " + draft.document());
        return draft;
    }

    private void decide(Decree decree) {
        if (decree.state() == Decree.State.DRAFT) {
            decide(work.decrees().propose(decree.document(), secretary));
        } else if (decree.state() == Decree.State.IN_SIGNATURE) {
            if (decree.approvalOf(store.documents().find(decree.document()).orElseThrow())
                    .isEmpty()) {
                work.decrees().sign(decree.document(), mayor);
                told.accept("DONE signed " + decree.document());
            }
            Decree approved = work.decrees().approve(decree.document(), secretary);
            told.accept("DONE approved " + decree.document() + " "
                    + approved.number().orElseThrow());
            decide(approved);
        } else if (decree.state() == Decree.State.APPROVED) {
            work.decrees().transcribe(decree.document(), secretary);
            told.accept("DONE transcribed " + decree.document());
        }
    }

    /** Exit, notification and the message that will send it, or none of them. */
    private void notify(Expedient expedient, Decree decree) {
        if (!store.notifications()
                .of(TownHallProcess.TOWN_HALL, expedient.number())
                .isEmpty()) {
            return;
        }
        NotificationText letter = NotificationText.of("Notificació del decret", "Us notifiquem el decret adjunt.");
        Notification prepared = store.unitOfWork().call(() -> {
            Notification ready =
                    work.notifications().prepare(expedient.number(), decree.document(), CITIZEN, letter, secretary);
            String operation = ready.operation().value();
            store.outbox()
                    .add(
                            new Outbox.Message(ready.operation(), TOPIC, operation).about(expedient.key()),
                            clock.instant());
            return ready;
        });
        told.accept("DONE prepared " + prepared.operation());
        dispatcher.wake();
    }

    private Delivery deliver(OperationId operation) {
        Notification notification = work.notifications().get(operation);
        if (notification.state() == Notification.State.UNKNOWN) {
            notification = work.notifications().reconcile(operation, secretary);
        }
        if (notification.state() == Notification.State.CREATED) {
            notification = work.notifications().send(operation, secretary);
        }
        return switch (notification.state()) {
            case UNKNOWN -> Delivery.later("its outcome is not known");
            case REFUSED -> Delivery.hopeless("e-NOTUM refused it");
            default -> {
                told.accept("SENT " + operation + " " + notification.remoteId().orElseThrow());
                yield Delivery.done();
            }
        };
    }
}
