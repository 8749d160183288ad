package cat.eset.core.indicator;

import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.core.decree.Decree;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentType;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Closing;
import cat.eset.core.expedient.DocumentLink;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.Situation;
import cat.eset.core.expedient.Step;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.task.Task;
import cat.eset.core.work.WorkStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The indicators that show bad practice early (contract eset-model 11: the names are those of the candidates, because the
 * published ones were not found). Read from the state of a store; each answer lists what it counts. Thread-safe.
 */
public final class Indicators {

    private final WorkStore store;
    private final TownHall townHall;
    private final Instant now;

    private Indicators(WorkStore store, TownHall townHall, Instant now) {
        this.store = store;
        this.townHall = townHall;
        this.now = now;
    }

    /** The indicators of a town hall at an instant. */
    public static Indicators of(WorkStore store, TownHall townHall, Instant now) {
        return new Indicators(store, townHall, now);
    }

    /** Entries of this year and the last that are not accepted, or are in no expedient without a reason. */
    public Indicator entriesToDealWith() {
        int year = LegalTime.yearOf(now);
        List<RegistryEntry> entries = new ArrayList<>(store.registryBook().year(townHall, Direction.ENTRY, year - 1));
        entries.addAll(store.registryBook().year(townHall, Direction.ENTRY, year));
        return indicator(
                entries.stream().filter(e -> !e.isDone()), e -> e.number().text(), RegistryEntry::registeredAt);
    }

    /** Open expedients with neither open work nor a running term: nobody is going to do anything. */
    public Indicator stuckExpedients() {
        return indicator(
                store.expedients().in(townHall, Situation.OPEN).stream()
                        .filter(e -> e.steps().stream().noneMatch(Step::isOpen))
                        .filter(e -> store.tasks().open(townHall, e.number()).isEmpty()),
                e -> e.number().text(),
                Expedient::openedAt);
    }

    /** Tasks that are late. */
    public Indicator overdueTasks() {
        LocalDate today = LegalTime.dateOf(now);
        return indicator(
                store.tasks().open(townHall).stream().filter(t -> t.isOverdue(today)),
                t -> t.id().value(),
                Task::createdAt);
    }

    /** Steps of work that are late, and waiting steps whose term is over. */
    public Indicator overdueSteps() {
        LocalDate today = LegalTime.dateOf(now);
        List<Indicator.Item> items = new ArrayList<>();
        for (Expedient expedient : store.expedients().in(townHall, Situation.OPEN)) {
            for (Step step : expedient.steps()) {
                boolean over = step.isOpen()
                        && step.what() instanceof Step.Waiting waiting
                        && waiting.term().lastDay().isBefore(today);
                if (over || step.isOverdue(today)) {
                    items.add(new Indicator.Item(expedient.number() + "/" + step.number(), days(step.startedAt())));
                }
            }
        }
        return sorted(items);
    }

    /** Late tasks and late steps of work, counted by whoever is in charge of them. */
    public Map<Assignee, Long> overdueByAssignee() {
        LocalDate today = LegalTime.dateOf(now);
        Stream<Assignee> tasks = store.tasks().open(townHall).stream()
                .filter(task -> task.isOverdue(today))
                .map(Task::assignee);
        Stream<Assignee> steps = store.expedients().in(townHall, Situation.OPEN).stream()
                .flatMap(expedient -> expedient.steps().stream())
                .filter(step -> step.isOverdue(today))
                .flatMap(step -> assignee(step.what()).stream());
        return Stream.concat(tasks, steps)
                .collect(Collectors.collectingAndThen(
                        Collectors.groupingBy(Function.identity(), Collectors.counting()), Map::copyOf));
    }

    private static Optional<Assignee> assignee(Step.What what) {
        if (what instanceof Step.Work work) {
            return Optional.of(work.assignee());
        }
        return what instanceof Step.FreeTask task ? Optional.of(task.assignee()) : Optional.empty();
    }

    /** Documents of open expedients that have waited for signature longer than this since they were captured. */
    public Indicator documentsInSignature(Duration longerThan) {
        return documents(d -> d.state() == Document.State.IN_SIGNATURE
                && d.capturedAt().plus(longerThan).isBefore(now));
    }

    /** Documents of open expedients that nobody has given a type. */
    public Indicator untypedDocuments() {
        return documents(d -> d.type().equals(DocumentType.UNTYPED));
    }

    /** Open expedients whose every step is done: they only wait to be closed. */
    public Indicator expedientsReadyToClose() {
        return indicator(
                store.expedients().in(townHall, Situation.OPEN).stream()
                        .filter(e -> !e.steps().isEmpty() && e.steps().stream().noneMatch(Step::isOpen)),
                e -> e.number().text(),
                Expedient::openedAt);
    }

    /** Approved decrees in force of a year that nobody has notified or published, longer ago than this. */
    public Indicator decreesToNotify(int year, Duration longerThan) {
        return indicator(
                store.decreeBook().year(townHall, year).stream()
                        .filter(Decree::isInForce)
                        .filter(d -> d.marks().stream()
                                .noneMatch(m -> m.mark() == Decree.Mark.NOTIFIED || m.mark() == Decree.Mark.PUBLISHED))
                        .filter(d -> approvedAt(d).plus(longerThan).isBefore(now)),
                d -> d.number().map(Object::toString).orElseThrow(),
                Indicators::approvedAt);
    }

    /** Open expedients whose last day to resolve is over. */
    public Indicator expedientsPastDeadline() {
        LocalDate today = LegalTime.dateOf(now);
        return indicator(
                store.expedients().in(townHall, Situation.OPEN).stream()
                        .filter(e ->
                                e.resolutionDeadline().filter(today::isAfter).isPresent()),
                e -> e.number().text(),
                Expedient::openedAt);
    }

    /** How many expedients were opened from an instant on, up to now. */
    public long openedSince(Instant from) {
        return everyExpedient().filter(e -> !e.openedAt().isBefore(from)).count();
    }

    /** How many expedients were closed from an instant on, up to now; those opened again since do not count. */
    public long closedSince(Instant from) {
        return everyExpedient()
                .filter(e -> e.situation() != Situation.OPEN && !e.closings().isEmpty())
                .map(e -> e.closings().get(e.closings().size() - 1))
                .flatMap((Closing c) -> c.closedAt().stream())
                .filter(at -> !at.isBefore(from))
                .count();
    }

    /**
     * How the exits that were registered from an instant on, up to now, left: the share of the electronic ones is asked there. Annulled
     * exits do not count. Reads everything that was ever sent, as no port finds a sending by its exit.
     */
    public ExitsByChannel exitsSince(Instant from) {
        return new ExitCount(store, townHall)
                .between(from, now, IntStream.rangeClosed(LegalTime.yearOf(from), LegalTime.yearOf(now)));
    }

    private Stream<Expedient> everyExpedient() {
        return Stream.of(Situation.values()).flatMap(situation -> store.expedients().in(townHall, situation).stream());
    }

    private Indicator documents(Predicate<Document> which) {
        Stream<Document> all = store.expedients().in(townHall, Situation.OPEN).stream()
                .flatMap(e -> store
                        .documents()
                        .findAll(e.documents().stream()
                                .filter(link -> link.state() == DocumentLink.State.LIVE)
                                .map(DocumentLink::document)
                                .toList())
                        .stream())
                .distinct();
        return indicator(all.filter(which), d -> d.id().value(), Document::capturedAt);
    }

    private static Instant approvedAt(Decree decree) {
        return decree.approvedAt().orElseThrow();
    }

    private <T> Indicator indicator(Stream<T> what, Function<T, String> key, Function<T, Instant> since) {
        return sorted(what.map(one -> new Indicator.Item(key.apply(one), days(since.apply(one))))
                .toList());
    }

    private static Indicator sorted(List<Indicator.Item> items) {
        return new Indicator(items.stream()
                .sorted(Comparator.comparingLong(Indicator.Item::ageDays).reversed())
                .toList());
    }

    private long days(Instant since) {
        return LegalTime.dateOf(now).toEpochDay() - LegalTime.dateOf(since).toEpochDay();
    }
}
