package cat.eset.benchmarks.store;

import cat.eset.core.Actor;
import cat.eset.core.catalogue.StepCatalogue;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.ExpedientNumberFormat;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.Series;
import cat.eset.core.expedient.Step;
import cat.eset.core.id.Nif;
import cat.eset.core.party.Party;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryEvent;
import cat.eset.core.registry.RegistryNumberFormat;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskEvent;
import cat.eset.core.task.TaskId;
import cat.eset.core.task.TaskRequest;
import cat.eset.store.JdbcStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Ten years of a busy town hall, made by the core: entries, and expedients that are all open, which is worse than any real ones, with steps and
 * tasks. Every number makes the same again.
 *
 * @param clerk who did all of it
 * @param entries how many
 * @param expedients how many, and half as many tasks
 */
record Archive(Actor clerk, int entries, int expedients) {

    static final int FIRST_YEAR = 2017;
    static final int YEARS = 10;
    static final int GROUPS = 40;

    /** The last instant of all. */
    static final Instant END = Instant.parse("2026-11-20T12:00:00Z");

    private static final StepCatalogue STEPS = StepCatalogue.standard();
    private static final Phase[] PHASES = {Phase.INITIATION, Phase.INSTRUCTION, Phase.RESOLUTION};
    private static final String[] WHAT = {"obres", "activitats", "subvencions", "ocupació", "plusvàlua", "arbrat"};
    private static final String[] WHERE = {"Major", "Nou", "Pont", "Estació", "Església", "Molí", "Camp", "Font"};
    private static final int TOGETHER = 500;

    String tenant() {
        return clerk.townHall().ine10().value();
    }

    int tasks() {
        return expedients / 2;
    }

    int entriesPerYear() {
        return entries / YEARS;
    }

    int expedientsPerYear() {
        return expedients / YEARS;
    }

    /** What number so much is about. Some words are in each, some in a few, one in a fifth of the third year and nowhere else. */
    String subject(int number) {
        return "Llicència " + WHAT[number % WHAT.length] + " carrer " + WHERE[number / 7 % WHERE.length] + " "
                + number % 5_000 + " referència " + Integer.toString(number, 36)
                + (number % 300 == 0 ? " urgent" : "")
                + (number / entriesPerYear() == 2 && number % 5 == 0 ? " campanya" : "");
    }

    /** Who is in charge of number so much. */
    static Assignee responsible(int number) {
        return Assignee.group("Grup " + number % GROUPS);
    }

    /** The last of a hundred are pending; the others were filed. */
    Change<RegistryEntry, RegistryEvent> entry(int number) {
        int year = FIRST_YEAR + number / entriesPerYear();
        int sequence = number % entriesPerYear() + 1;
        EntryDraft draft = EntryDraft.entry(subject(number))
                .party(Party.person(Nif.of("00000000T"), "Maria", "Exemple"))
                .build();
        Instant at = at(year, sequence);
        Change<RegistryEntry, RegistryEvent> registered = RegistryEntry.registered(
                RegistryNumberFormat.DEFAULT.number(Direction.ENTRY, year, sequence), at, draft, clerk);
        return number >= entries - entries / 100
                ? registered
                : registered
                        .then(entry -> entry.accept(clerk, at))
                        .then(entry -> entry.fileWithoutExpedient("D" + number, "No cal", clerk, at));
    }

    /** Three in five have a step of work, one in fifty of those late. */
    Change<Expedient, ExpedientEvent> expedient(int number) {
        Phase phase = PHASES[number % PHASES.length];
        Instant at = at(number(number).year(), number % expedientsPerYear());
        Change<Expedient, ExpedientEvent> change = Expedient.open(
                number(number),
                Opening.exOfficio(subject(number), Series.of("1402", "Llicències d'obres menors"), responsible(number))
                        .build(),
                clerk,
                at);
        if (phase != Phase.INITIATION) {
            change = change.then(expedient -> expedient.phase(phase, clerk, at));
        }
        if (hasWork(number)) {
            change = change.then(expedient -> expedient.addStep(
                    new Step.Work(STEPS.get("INFORME_TECNIC"), responsible(number), Optional.of(due(number))),
                    clerk,
                    at));
        }
        return change;
    }

    /** One in every second expedient; one in three of them done. */
    Change<Task, TaskEvent> task(int number) {
        int expedient = number * 2;
        Instant at = at(number(expedient).year(), expedient % expedientsPerYear());
        TaskRequest request = TaskRequest.of("Revisar " + subject(expedient), responsible(expedient))
                .due(due(expedient))
                .in(number(expedient));
        TaskId id = TaskId.next(Clock.fixed(at, ZoneOffset.UTC), new Random(number));
        Change<Task, TaskEvent> asked = Task.request(id, request, clerk, at);
        return hasOpenTask(expedient) ? asked : asked.then(task -> task.finish("fet", clerk, at));
    }

    static boolean hasWork(int expedient) {
        return expedient % 5 < 3;
    }

    static boolean hasOpenTask(int expedient) {
        return expedient % 2 == 0 && expedient / 2 % 3 != 0;
    }

    static LocalDate due(int expedient) {
        return LocalDate.of(2027, 1, 1).plusDays(expedient % 300 - (expedient % 50 == 0 ? 400 : 0));
    }

    private ExpedientNumber number(int expedient) {
        return ExpedientNumberFormat.DEFAULT.number(
                FIRST_YEAR + expedient / expedientsPerYear(), expedient % expedientsPerYear() + 1);
    }

    private static Instant at(int year, int sequence) {
        return Instant.parse(String.format(Locale.ROOT, "%04d-01-02T08:00:00Z", year))
                .plus(sequence * 200L, ChronoUnit.SECONDS);
    }

    /** Stores it as any program would. */
    void save(JdbcStore store) {
        together(store, entries, i -> store.registryBook().save(entry(i)));
        together(store, expedients, i -> store.expedients().save(expedient(i)));
        together(store, tasks(), i -> store.tasks().save(task(i)));
    }

    private static void together(JdbcStore store, int count, IntConsumer save) {
        for (int from = 0; from < count; from += TOGETHER) {
            int begin = from;
            int end = Math.min(count, from + TOGETHER);
            store.unitOfWork().run(() -> {
                for (int i = begin; i < end; i++) {
                    save.accept(i);
                }
            });
        }
    }
}
