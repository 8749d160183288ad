package cat.eset.registry.sir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.work.Announcement;
import cat.eset.core.work.Announcements;
import cat.eset.registry.sicres.DirectoryCode;
import cat.eset.registry.sicres.EntryMark;
import cat.eset.testkit.pki.TestPki;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What synchronising told is kept as it was told, until somebody acted on it (contract sir 3.6). */
class ExchangeLogTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    private final MemoryStore store = MemoryStore.create(Clock.systemUTC());
    private final ExchangeLog log = ExchangeLog.of(store.announcements(), TestPki.VILAPROVA);

    static Stream<ExchangeEvent> events() {
        return Stream.of(
                event("VENDOR-2024-000001", EventKind.CONFIRMED, Optional.of(Instant.parse("2024-03-01T10:00:00Z"))),
                event("", EventKind.RECEIVED, Optional.empty()),
                event("x".repeat(4000), new EventKind("N".repeat(300)), Optional.of(NOON)));
    }

    private static ExchangeEvent event(String sendingId, EventKind kind, Optional<Instant> at) {
        return new ExchangeEvent(
                sendingId,
                ExchangeId.of("O00000001_24_00000123"),
                "0899990001",
                Optional.empty(),
                Optional.of(new DirectoryCode("O00000001")),
                Optional.of(new DirectoryCode("not of DIR3")),
                Optional.of(new EntryMark("2024-E-RC-1234", at)),
                Optional.empty(),
                kind,
                at);
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_comes_back_as_it_was_kept(ExchangeEvent event) {
        log.keep(List.of(event, event), NOON);

        assertThat(log.ofSending(event.sendingId())).containsExactly(event);
        assertThat(log.open(10)).containsExactly(event);
    }

    @Test
    void what_was_acted_on_is_not_open_any_more_and_is_still_known() {
        List<ExchangeEvent> told = events().toList();
        log.keep(told, NOON);

        assertThat(log.markDone(told.get(0), NOON)).isTrue();
        assertThat(log.markDone(told.get(0), NOON)).isFalse();
        log.keep(told, NOON);

        assertThat(log.open(10)).containsExactlyElementsOf(told.subList(1, 3));
        assertThat(log.open(1)).hasSize(1);
        assertThat(log.ofSending("VENDOR-2024-000001")).containsExactly(told.get(0));
    }

    @Test
    void one_town_hall_does_not_see_the_events_of_another_in_the_same_store() {
        log.keep(events().toList(), NOON);

        assertThat(ExchangeLog.of(
                                store.announcements(),
                                TownHall.of("Ajuntament de Prova", Ine10.of("0802560003"), Dir3.of("L01080256")))
                        .open(10))
                .isEmpty();
    }

    @Test
    void another_client_after_a_restart_knows_what_the_first_was_told() {
        try (Town town = new Town()) {
            OperationId operation = town.operation();
            String received = town.consortium().sir().deliver(ExampleOf.message(), Map.of());
            try (SirClient first = town.client()) {
                first.send(operation, Town.dispatch(), Town.OFFICIAL);
                town.consortium().clock().advanceBy(Duration.ofMinutes(2));
                first.synchronise();
                // Here the program dies, and SIR never tells any of it again.
            }
            try (SirClient second = town.client()) {
                assertThat(second.synchronise()).isEmpty();
                assertThat(second.reconcile(operation)).isInstanceOf(Reconciliation.Found.class);
                assertThat(second.log().open(10))
                        .filteredOn(event -> event.kind().equals(EventKind.RECEIVED))
                        .singleElement()
                        .satisfies(event -> assertThat(event.exchange()).isEqualTo(ExchangeId.of(received)));
            }
        }
    }

    @Test
    void what_could_not_be_kept_is_kept_the_next_time() {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (Town town = new Town()) {
            town.consortium().sir().deliver(ExampleOf.message(), Map.of());
            try (SirClient sir = town.client()
                    .onBehalfOf(
                            TestPki.VILAPROVA,
                            town.consortium().pki().townHallSeal().credentials(),
                            breakable(store.announcements(), broken))) {
                assertThatThrownBy(sir::synchronise).hasMessage("no database");
                broken.set(false);
                assertThat(sir.synchronise()).isEmpty();

                assertThat(sir.log().open(10)).hasSize(1);
            }
        }
    }

    private static Announcements breakable(Announcements announcements, AtomicBoolean broken) {
        return new Announcements() {
            @Override
            public int keep(String source, List<Announcement> told, Instant now) {
                if (broken.get() && !told.isEmpty()) {
                    throw new IllegalStateException("no database");
                }
                return announcements.keep(source, told, now);
            }

            @Override
            public List<Announcement> about(String source, String subject) {
                return announcements.about(source, subject);
            }

            @Override
            public List<Announcement> open(String source, int max) {
                return announcements.open(source, max);
            }

            @Override
            public boolean markDone(String source, String key, Instant now) {
                return announcements.markDone(source, key, now);
            }
        };
    }
}
