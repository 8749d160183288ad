package cat.eset.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.EsetException;
import cat.eset.core.OperationId;
import cat.eset.core.Sha256;
import cat.eset.core.registry.Direction;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.Outbox;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts and instants that a database would refuse, change or tell to others. */
class HostileTextTest {

    private static final Set<String> TOPIC = Set.of("topic");

    @ParameterizedTest
    @EnumSource
    void what_somebody_wrote_is_read_as_it_was_written(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        for (String extract : List.of(
                "Robert'); DROP TABLE eset.event; --",
                "eset.event \\ % _ ? $1 :name {fn now()}",
                "\uD83C\uDFDB\uFE0F".repeat(79),
                "l·l \u0301a \u200F\u202E fi",
                "abans\u0000despr\u00E9s",
                "una\nl\u00EDnia\r\ni una altra")) {
            assertThat(store.registryBook()
                            .find(
                                    Town.BRUC,
                                    Town.register(store, Town.CLERK, extract).number())
                            .orElseThrow()
                            .content()
                            .extract())
                    .isEqualTo(extract);
        }
        assertThat(store.verifyChain(Town.BRUC)).isInstanceOf(ChainCheck.Intact.class);
        assertThat(store.registryBook().year(Town.BRUC, Direction.ENTRY, 2026)).hasSize(6);
    }

    @ParameterizedTest
    @EnumSource
    void a_reason_with_what_no_text_of_a_database_may_hold_ends_an_attempt_all_the_same(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        store.outbox().add(new Outbox.Message(OperationId.next(), "topic", "payload"), Town.MORNING);
        Outbox.Leased leased = store.outbox()
                .lease(TOPIC, Town.MORNING, Duration.ofMinutes(1), 1)
                .get(0);
        store.outbox().park(leased, "el servei diu \u0000", Town.MORNING);
        assertThat(store.outbox().parked())
                .singleElement()
                .satisfies(parked -> assertThat(parked.reason()).isEqualTo("el servei diu \uFFFD"));

        InboundKey key = new InboundKey("MUX", "0b81", "E");
        InboundLedger.Claim.Claimed claimed =
                (InboundLedger.Claim.Claimed) store.inboundLedger().claim(key, Sha256.of(new byte[0]), Town.MORNING);
        store.inboundLedger().fail(claimed.ticket(), "\u0000", Town.MORNING);
        assertThat(store.inboundLedger().claim(key, Sha256.of(new byte[0]), Town.MORNING))
                .isInstanceOf(InboundLedger.Claim.Claimed.class);
    }

    @ParameterizedTest
    @EnumSource
    void what_would_not_be_read_as_it_was_written_is_refused_on_both_databases(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        assertThatThrownBy(() -> store.trackingState().replace("cursor", Optional.empty(), "a\u0000b"))
                .isInstanceOf(EsetException.class)
                .hasMessageContaining("U+0000");
        assertThat(store.trackingState().read("cursor")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_long_text_is_kept_whole(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        String text = "lletra".repeat(400_000);
        store.outbox().add(new Outbox.Message(OperationId.next(), "topic", text), Town.MORNING);
        assertThat(store.outbox()
                        .lease(TOPIC, Town.MORNING, Duration.ofMinutes(1), 1)
                        .get(0)
                        .message()
                        .payload())
                .isEqualTo(text);
        store.trackingState().replace("cursor", Optional.empty(), text);
        assertThat(store.trackingState().replace("cursor", Optional.of(text), text + "a"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_due_now_is_due_now_however_fine_the_clock(TestDatabase kind) {
        Clock fine = Clock.fixed(Town.MORNING.plusNanos(123_456_789), ZoneOffset.UTC);
        JdbcStore store = kind.store(fine);
        store.outbox().add(new Outbox.Message(OperationId.next(), "topic", "payload"), fine.instant());
        assertThat(store.outbox().lease(TOPIC, fine.instant(), Duration.ofMinutes(1), 1))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void what_a_database_says_of_a_value_reaches_no_log(TestDatabase kind) {
        JdbcStore store = kind.store(Town.CLOCK);
        String secret = "Maria Exemple 00000000T ";
        assertSilent(secret, () -> store.trackingState().replace(secret.repeat(20), Optional.empty(), "x"));
        Town.register(store, Town.CLERK, secret);
        // What comes next finds its place taken.
        TestDatabase.execute(
                kind.shared(), "UPDATE eset.chain SET position = 0", "UPDATE eset.counter SET last_number = 5");
        assertSilent(secret, () -> Town.register(store, Town.CLERK, secret));
    }

    private static void assertSilent(String secret, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(EsetException.class).satisfies(e -> {
            StringWriter log = new StringWriter();
            e.printStackTrace(new PrintWriter(log));
            assertThat(log.toString()).doesNotContain(secret.strip(), "00000000T");
        });
    }
}
