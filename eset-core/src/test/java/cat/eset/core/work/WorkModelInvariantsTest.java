package cat.eset.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.EsetException;
import cat.eset.core.LegalTime;
import cat.eset.core.Office;
import cat.eset.core.decree.BookEvent;
import cat.eset.core.decree.BookKind;
import cat.eset.core.decree.Decree;
import cat.eset.core.decree.DecreeEvent;
import cat.eset.core.decree.DecreeNumber;
import cat.eset.core.decree.OfficialBook;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.diligence.DiligenceEvent;
import cat.eset.core.diligence.DiligenceId;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentEvent;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Aggregate;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.event.Event;
import cat.eset.core.event.Journal;
import cat.eset.core.event.Recorded;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Closing;
import cat.eset.core.expedient.DocumentLink;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.ExpedientIndex;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.Situation;
import cat.eset.core.expedient.Step;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationEvent;
import cat.eset.core.notification.PaperEvent;
import cat.eset.core.notification.PaperNotification;
import cat.eset.core.publication.Publication;
import cat.eset.core.publication.PublicationEvent;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.ExchangeEvent;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryEvent;
import cat.eset.core.registry.RegistryExchange;
import cat.eset.core.task.Task;
import cat.eset.core.task.TaskEvent;
import cat.eset.core.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The ten invariants of contract eset-model 12, on random sequences of commands, sensible or not. A broken one is found again
 * by its seed. With the system property {@code eset.torture}, a hundred thousand sequences.
 */
class WorkModelInvariantsTest {

    private static final int SEQUENCES = Boolean.getBoolean("eset.torture") ? 100_000 : 200;
    private static final int LENGTH = 60;

    /** Events that show that the sequences get far enough. */
    private static final List<String> OFTEN = List.of(
            "PartyAdded",
            "AnnouncedInGazette",
            "ExchangeSent",
            "EdictPublished",
            "ReservationVoided",
            "Reopened",
            "Transferred");

    private static final List<String> RARE = List.of(
            "AccessedInSeat",
            "ExchangeFoundAbsent",
            "ExchangeFollowed",
            "EdictFoundAbsent",
            "EdictWithdrawn",
            "ExposureEnded");

    private int refused;
    private int done;
    private int closed;
    private int approved;
    private int reconciled;
    private int untouched;
    private int voided;
    private final Map<String, Integer> reached = new HashMap<>();
    private long lastPosition;

    @Test
    void randomSequencesOfCommandsBreakNoInvariant() {
        for (long seed = 0; seed < SEQUENCES; seed++) {
            try {
                run(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        // The sequences must reach what they are meant to test.
        assertThat(refused).isGreaterThan(SEQUENCES);
        assertThat(done).isGreaterThan(SEQUENCES * 10);
        assertThat(closed).isGreaterThan(SEQUENCES / 4);
        assertThat(approved).isGreaterThan(SEQUENCES / 6);
        assertThat(reconciled).isPositive();
        assertThat(untouched).isGreaterThan(SEQUENCES);
        assertThat(voided).isGreaterThan(SEQUENCES / 40);
        assertThat(reached.keySet()).containsAll(SEQUENCES > 10_000 ? RARE : OFTEN);
        System.out.println("seeds 0 to " + (SEQUENCES - 1) + ": " + done + " commands done, " + refused + " refused, "
                + closed + " expedients closed, " + approved + " decrees approved");
    }

    private void run(long seed) {
        RandomTown town = new RandomTown(seed);
        Map<DocumentId, ContentRef> signedContents = new HashMap<>();
        Map<AggregateKey, Aggregate> known = new HashMap<>();
        refresh(town, 0, known);
        for (int i = 0; i < LENGTH; i++) {
            step(town, known);
            signedContentsStay(town, signedContents);
        }
        registryIsGapFreeAndInOrder(town);
        entriesAndExpedientsKnowEachOther(town);
        decreesAreNumberedIfAndOnlyIfApproved(town);
        onlyTheSecretaryHasTranscribed(town);
        closedExpedientsRefuseEverything(town);
        indexesListTheLiveDocuments(town);
        waitingStepsCarryTheirTerm(town);
        everyTrailTellsItsState(town);
        nothingIsSentTwice(town);
    }

    /**
     * A refused command writes nothing and leaves every state as it was. A compound one keeps the transactions it completed before the
     * refusal, each with its events.
     */
    private void step(RandomTown town, Map<AggregateKey, Aggregate> known) {
        long before = lastPosition;
        try {
            town.step();
            done++;
        } catch (RandomTown.NothingToDo e) {
            if (refresh(town, before, known).isEmpty()) {
                everythingIsAsItWas(town, known);
            }
        } catch (EsetException e) {
            refused++;
            assertThat(e.failure().effect()).isEqualTo(cat.eset.core.Failure.Effect.NONE);
            if (refresh(town, before, known).isEmpty()) {
                untouched++;
                everythingIsAsItWas(town, known);
            }
        }
        for (AggregateKey key : refresh(town, before, known)) {
            List<Journal.Line> trail = town.town.store.journal().of(key);
            for (int i = 0; i < trail.size(); i++) {
                assertThat(trail.get(i).version()).isEqualTo(i + 1L);
            }
        }
    }

    /** Reads again what was written after a position; gives its keys. */
    private Set<AggregateKey> refresh(RandomTown town, long position, Map<AggregateKey, Aggregate> known) {
        Journal journal = town.town.store.journal();
        Set<AggregateKey> keys = new HashSet<>();
        for (Journal.Line line : journal.after(position, Integer.MAX_VALUE)) {
            keys.add(line.key());
            lastPosition = line.position();
        }
        for (AggregateKey key : keys) {
            List<Recorded<? extends Event>> trail = new ArrayList<>();
            journal.of(key).forEach(line -> trail.add(line.recorded()));
            known.put(key, stored(town, replay(key, trail)).orElseThrow());
        }
        return keys;
    }

    private static void everythingIsAsItWas(RandomTown town, Map<AggregateKey, Aggregate> known) {
        known.forEach((key, before) -> {
            Aggregate now = stored(town, before).orElseThrow();
            if (now != before) {
                assertThat((Object) now).isEqualTo(before);
            }
        });
    }

    /** I-1. */
    private static void registryIsGapFreeAndInOrder(RandomTown town) {
        int total = 0;
        for (Direction direction : Direction.values()) {
            for (int year = 2026; year <= 2040; year++) {
                List<RegistryEntry> entries = town.town.store.registryBook().year(Town.EL_BRUC, direction, year);
                total += entries.size();
                assertThat(entries)
                        .extracting(e -> e.number().sequence())
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, entries.size())
                                .boxed()
                                .toList());
                assertThat(entries).extracting(RegistryEntry::registeredAt).isSorted();
                for (RegistryEntry entry : entries) {
                    assertThat(LegalTime.yearOf(entry.registeredAt())).isEqualTo(year);
                }
            }
        }
        assertThat(total).isGreaterThanOrEqualTo(town.entries.size());
    }

    /** I-2 and I-3. */
    private static void entriesAndExpedientsKnowEachOther(RandomTown town) {
        for (var number : town.entries) {
            RegistryEntry entry =
                    town.town.store.registryBook().find(Town.EL_BRUC, number).orElseThrow();
            for (ExpedientNumber expedient : town.expedients) {
                boolean there = expedient(town, expedient).entries().contains(number);
                assertThat(there).isEqualTo(entry.expedients().contains(expedient.text()));
            }
            if (!entry.expedients().isEmpty()) {
                assertThat(entry.isDone()).isTrue();
            }
        }
        for (DocumentId document : town.documents) {
            assertThat(town.town.store.expedients().holding(Town.EL_BRUC, document))
                    .isNotEmpty();
        }
    }

    /** I-4. */
    private void decreesAreNumberedIfAndOnlyIfApproved(RandomTown town) {
        town.everyDecree().forEach(decree -> {
            boolean exists = decree.state() == Decree.State.APPROVED || decree.state() == Decree.State.TRANSCRIBED;
            assertThat(decree.number().isPresent()).isEqualTo(exists);
            decree.number().ifPresent(number -> {
                approved++;
                assertThat(number.year())
                        .isEqualTo(LegalTime.yearOf(decree.approvedAt().orElseThrow()));
            });
        });
        for (int year = 2026; year <= 2040; year++) {
            int of = year;
            List<DecreeNumber> numbers = town.town.store.decreeBook().year(Town.EL_BRUC, year).stream()
                    .map(d -> d.number().orElseThrow())
                    .toList();
            Optional<OfficialBook> book = town.town.store.decreeBook().book(Town.EL_BRUC, BookKind.DECREES, year);
            List<OfficialBook.Place> places = book.map(OfficialBook::places).orElse(List.of());
            List<Long> entered = new ArrayList<>();
            long kept = 0;
            for (int i = 0; i < places.size(); i++) {
                OfficialBook.Place place = places.get(i);
                assertThat(place.order()).isEqualTo(i + 1);
                switch (place.state()) {
                    case ENTERED, TRANSCRIBED -> entered.add((long) place.order());
                    case VOID -> {
                        voided++;
                        assertThat(place.diligence()).isPresent();
                    }
                    case RESERVED -> kept++;
                }
            }
            assertThat(numbers).extracting(DecreeNumber::sequence).isEqualTo(entered);
            assertThat(town.everyDecree()
                            .filter(d -> d.number().isEmpty())
                            .flatMap(d -> d.reserved().stream())
                            .filter(n -> n.year() == of)
                            .count())
                    .isEqualTo(kept);
        }
    }

    private static void onlyTheSecretaryHasTranscribed(RandomTown town) {
        town.everyDecree()
                .flatMap(decree -> town.town.store.journal().of(decree.key()).stream())
                .map(Journal.Line::recorded)
                .filter(recorded -> recorded.event() instanceof DecreeEvent.Transcribed)
                .forEach(recorded -> assertThat(recorded.by().office()).isEqualTo(Office.SECRETARY));
    }

    /** I-5. */
    private static void signedContentsStay(RandomTown town, Map<DocumentId, ContentRef> seen) {
        for (DocumentId id : town.documents) {
            Document document = town.town.store.documents().find(id).orElseThrow();
            if (document.state() == Document.State.SIGNED) {
                assertThat(document.content()).isEqualTo(seen.computeIfAbsent(id, k -> document.content()));
            }
        }
    }

    /** I-6. */
    private void closedExpedientsRefuseEverything(RandomTown town) {
        for (ExpedientNumber number : town.expedients) {
            Expedient e = expedient(town, number);
            if (e.situation() == Situation.OPEN) {
                continue;
            }
            closed++;
            var by = town.town.administrator;
            Instant at = town.town.clock.instant();
            DocumentId any = DocumentId.of("X");
            List<Supplier<Object>> mutations = List.of(
                    () -> e.phase(Phase.RESOLUTION, by, at),
                    () -> e.reassign(Assignee.group("x"), by, at),
                    () -> e.incorporate(any, by, at),
                    () -> e.addFolder("nova", by, at),
                    () -> e.note("x", by, at),
                    () -> e.relate(new ExpedientNumber(2000, 1, "x"), by, at),
                    () -> e.resolutionDeadline(java.time.LocalDate.EPOCH, List.of(), by, at),
                    () -> e.addStep(new Step.FreeTask("x", Assignee.group("x"), Optional.empty()), by, at),
                    () -> e.beginClosing(cat.eset.core.expedient.ClosingReason.OTHER, List.of(), List.of(), by, at));
            for (Supplier<Object> mutation : mutations) {
                assertThatThrownBy(mutation::get).isInstanceOf(EsetException.class);
            }
            assertThat(expedient(town, number)).isEqualTo(e);
        }
    }

    /** I-7: at the instant of the index, its items are the live documents of that moment, in order, with their digests. */
    private static void indexesListTheLiveDocuments(RandomTown town) {
        for (ExpedientNumber number : town.expedients) {
            Expedient e = expedient(town, number);
            List<Closing> closings = e.closings();
            if (e.situation() == Situation.OPEN || closings.isEmpty()) {
                continue;
            }
            ExpedientIndex index = closings.get(closings.size() - 1).index();
            List<DocumentLink> live =
                    e.documents().stream().filter(DocumentLink::isIndexed).toList();
            assertThat(index.items())
                    .extracting(ExpedientIndex.Item::document)
                    .containsExactlyElementsOf(
                            live.stream().map(DocumentLink::document).toList());
            assertThat(index.items())
                    .allSatisfy(item -> assertThat(item.incorporatedAt()).isBeforeOrEqualTo(index.generatedAt()));
        }
    }

    /** I-8. */
    private static void waitingStepsCarryTheirTerm(RandomTown town) {
        for (ExpedientNumber number : town.expedients) {
            for (Step step : expedient(town, number).steps()) {
                if (step.what() instanceof Step.Waiting waiting) {
                    assertThat(waiting.term().startEvent()).isNotBlank();
                    assertThat(waiting.term().reasons()).isNotEmpty();
                }
            }
        }
    }

    /** I-9 and I-10: every aggregate is what its trail tells, and the three notions move only by their own events. */
    private void everyTrailTellsItsState(RandomTown town) {
        var store = town.town.store;
        Map<AggregateKey, List<Recorded<? extends Event>>> trails = new HashMap<>();
        for (Journal.Line line : store.journal().after(0, Integer.MAX_VALUE)) {
            assertThat(line.recorded().by().townHall()).isEqualTo(Town.EL_BRUC);
            trails.computeIfAbsent(line.key(), k -> new ArrayList<>()).add(line.recorded());
            reached.merge(line.recorded().event().type(), 1, Integer::sum);
        }
        trails.forEach((key, trail) -> {
            Aggregate told = replay(key, trail);
            assertThat(told.version()).isEqualTo(trail.size());
            assertThat(told.key()).isEqualTo(key);
            assertThat(stored(town, told).map(Aggregate.class::cast)).contains(told);
            if (told instanceof Expedient) {
                threeNotionsApart(cast(trail));
            }
        });
    }

    private static void threeNotionsApart(List<Recorded<ExpedientEvent>> trail) {
        Expedient before = Expedient.replay(trail.subList(0, 1));
        for (int n = 2; n <= trail.size(); n++) {
            Expedient after = Expedient.replay(trail.subList(0, n));
            String type = trail.get(n - 1).event().type();
            if (!type.equals("PhaseChanged")) {
                assertThat(after.phase()).isEqualTo(before.phase());
            }
            if (!Set.of("ClosingBegun", "ClosingAbandoned", "Closed", "Reopened", "Transferred", "Eliminated")
                    .contains(type)) {
                assertThat(after.situation()).isEqualTo(before.situation());
            }
            if (!Set.of("StepAdded", "StepEnded").contains(type)) {
                assertThat(after.steps()).isEqualTo(before.steps());
            }
            before = after;
        }
    }

    private static Aggregate replay(AggregateKey key, List<Recorded<? extends Event>> trail) {
        Function<List<Recorded<? extends Event>>, Aggregate> how = switch (key.kind()) {
            case "RegistryEntry" -> t -> RegistryEntry.replay(RandomTrail.<RegistryEvent>of(t));
            case "Expedient" -> t -> Expedient.replay(RandomTrail.<ExpedientEvent>of(t));
            case "Document" -> t -> Document.replay(RandomTrail.<DocumentEvent>of(t));
            case "Decree" -> t -> Decree.replay(RandomTrail.<DecreeEvent>of(t));
            case "OfficialBook" -> t -> OfficialBook.replay(RandomTrail.<BookEvent>of(t));
            case "Diligence" -> t -> Diligence.replay(RandomTrail.<DiligenceEvent>of(t));
            case "Task" -> t -> Task.replay(RandomTrail.<TaskEvent>of(t));
            case "Notification" -> t -> Notification.replay(RandomTrail.<NotificationEvent>of(t));
            case "PaperNotification" -> t -> PaperNotification.replay(RandomTrail.<PaperEvent>of(t));
            case "RegistryExchange" -> t -> RegistryExchange.replay(RandomTrail.<ExchangeEvent>of(t));
            case "Publication" -> t -> Publication.replay(RandomTrail.<PublicationEvent>of(t));
            default -> throw new AssertionError("unknown kind " + key.kind());
        };
        return how.apply(trail);
    }

    private static Optional<? extends Aggregate> stored(RandomTown town, Aggregate told) {
        var store = town.town.store;
        if (told instanceof RegistryEntry e) {
            return store.registryBook().find(Town.EL_BRUC, e.number());
        } else if (told instanceof Expedient e) {
            return store.expedients().find(Town.EL_BRUC, e.number());
        } else if (told instanceof Document d) {
            return store.documents().find(d.id());
        } else if (told instanceof Decree d) {
            return store.decreeBook().find(d.document());
        } else if (told instanceof OfficialBook b) {
            return store.decreeBook().book(Town.EL_BRUC, b.kind(), b.year());
        } else if (told instanceof Diligence d) {
            return store.diligences().find(DiligenceId.of(d.id().value()));
        } else if (told instanceof Task t) {
            return store.tasks().find(TaskId.of(t.id().value()));
        } else if (told instanceof Notification n) {
            return store.notifications().find(n.operation());
        } else if (told instanceof PaperNotification n) {
            return store.papers().find(n.operation());
        } else if (told instanceof RegistryExchange x) {
            return store.exchanges().find(x.operation());
        } else if (told instanceof Publication p) {
            return store.publications().find(p.operation());
        }
        throw new AssertionError("unknown aggregate " + told);
    }

    /** The same operation is sent again only after the service said that it never arrived. */
    private void nothingIsSentTwice(RandomTown town) {
        assertThat(town.town.board.line.doubled).isEmpty();
        assertThat(town.town.exchanging.line.doubled).isEmpty();
        assertThat(town.town.archive.line.doubled).isEmpty();
        Map<Object, Integer> calls = new HashMap<>();
        town.town.notifying.line.calls.forEach(op -> calls.merge(op, 1, Integer::sum));
        calls.forEach((operation, times) -> {
            long absences =
                    town.town.store.journal().of(new AggregateKey("Notification", operation.toString())).stream()
                            .filter(line -> line.recorded().event().type().equals("FoundAbsent"))
                            .count();
            assertThat((long) times).isLessThanOrEqualTo(absences + 1);
            reconciled += absences > 0 ? 1 : 0;
        });
    }

    private static Expedient expedient(RandomTown town, ExpedientNumber number) {
        return town.town.store.expedients().find(Town.EL_BRUC, number).orElseThrow();
    }

    private static List<Recorded<ExpedientEvent>> cast(List<Recorded<? extends Event>> trail) {
        return RandomTrail.of(trail);
    }
}
