package cat.eset.registry.mux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cat.eset.core.Actor;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.Secret;
import cat.eset.core.id.Nif;
import cat.eset.endpoint.EndpointExchange;
import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.mux.MuxExecution;
import cat.eset.testkit.mux.MuxTransaction;
import cat.eset.testkit.mux.VendorAnswer;
import cat.eset.testkit.mux.VendorRegistry;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against the simulated consortium, which was written from the contract without looking at this module, over HTTPS. */
@Timeout(120)
class SimulatedMuxTest {

    private static final String SUBJECT = "0899990001";
    private static final Consortium CONSORTIUM =
            Consortium.start(ConsortiumOptions.startingAt(LocalDateTime.of(2026, 3, 2, 9, 0)));

    private final Secret secret = Secret.of(Tokens.SECRET);
    private final TestRegistry registry =
            new TestRegistry(CONSORTIUM.clock(), CONSORTIUM.townHalls().get(0), 2026);
    private final Queue<EndpointExchange> wire = new ConcurrentLinkedQueue<>();
    private final MuxInbound inbound = MuxInbound.builder(
                    new Actor(
                            new Person(Nif.of("00000000T"), "Registre"),
                            Office.AUTOMATED,
                            CONSORTIUM.townHalls().get(0)),
                    TokenRules.builder(secret).issuer("MUX").subject(SUBJECT).build(),
                    registry.unitOfWork(),
                    registry,
                    registry.ledger())
            .clock(CONSORTIUM.clock())
            .answerBudget(Duration.ofSeconds(2))
            .build();
    private final EndpointServer server = EndpointServer.builder(new InetSocketAddress("localhost", 0))
            .tls(CONSORTIUM.pki().tlsServer().credentials())
            .route("/registre", inbound)
            .tap(wire::add)
            .start();

    @AfterAll
    static void stopConsortium() {
        CONSORTIUM.close();
    }

    @AfterEach
    void stop() {
        server.close();
        inbound.close();
    }

    private void announce(Duration answerTimeout) {
        CONSORTIUM.mux().register(new VendorRegistry(server.uri("/registre"), "MUX", SUBJECT, secret, answerTimeout));
    }

    @Test
    void a_transaction_is_posted_numbered_and_repeated() {
        announce(Duration.ofSeconds(15));
        MuxTransaction application = MuxTransaction.entry("0ba6-8133-af41-0001", "Llicència d'obres menors")
                .person(MuxTransaction.Person.of("00000000T", "Maria", "Exemple"))
                .build();

        VendorAnswer first = CONSORTIUM.mux().post(application);
        VendorAnswer again = CONSORTIUM.mux().post(application);

        assertThat(first.failure()).isEmpty();
        assertThat(Posts.json(first.body()).path("numeroAssentament").textValue())
                .isEqualTo("2026/E/000001");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(registry.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.content().extract()).isEqualTo("Llicència d'obres menors");
            assertThat(entry.content().parties())
                    .extracting(party -> party.name().full())
                    .containsExactly("Maria Exemple");
        });
    }

    @Test
    void the_tap_sees_what_the_simulator_sent_and_got() {
        announce(Duration.ofSeconds(15));

        VendorAnswer answer = CONSORTIUM
                .mux()
                .post(MuxTransaction.exit("0ba6-8133-af41-0002", "Ofici").build());

        EndpointExchange exchange = wire.remove();
        assertThat(new String(exchange.request().body(), StandardCharsets.UTF_8))
                .isEqualTo(answer.requestBody());
        assertThat(new String(exchange.response().body(), StandardCharsets.UTF_8))
                .isEqualTo(answer.body());
        assertThat(exchange.request().headers().first("Authorization")).isPresent();
    }

    @Test
    void an_executed_leg_has_the_number_of_our_registry() {
        announce(Duration.ofSeconds(15));

        MuxExecution execution = CONSORTIUM
                .mux()
                .execute(MuxTransaction.entry("0ba6-8133-af41-0003", "Gual").build());

        assertThat(execution.auxiliary()).isFalse();
        assertThat(execution.number())
                .isEqualTo(registry.entries().get(0).number().text());
    }

    @Test
    void a_token_for_another_town_hall_registers_nothing() {
        CONSORTIUM.mux().register(VendorRegistry.at(server.uri("/registre"), "MUX", "0801930008", secret));

        VendorAnswer answer = CONSORTIUM
                .mux()
                .post(MuxTransaction.entry("0ba6-8133-af41-0004", "Gual").build());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(Posts.json(answer.body()).path("codiError").intValue()).isEqualTo(1002);
        assertThat(registry.entries()).isEmpty();
    }

    @Test
    void an_execution_that_fails_is_executed_again_with_other_data_and_gets_one_number() {
        announce(Duration.ofSeconds(15));
        AtomicInteger attempts = new AtomicInteger();
        registry.duringRegistration(() -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("the database had a hiccup");
            }
        });

        MuxExecution execution = CONSORTIUM
                .mux()
                .executeInTurn(List.of(
                        MuxTransaction.entry("0ba6-8133-af41-0005", "Primer esborrany")
                                .build(),
                        MuxTransaction.entry("0ba6-8133-af41-0005", "Text definitiu")
                                .build(),
                        MuxTransaction.entry("0ba6-8133-af41-0005", "Massa tard")
                                .build()));

        assertThat(execution.auxiliary()).isFalse();
        assertThat(registry.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.content().extract()).isEqualTo("Text definitiu");
            assertThat(entry.number().text()).isEqualTo(execution.number());
        });
    }

    @Test
    void an_answer_that_comes_too_late_leaves_a_number_here_and_an_auxiliary_one_there() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        registry.duringRegistration(() -> {
            try {
                assertThat(mayEnd.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        announce(Duration.ofMillis(300));

        MuxExecution execution = CONSORTIUM
                .mux()
                .execute(MuxTransaction.entry("0ba6-8133-af41-0006", "Gual").build());
        mayEnd.countDown();

        assertThat(execution.auxiliary()).isTrue();
        assertThat(execution.answer().orElseThrow().arrived()).isFalse();
        await().atMost(Duration.ofSeconds(20)).until(() -> registry.entries().size() == 1);
    }
}
