package cat.eset.registry.mux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import cat.eset.core.Actor;
import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.InvalidValueException;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import cat.eset.core.TownHall;
import cat.eset.core.id.Nif;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.Outbox;
import cat.eset.core.work.TrackingState;
import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.mux.MuxLeg;
import cat.eset.testkit.mux.VendorRegistry;
import cat.eset.transport.ServerTrust;
import cat.eset.transport.http.Timeouts;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The mailbox, consolidation and receipts against the simulated MUX, over HTTPS (contract mux 4.3, 6, 12.2). */
@Timeout(120)
class MailboxReaderTest {

    private static final String ISSUER = "VENDOR";

    private final Consortium consortium =
            Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));
    private final TownHall town = consortium.townHalls().get(0);
    private final Secret secret = Secret.of(Tokens.SECRET);
    private final TestRegistry registry = new TestRegistry(consortium.clock(), town, 2026);
    private volatile Predicate<RegistryEntry> refused = entry -> false;
    private final MuxInbound inbound = MuxInbound.builder(
                    new Actor(new Person(Nif.of("00000000T"), "Registre"), Office.AUTOMATED, town),
                    TokenRules.builder(secret).build(),
                    registry.unitOfWork(),
                    registry,
                    registry.ledger())
            .onRegistered((entry, transaction) -> {
                if (refused.test(entry)) {
                    throw new MuxRefusedException(MuxError.UNKNOWN_UNIT, "No és d'aquest ens");
                }
            })
            .clock(consortium.clock())
            .build();
    private final MuxClient client = MuxClient.builder(environment(), ISSUER, secret, town)
            .timeouts(Timeouts.standard().withRead(Duration.ofSeconds(5)))
            .build();
    private final Mailbox mailbox = client.mailbox(consortium.mux().mailboxId());

    MailboxReaderTest() {
        consortium.mux().allowClient(ISSUER, secret);
    }

    private MuxEnvironment environment() {
        return MuxEnvironment.custom(
                "simulator",
                consortium.endpoints().mux(),
                ServerTrust.anchors(List.of(consortium.pki().root())));
    }

    @AfterEach
    void stop() {
        client.close();
        inbound.close();
        consortium.close();
    }

    private MailboxReader reader() {
        return inbound.mailboxReader(mailbox, registry.outbox(), registry.tracking());
    }

    /** Nobody answers, so the auxiliary registry numbers it. */
    private static cat.eset.testkit.mux.MuxTransaction entry(int i) {
        return cat.eset.testkit.mux.MuxTransaction.entry(
                        String.format(Locale.ROOT, "0ba6-0000-0000-%04x", i), "Sol·licitud " + i)
                .build();
    }

    private void auxiliary(int count) {
        for (int i = 1; i <= count; i++) {
            assertThat(consortium.mux().execute(entry(i)).auxiliary()).isTrue();
        }
    }

    /** Delivers what waits, and says how much it was. */
    private int deliver() {
        Instant later = consortium.clock().instant().plusSeconds(1);
        List<Outbox.Leased> waiting =
                registry.outbox().lease(Set.of(MailboxReader.TOPIC), later, Duration.ofMinutes(1), 1000);
        for (Outbox.Leased leased : waiting) {
            ConsolidationResult result = client.consolidate(leased.message());
            result.fold(
                    done -> {
                        registry.outbox().delivered(leased, later);
                        return true;
                    },
                    refused -> {
                        throw new AssertionError(refused.failure());
                    },
                    unknown -> {
                        registry.outbox().retry(leased, "unknown", later);
                        return false;
                    });
        }
        return waiting.size();
    }

    @Test
    void what_the_auxiliary_registry_numbered_gets_a_number_of_ours_and_MUX_knows_it() {
        auxiliary(3);

        MailboxRun run = reader().run();
        deliver();

        assertThat(run).isEqualTo(new MailboxRun(3, 3, MailboxRun.End.EMPTY, ""));
        assertThat(registry.entries())
                .extracting(entry -> entry.content().extract())
                .containsExactly("Sol·licitud 1", "Sol·licitud 2", "Sol·licitud 3");
        assertThat(consortium.mux().legs())
                .extracting(MuxLeg::consolidatedNumber)
                .containsExactly("2026/E/000001", "2026/E/000002", "2026/E/000003");
        assertThat(reader().run()).isEqualTo(new MailboxRun(0, 0, MailboxRun.End.EMPTY, ""));
    }

    @Test
    void a_number_that_never_reached_MUX_is_kept_and_consolidated() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        registry.duringRegistration(() -> {
            try {
                assertThat(mayEnd.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try (EndpointServer server = EndpointServer.builder(new InetSocketAddress("localhost", 0))
                .tls(consortium.pki().tlsServer().credentials())
                .route("/registre", inbound)
                .start()) {
            consortium
                    .mux()
                    .register(new VendorRegistry(
                            server.uri("/registre"), "MUX", town.ine10().value(), secret, Duration.ofMillis(500)));
            auxiliary(1);
            mayEnd.countDown();
            await().atMost(Duration.ofSeconds(20)).until(() -> reader().run().end() == MailboxRun.End.EMPTY);
        }
        deliver();

        assertThat(registry.entries()).hasSize(1);
        assertThat(consortium.mux().legs())
                .extracting(MuxLeg::consolidatedNumber)
                .containsExactly("2026/E/000001");
    }

    @Test
    void an_element_that_is_being_numbered_waits() {
        auxiliary(1);
        registry.ledger()
                .claim(
                        new InboundKey("MUX", "0ba6-0000-0000-0001", "E"),
                        Sha256.of(new byte[0]),
                        consortium.clock().instant());

        assertThat(reader().run().end()).isEqualTo(MailboxRun.End.IN_PROCESS);
        consortium.clock().advanceBy(Duration.ofMinutes(6));
        assertThat(reader().run()).isEqualTo(new MailboxRun(1, 1, MailboxRun.End.EMPTY, ""));
    }

    @Test
    void it_can_be_stopped_and_run_again_anywhere() {
        auxiliary(4);
        AtomicInteger asked = new AtomicInteger();

        MailboxRun first = reader().run(() -> asked.incrementAndGet() <= 2);
        MailboxRun second = reader().run();

        assertThat(first).isEqualTo(new MailboxRun(2, 2, MailboxRun.End.STOPPED, ""));
        assertThat(second).isEqualTo(new MailboxRun(2, 2, MailboxRun.End.EMPTY, ""));
        assertThat(registry.entries()).hasSize(4);
    }

    @Test
    void an_element_that_cannot_be_registered_blocks_and_is_not_lost() {
        auxiliary(2);
        registry.duringRegistration(() -> {
            throw new IllegalStateException("the database is down");
        });
        MailboxRun blocked = reader().run();
        registry.duringRegistration(() -> {});

        assertThat(blocked.end()).isEqualTo(MailboxRun.End.BLOCKED);
        assertThat(blocked.detail()).contains("1999");
        assertThat(reader().run().elements()).isEqualTo(2);
        assertThat(registry.entries()).hasSize(2);
    }

    /** What the endpoint refuses goes to the auxiliary registry, and from there into the mailbox: it would block it for ever. */
    @Test
    void an_element_that_can_never_be_registered_is_passed_over_by_a_person_and_by_nobody_else() {
        refused = entry -> entry.content().extract().equals("Sol·licitud 2");
        auxiliary(4);
        MailboxRun blocked = reader().run();

        assertThat(blocked.end()).isEqualTo(MailboxRun.End.BLOCKED);
        assertThat(blocked.elements()).isEqualTo(1);
        assertThat(blocked.detail()).contains("1005", "No és d'aquest ens");
        assertThat(reader().run().end()).isEqualTo(MailboxRun.End.BLOCKED);
        for (long another : new long[] {1, 3, 4}) {
            assertThatThrownBy(() -> reader().passOver(another))
                    .isInstanceOf(EsetException.class)
                    .hasMessageContaining("2");
        }

        reader().passOver(mailbox.position().orElseThrow());

        assertThat(reader().run()).isEqualTo(new MailboxRun(2, 2, MailboxRun.End.EMPTY, ""));
        assertThat(registry.entries())
                .extracting(entry -> entry.content().extract())
                .containsExactly("Sol·licitud 1", "Sol·licitud 3", "Sol·licitud 4");
        deliver();
        assertThat(consortium.mux().legs())
                .extracting(MuxLeg::consolidatedNumber)
                .containsExactly("2026/E/000001", "", "2026/E/000002", "2026/E/000003");
    }

    private void auxiliary(Instant presented) {
        assertThat(consortium
                        .mux()
                        .execute(
                                cat.eset.testkit.mux.MuxTransaction.entry("0ba6-0000-0000-00f0", "Sol·licitud avançada")
                                        .presented(presented)
                                        .build())
                        .auxiliary())
                .isTrue();
    }

    /** Legal-rules R2.3: number order is the order of reception, and nothing is received before it is presented. */
    @Test
    void an_element_presented_ahead_of_our_clock_waits_for_a_person_as_the_endpoint_refuses_it() {
        Instant presented = consortium.clock().instant().plus(Duration.ofDays(400));
        auxiliary(presented);
        auxiliary(1);

        MailboxRun blocked = reader().run();

        assertThat(blocked.end()).isEqualTo(MailboxRun.End.BLOCKED);
        assertThat(blocked.detail()).contains("0ba6-0000-0000-00f0", "1004", "assumpte.dataPresentacio");
        assertThat(registry.entries()).isEmpty();
        assertThat(deliver()).isZero();

        reader().passOver(mailbox.position().orElseThrow());

        assertThat(reader().run()).isEqualTo(new MailboxRun(1, 1, MailboxRun.End.EMPTY, ""));
        assertThat(registry.entries())
                .extracting(entry -> entry.content().extract())
                .containsExactly("Sol·licitud 1");
    }

    @Test
    void an_element_presented_by_a_clock_that_is_ahead_is_registered_once_ours_has_come_so_far() {
        Instant presented = consortium.clock().instant().plus(Duration.ofHours(25));
        auxiliary(presented);

        assertThat(reader().run().end()).isEqualTo(MailboxRun.End.BLOCKED);
        consortium.clock().advanceBy(Duration.ofHours(1));

        assertThat(reader().run()).isEqualTo(new MailboxRun(1, 1, MailboxRun.End.EMPTY, ""));
        assertThat(registry.entries()).extracting(RegistryEntry::presentedAt).containsExactly(presented);
    }

    @Test
    void the_leg_that_has_a_number_is_consolidated_although_the_other_one_is_passed_over() {
        refused = entry -> entry.number().direction() == Direction.EXIT;
        executeDualTransaction();
        assertThat(reader().run().end()).isEqualTo(MailboxRun.End.BLOCKED);
        while (reader().run().end() == MailboxRun.End.BLOCKED) {
            reader().passOver(mailbox.position().orElseThrow());
        }
        deliver();

        assertThat(registry.entries()).hasSize(1);
        assertThat(registry.exits()).isEmpty();
        assertThat(consortium.mux().legs())
                .extracting(MuxLeg::leg, MuxLeg::consolidatedNumber)
                .containsExactlyInAnyOrder(tuple("E", "2026/E/000001"), tuple("S", ""));
    }

    /** Contract mux 12.2, the last row. */
    @Test
    void what_is_consolidated_already_is_skipped() {
        auxiliary(1);
        Instant now = consortium.clock().instant();
        client.consolidate(new Consolidation(
                "0ba6-0000-0000-0001", Direction.ENTRY, "E/000001-2026", "2026/E/000124", now, now, Optional.empty()));

        assertThat(reader().run()).isEqualTo(new MailboxRun(1, 0, MailboxRun.End.EMPTY, ""));
        assertThat(registry.entries()).isEmpty();
        assertThat(deliver()).isZero();
    }

    @Test
    void what_was_dealt_with_is_not_passed_over() {
        auxiliary(1);
        reader().run();

        assertThatThrownBy(() -> reader().passOver(1)).isInstanceOf(EsetException.class);
    }

    @Test
    void a_cursor_that_ran_ahead_is_taken_back() {
        auxiliary(1);
        reader().run();
        for (int i = 2; i <= 5; i++) {
            consortium.mux().execute(entry(i));
        }
        assertThat(mailbox.moveTo(5)).isEqualTo(new MailboxMove.At(5));

        assertThat(reader().run().elements()).isEqualTo(4);
        assertThat(registry.entries()).hasSize(5);
    }

    @Test
    void no_entry_is_lost_or_doubled_on_a_line_that_breaks() {
        auxiliary(25);
        consortium.network().torture(30, 20261122);
        MailboxRun.End end = MailboxRun.End.STOPPED;
        for (int i = 0; i < 400 && end != MailboxRun.End.EMPTY; i++) {
            try {
                end = reader().run().end();
            } catch (EsetException broken) {
                // Run again: that is what it is made for.
            }
        }
        assertThat(end).isEqualTo(MailboxRun.End.EMPTY);
        for (int i = 0; i < 50; i++) {
            deliver();
        }
        consortium.network().torture(0, 0);
        deliver();

        assertThat(registry.entries())
                .extracting(entry -> entry.content().externalReference().orElseThrow())
                .hasSize(25)
                .doesNotHaveDuplicates();
        assertThat(consortium.mux().legs())
                .hasSize(25)
                .allSatisfy(leg -> assertThat(leg.consolidatedNumber()).isNotEmpty())
                .extracting(MuxLeg::consolidatedNumber)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_crash_after_the_number_and_before_it_was_noted_makes_no_second_one() {
        auxiliary(3);
        TrackingState real = registry.tracking();
        AtomicInteger writes = new AtomicInteger();
        // Each element writes three times after its number was given: both ways of the tie, and how far it came.
        TrackingState dying = new TrackingState() {
            @Override
            public Optional<String> read(String key) {
                return real.read(key);
            }

            @Override
            public boolean replace(String key, Optional<String> expected, String text) {
                if (List.of(1, 3, 6).contains(writes.incrementAndGet())) {
                    throw new IllegalStateException("the process dies here");
                }
                return real.replace(key, expected, text);
            }

            @Override
            public boolean forget(String key, String expected) {
                return real.forget(key, expected);
            }

            @Override
            public List<String> keys(String beginning) {
                return real.keys(beginning);
            }
        };
        int crashes = 0;
        MailboxRun.End end = MailboxRun.End.STOPPED;
        while (end != MailboxRun.End.EMPTY) {
            try {
                end = inbound.mailboxReader(mailbox, registry.outbox(), dying)
                        .run()
                        .end();
            } catch (IllegalStateException crash) {
                crashes++;
            }
        }

        assertThat(deliver())
                .as("one order for each element, none of an attempt that died")
                .isEqualTo(3);
        assertThat(crashes).isEqualTo(3);
        assertThat(registry.entries()).hasSize(3);
        assertThat(consortium.mux().legs())
                .extracting(MuxLeg::consolidatedNumber)
                .containsExactly("2026/E/000001", "2026/E/000002", "2026/E/000003");
    }

    @Test
    void the_mailbox_moves_as_the_contract_says() {
        assertThat(mailbox.next()).isEqualTo(new MailboxMove.NoMore(OptionalLong.of(0)));
        auxiliary(2);

        assertThat(mailbox.next()).isEqualTo(new MailboxMove.At(1));
        assertThat(mailbox.read().legs().get(0).auxiliary().number()).isEqualTo("E/000001-2026");
        assertThat(mailbox.position()).hasValue(1);
        assertThat(mailbox.moveTo(7)).isInstanceOf(MailboxMove.Refused.class);
        assertThat(mailbox.next()).isEqualTo(new MailboxMove.At(2));
        assertThat(mailbox.next()).isEqualTo(new MailboxMove.NoMore(OptionalLong.of(2)));
        assertThat(mailbox.previous()).isEqualTo(new MailboxMove.At(1));
        assertThat(mailbox.previous()).isInstanceOf(MailboxMove.Refused.class);
        assertThat(mailbox.compact(1, 2)).isEqualTo(new MailboxMove.At(1));
        assertThatThrownBy(() -> mailbox.compact(2, 2)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void only_what_was_dealt_with_is_dropped_and_never_the_last_of_it() {
        MailboxReader reader = reader();
        assertThat(reader.compact()).as("nothing was read").isEmpty();
        auxiliary(4);
        AtomicInteger asked = new AtomicInteger();
        reader.run(() -> asked.incrementAndGet() <= 3);

        assertThat(reader.compact()).contains(new MailboxMove.At(2));
        assertThat(mailbox.moveTo(2)).isInstanceOf(MailboxMove.Refused.class);
        assertThat(mailbox.moveTo(3)).isEqualTo(new MailboxMove.At(3));
        assertThat(reader.run().elements()).isEqualTo(1);
        assertThat(registry.entries()).hasSize(4);
    }

    @Test
    void both_legs_of_a_dual_transaction_get_a_number_each_and_are_consolidated_once() {
        executeDualTransaction();

        assertThat(reader().run().end()).isEqualTo(MailboxRun.End.EMPTY);
        deliver();

        assertThat(registry.entries()).hasSize(1);
        assertThat(registry.exits()).hasSize(1);
        assertThat(consortium.mux().legs())
                .extracting(MuxLeg::leg, MuxLeg::consolidatedNumber)
                .containsExactlyInAnyOrder(tuple("E", "2026/E/000001"), tuple("S", "2026/S/000001"));
    }

    @Test
    void consolidating_asks_first_and_may_be_repeated() {
        auxiliary(1);
        Instant now = consortium.clock().instant();
        Consolidation order = new Consolidation(
                "0ba6-0000-0000-0001", Direction.ENTRY, "E/000001-2026", "2026/E/000124", now, now, Optional.empty());

        assertThat(client.consolidate(order)).isEqualTo(new ConsolidationResult.Done(false));
        assertThat(client.consolidate(order)).isEqualTo(new ConsolidationResult.Done(true));
        assertThat(client.auxiliaryEntries(order.transactionId()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.consolidatedWith()).contains("2026/E/000124"));
        Consolidation other = new Consolidation(
                order.transactionId(), order.leg(), order.auxiliaryNumber(), "other", now, now, order.evidence());
        assertThat(client.consolidate(other)).isInstanceOf(ConsolidationResult.Refused.class);
        client.removeConsolidation(order.transactionId(), Direction.ENTRY, "E/000001-2026");
        assertThat(client.consolidate(other)).isEqualTo(new ConsolidationResult.Done(false));
    }

    @Test
    void what_MUX_does_not_know_is_refused_and_a_broken_line_leaves_it_unknown() {
        Instant now = consortium.clock().instant();
        Consolidation order = new Consolidation(
                "ffff-0000-0000-0001", Direction.ENTRY, "E/9", "2026/E/1", now, now, Optional.empty());
        assertThat(client.consolidate(order)).isInstanceOf(ConsolidationResult.Refused.class);

        consortium.network().cutLine();
        assertThat(client.consolidate(order)).isInstanceOf(ConsolidationResult.Unknown.class);
    }

    @Test
    void receipts_come_later() {
        auxiliary(1);
        assertThat(client.receipts("0ba6-0000-0000-0001").entry()).isEmpty();

        consortium.mux().addReceipt("0ba6-0000-0000-0001", "E", "11111111-1111-4111-8111-111111111111");

        assertThat(client.receipts("0ba6-0000-0000-0001").entry()).contains("11111111-1111-4111-8111-111111111111");
    }

    @Test
    void a_client_that_is_not_let_in_is_told_what_to_ask_for() {
        try (MuxClient stranger = MuxClient.builder(environment(), "STRANGER", secret, town)
                .clock(Clock.systemUTC())
                .build()) {
            assertThatThrownBy(() -> stranger.receipts("x")).isInstanceOfSatisfying(MuxServiceException.class, e -> {
                assertThat(e.failure().fault()).isEqualTo(Failure.Fault.CONFIGURATION);
                assertThat(e.failure().remedy().orElse("")).contains("IP address");
            });
        }
    }

    /** An exit and an entry of one transaction. */
    private void executeDualTransaction() {
        String id = "0ba6-0000-0000-00e5";
        consortium
                .mux()
                .execute(cat.eset.testkit.mux.MuxTransaction.exit(id, "Ofici a un altre ens")
                        .build());
        consortium
                .mux()
                .execute(cat.eset.testkit.mux.MuxTransaction.entry(id, "Ofici a un altre ens")
                        .build());
    }
}
