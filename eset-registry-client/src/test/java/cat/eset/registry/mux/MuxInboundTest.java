package cat.eset.registry.mux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cat.eset.core.Actor;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.UnitOfWork;
import cat.eset.endpoint.EndpointLimits;
import cat.eset.endpoint.jdk.EndpointServer;
import cat.eset.registry.MappingLoss;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The inbound registry through a real socket (contract mux 4.2, 7.1 and 8). */
@Timeout(60)
class MuxInboundTest {

    private static final String ID = "0ba6-8133-af41-6006";
    private static final TownHall TOWN =
            TownHall.of("Ajuntament d'Exemple", Ine10.of("0899990001"), Dir3.of("L01089999"));
    private static final Actor REGISTRAR =
            new Actor(new Person(Nif.of("00000000T"), "Registre"), Office.AUTOMATED, TOWN);

    private volatile Instant now = Instant.parse("2026-03-02T08:35:00.120Z");
    private final Clock clock = new MovingClock(() -> now);
    private final TestRegistry registry = new TestRegistry(clock, TOWN, 2026);
    private final List<MuxTransaction> heard = new ArrayList<>();
    private MuxInbound inbound = inbound(builder -> builder, registry.unitOfWork());
    private EndpointServer server = server();

    @BeforeEach
    void ready() {
        assertThat(registry.entries()).isEmpty();
    }

    @AfterEach
    void close() {
        server.close();
        inbound.close();
    }

    private MuxInbound inbound(UnaryOperator<MuxInbound.Builder> settings, UnitOfWork unitOfWork) {
        TokenRules tokens = TokenRules.builder(Secret.of(Tokens.SECRET))
                .issuer("MUX")
                .subject("0802560003")
                .build();
        return settings.apply(MuxInbound.builder(REGISTRAR, tokens, unitOfWork, registry, registry.ledger())
                        .clock(clock)
                        .onRegistered((entry, transaction) -> heard.add(transaction)))
                .build();
    }

    private EndpointServer server() {
        return EndpointServer.builder(new InetSocketAddress("localhost", 0))
                .route("/registre", inbound)
                .limits(EndpointLimits.defaults().withDiscardBytes(60L << 20))
                .start();
    }

    private void restartWith(UnaryOperator<MuxInbound.Builder> settings) {
        restartWith(settings, registry.unitOfWork());
    }

    private void restartWith(UnaryOperator<MuxInbound.Builder> settings, UnitOfWork unitOfWork) {
        close();
        inbound = inbound(settings, unitOfWork);
        server = server();
    }

    private Posts mux() {
        return new Posts(server.uri("/registre"));
    }

    private void assertRefused(String answer, MuxError error) {
        JsonNode json = Posts.json(answer);
        assertThat(json.path("resultat").isBoolean()).isTrue();
        assertThat(json.path("resultat").booleanValue()).isFalse();
        assertThat(json.path("codiError").intValue()).as(answer).isEqualTo(error.code());
        assertThat(json.path("missatgeError").textValue()).isNotBlank();
        assertThat(json.has("numeroAssentament")).isFalse();
    }

    @Test
    void answers_the_contracts_minimal_request_exactly_as_the_contract_says() {
        assertThat(mux().post(Posts.MINIMAL))
                .isEqualTo("{\"resultat\":true,\"idTransaccio\":\"0ba6-8133-af41-6006\",\"tipus\":\"E\","
                        + "\"numeroAssentament\":\"2026/E/000001\","
                        + "\"dataAssentament\":\"02/03/2026T09:35:00.120+01:00\","
                        + "\"dataPresentacio\":\"01/03/2024T09:34:55.000+01:00\"}");
    }

    @Test
    void mux_7_1_the_printed_answer_to_the_printed_request() {
        now = Instant.parse("2024-03-01T08:35:00.120Z");
        registry.format((direction, year, sequence) -> "2024/E/000123");

        assertThat(Posts.json(mux().post(Posts.MINIMAL))).isEqualTo(Posts.json("""
                { "resultat": true, "idTransaccio": "0ba6-8133-af41-6006", "tipus": "E", "numeroAssentament": "2024/E/000123",
                  "dataAssentament": "01/03/2024T09:35:00.120+01:00", "dataPresentacio": "01/03/2024T09:34:55.000+01:00" }
                """));
    }

    @Test
    void says_json_and_200_in_the_words_of_the_reference_module() {
        HttpResponse<String> answer = mux().send(Posts.goodToken(), Posts.MINIMAL.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=\"utf-8\"");
    }

    @Test
    void numbers_an_exit_in_the_sequence_of_exits() {
        String exit =
                Posts.MINIMAL.replace("\"tipus\": \"E\"", "\"tipus\": \"S\"").replace("\"desti\"", "\"origen\"");

        mux().post(Posts.MINIMAL);
        JsonNode answer = Posts.json(mux().post(exit));

        assertThat(answer.path("numeroAssentament").textValue()).isEqualTo("2026/S/000001");
        assertThat(answer.path("tipus").textValue()).isEqualTo("S");
        assertThat(registry.entries()).hasSize(1);
        assertThat(registry.exits())
                .extracting(entry -> entry.number().direction())
                .containsExactly(Direction.EXIT);
    }

    @Test
    void the_year_is_that_of_the_numbering_and_in_Madrid() {
        now = Instant.parse("2026-12-31T23:30:00Z");

        assertThat(Posts.json(mux().post(Posts.MINIMAL))
                        .path("numeroAssentament")
                        .textValue())
                .isEqualTo("2027/E/000001");
        assertThat(registry.year(TOWN, Direction.ENTRY, 2027).get(0).presentedAt())
                .isEqualTo(Instant.ofEpochMilli(1709282095000L));
    }

    @Test
    void without_a_date_of_presentation_it_is_that_of_the_numbering() {
        JsonNode answer = Posts.json(mux().post(Posts.MINIMAL.replace("\"dataPresentacio\": 1709282095000,", "")));

        assertThat(answer.path("dataPresentacio").textValue()).isEqualTo("02/03/2026T09:35:00.120+01:00");
    }

    // The three cases of contract mux 4.2.

    @Test
    void case_1_a_repetition_after_success_gets_the_same_answer_and_no_new_entry() {
        String first = mux().post(Posts.MINIMAL);
        now = now.plusSeconds(60);

        assertThat(mux().post(Posts.MINIMAL)).isEqualTo(first);
        assertThat(registry.entries()).hasSize(1);
        assertThat(heard).hasSize(1);
    }

    @Test
    void cases_2_and_3_a_late_number_is_told_to_the_next_repetition() throws InterruptedException {
        restartWith(builder -> builder.answerBudget(Duration.ofMillis(300)));
        CountDownLatch numbering = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        registry.duringRegistration(() -> {
            numbering.countDown();
            awaitLatch(mayEnd);
        });

        String late = mux().post(Posts.MINIMAL);
        assertThat(numbering.getCount()).isZero();
        String whileWorking = mux().post(Posts.MINIMAL);
        mayEnd.countDown();
        await().atMost(Duration.ofSeconds(10)).until(() -> heard.size() == 1 && isNumbered(mux().post(Posts.MINIMAL)));

        String inProcess = "{\"resultat\":false,\"codiError\":1001,\"missatgeError\":"
                + "\"Transacció 0ba6-8133-af41-6006/E encara en procés\","
                + "\"idTransaccio\":\"0ba6-8133-af41-6006\",\"tipus\":\"E\"}";
        assertThat(late).isEqualTo(inProcess);
        assertThat(whileWorking).isEqualTo(inProcess);
        assertThat(Posts.json(mux().post(Posts.MINIMAL))
                        .path("numeroAssentament")
                        .textValue())
                .isEqualTo("2026/E/000001");
        assertThat(registry.entries()).hasSize(1);
    }

    @Test
    void a_repetition_that_comes_in_time_waits_for_the_same_number() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch numbering = new CountDownLatch(1);
        registry.duringRegistration(() -> {
            numbering.countDown();
            awaitLatch(mayEnd);
        });

        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> mux().post(Posts.MINIMAL));
        awaitLatch(numbering);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> mux().post(Posts.MINIMAL));
        mayEnd.countDown();

        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(first.get(20, TimeUnit.SECONDS));
        assertThat(isNumbered(first.get())).isTrue();
        assertThat(registry.entries()).hasSize(1);
    }

    @Test
    void another_process_with_the_same_control_table_says_in_process() {
        registry.ledger().claim(new InboundKey("MUX", ID, "E"), Sha256.of(new byte[0]), now);

        assertRefused(mux().post(Posts.MINIMAL), MuxError.IN_PROCESS);
        assertThat(registry.entries()).isEmpty();
    }

    @Test
    void work_of_a_process_that_died_is_taken_over() {
        registry.ledger().claim(new InboundKey("MUX", ID, "E"), Sha256.of(new byte[0]), now);
        now = now.plus(Duration.ofMinutes(6));

        assertThat(isNumbered(mux().post(Posts.MINIMAL))).isTrue();
    }

    @Test
    void work_of_processes_that_died_can_be_listed_and_released() {
        registry.ledger().claim(new InboundKey("MUX", ID, "E"), Sha256.of(new byte[0]), now);
        registry.ledger().claim(new InboundKey("e-NOTUM", "other", "-"), Sha256.of(new byte[0]), now);
        now = now.plus(Duration.ofMinutes(6));

        assertThat(inbound.releaseStale()).containsExactly(ID + "/E");
        assertThat(inbound.releaseStale()).isEmpty();
    }

    @Test
    void an_attempt_that_was_taken_over_leaves_no_entry() {
        restartWith(builder -> builder.answerBudget(Duration.ofMillis(300)).staleAfter(Duration.ofMinutes(5)));
        registry.duringRegistration(() -> {
            registry.duringRegistration(() -> {});
            // Meanwhile another process thinks that this one is dead.
            registry.ledger()
                    .stale(Duration.ZERO, now.plusSeconds(1))
                    .forEach(pending -> registry.ledger().fail(pending.ticket(), "dead", now));
        });

        assertRefused(mux().post(Posts.MINIMAL), MuxError.IN_PROCESS);
        assertThat(registry.entries()).isEmpty();
        assertThat(isNumbered(mux().post(Posts.MINIMAL))).isTrue();
        assertThat(registry.entries()).hasSize(1);
    }

    @Test
    void a_retry_after_a_failure_may_carry_other_data() {
        registry.duringRegistration(() -> {
            throw new IllegalStateException("the database is down, NIF 00000000T");
        });
        String failed = mux().post(Posts.MINIMAL);
        registry.duringRegistration(() -> {});

        JsonNode answer = Posts.json(mux().post(Posts.MINIMAL.replace("d'obres menors", "de gual")));

        assertRefused(failed, MuxError.INTERNAL);
        assertThat(failed).doesNotContain("00000000T");
        assertThat(answer.path("numeroAssentament").textValue()).isEqualTo("2026/E/000001");
        assertThat(registry.entries())
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.content().extract()).isEqualTo("Sol·licitud de llicència de gual"));
    }

    @Test
    void a_repetition_that_waits_while_the_first_one_fails_is_tried_with_its_own_data() throws Exception {
        CountDownLatch arrivals = new CountDownLatch(2);
        CountDownLatch mayFail = new CountDownLatch(1);
        // Asked about the sender while it is read, just before it is seen whether the same transaction is being worked
        // on.
        String body = change(
                "\"registres\": {",
                "\"registres\": { \"origen\": { \"unitatOrganica\": { \"dir3\": \"A09018933\" } },");
        restartWith(builder -> builder.alsoOurUnits(unit -> {
            arrivals.countDown();
            return false;
        }));
        CountDownLatch numbering = new CountDownLatch(1);
        registry.duringRegistration(() -> {
            registry.duringRegistration(() -> {});
            numbering.countDown();
            awaitLatch(mayFail);
            throw new IllegalStateException("the database is down");
        });

        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> mux().post(body));
        awaitLatch(numbering);
        CompletableFuture<String> second =
                CompletableFuture.supplyAsync(() -> mux().post(body.replace("d'obres menors", "de gual")));
        awaitLatch(arrivals);
        mayFail.countDown();

        assertRefused(first.get(20, TimeUnit.SECONDS), MuxError.INTERNAL);
        assertThat(isNumbered(second.get(20, TimeUnit.SECONDS))).isTrue();
        assertThat(registry.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.content().extract()).endsWith("de gual"));
    }

    @Test
    void other_data_after_success_do_not_change_the_entry() {
        String first = mux().post(Posts.MINIMAL);

        assertThat(mux().post(Posts.MINIMAL.replace("d'obres menors", "de gual")))
                .isEqualTo(first);
        assertThat(registry.entries().get(0).content().extract()).contains("obres menors");
    }

    @Test
    void a_test_transaction_never_touches_the_sequence_and_never_answers_for_a_real_one() {
        String test =
                Posts.MINIMAL.replace("\"indicadorProva\": { \"clau\": \"0\"", "\"indicadorProva\": { \"clau\": \"1\"");

        String first = mux().post(test);
        assertThat(mux().post(test)).isEqualTo(first);
        assertThat(Posts.json(first).path("resultat").booleanValue()).isTrue();
        assertThat(Posts.json(first).path("numeroAssentament").textValue())
                .startsWith("PROVA-E-")
                .hasSizeLessThanOrEqualTo(20);
        assertThat(registry.entries()).isEmpty();
        assertThat(heard).isEmpty();
        assertThat(Posts.json(mux().post(Posts.MINIMAL))
                        .path("numeroAssentament")
                        .textValue())
                .isEqualTo("2026/E/000001");
    }

    @Test
    void a_vendor_may_refuse_inside_the_transaction() {
        restartWith(builder -> builder.onRegistered((entry, transaction) -> {
            throw new MuxRefusedException(MuxError.REGISTRY_CLOSED, "Registre tancat per inventari");
        }));

        String answer = mux().post(Posts.MINIMAL);

        assertRefused(answer, MuxError.REGISTRY_CLOSED);
        assertThat(answer).contains("Registre tancat per inventari");
        assertThat(registry.entries()).isEmpty();
    }

    @Test
    void a_number_whose_commit_was_not_confirmed_is_told_and_never_given_again() {
        UnitOfWork real = registry.unitOfWork();
        AtomicInteger commits = new AtomicInteger();
        UnitOfWork line = new UnitOfWork() {
            @Override
            public <T> T call(Supplier<T> work) {
                T result = real.call(work);
                if (commits.incrementAndGet() == 1) {
                    throw new IllegalStateException("the line to the database broke after the commit");
                }
                return result;
            }
        };
        restartWith(builder -> builder, line);

        String first = mux().post(Posts.MINIMAL);
        String again = mux().post(Posts.MINIMAL);

        assertThat(isNumbered(first)).isTrue();
        assertThat(again).isEqualTo(first);
        assertThat(registry.entries()).hasSize(1);
    }

    static Stream<Throwable> noThread() {
        return Stream.of(
                new RejectedExecutionException("full"),
                new IllegalStateException("an executor of a vendor"),
                new OutOfMemoryError("unable to create native thread"));
    }

    @ParameterizedTest
    @MethodSource("noThread")
    void no_free_thread_is_a_clear_answer_and_the_next_repetition_gets_its_number(Throwable why) {
        AtomicBoolean full = new AtomicBoolean(true);
        restartWith(builder -> builder.answerBudget(Duration.ofSeconds(2)).executor(task -> {
            if (full.getAndSet(false)) {
                MuxInboundTest.<RuntimeException>raise(why);
            }
            task.run();
        }));
        assertRefused(mux().post(Posts.MINIMAL), MuxError.INTERNAL);

        assertThat(isNumbered(mux().post(Posts.MINIMAL))).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void raise(Throwable what) throws E {
        throw (E) what;
    }

    static Stream<Arguments> badInputs() {
        return Stream.of(
                Arguments.of("type ES", change("\"tipus\": \"E\"", "\"tipus\": \"ES\""), MuxError.UNSUPPORTED_TYPE),
                Arguments.of("unknown leg", change("\"tipus\": \"E\"", "\"tipus\": \"X\""), MuxError.UNSUPPORTED_TYPE),
                Arguments.of("no type", change("\"tipus\": \"E\",", ""), MuxError.INVALID_PAYLOAD),
                Arguments.of("type a number", change("\"tipus\": \"E\"", "\"tipus\": 1"), MuxError.INVALID_PAYLOAD),
                Arguments.of("no id", change("\"idTransaccio\"", "\"other\""), MuxError.INVALID_PAYLOAD),
                Arguments.of("id with a line break", change(ID, "0ba6\\n8133"), MuxError.INVALID_PAYLOAD),
                Arguments.of("id of 71 characters", change(ID, "a".repeat(71)), MuxError.INVALID_PAYLOAD),
                Arguments.of("id a number", change("\"" + ID + "\"", "17"), MuxError.INVALID_PAYLOAD),
                Arguments.of("broken JSON", Posts.MINIMAL.substring(0, 900), MuxError.INVALID_PAYLOAD),
                Arguments.of("two objects", Posts.MINIMAL + Posts.MINIMAL, MuxError.INVALID_PAYLOAD),
                Arguments.of(
                        "the same field twice", change("\"ttl\": 20", "\"tipus\": \"S\""), MuxError.INVALID_PAYLOAD),
                Arguments.of("a list", "[]", MuxError.INVALID_PAYLOAD),
                Arguments.of("nothing", "", MuxError.INVALID_PAYLOAD),
                Arguments.of("very deep", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000), MuxError.INVALID_PAYLOAD),
                Arguments.of(
                        "a million parties",
                        change("\"interessats\": [", "\"interessats\": [" + "{},".repeat(1_000_000)),
                        MuxError.INVALID_PAYLOAD),
                Arguments.of("30 February", presented("\"30/02/2026T10:00:00.000+01:00\""), MuxError.INVALID_PAYLOAD),
                Arguments.of("month 13", presented("\"2026-13-01T10:00:00Z\""), MuxError.INVALID_PAYLOAD),
                Arguments.of("hour 25", presented("\"01/03/2026 25:00:00\""), MuxError.INVALID_PAYLOAD),
                Arguments.of("a word for a date", presented("\"ahir\""), MuxError.INVALID_PAYLOAD),
                Arguments.of("far future", presented("99999999999999999"), MuxError.INVALID_PAYLOAD),
                Arguments.of("the day after tomorrow", presented("\"2026-03-04T10:00:00Z\""), MuxError.INVALID_PAYLOAD),
                Arguments.of("number without end", presented("9".repeat(400)), MuxError.INVALID_PAYLOAD),
                Arguments.of("before there were registries", presented("-99999999999999"), MuxError.INVALID_PAYLOAD),
                Arguments.of(
                        "unknown test flag",
                        change("\"indicadorProva\": { \"clau\": \"0\"", "\"indicadorProva\": { \"clau\": \"7\""),
                        MuxError.INVALID_PAYLOAD),
                Arguments.of(
                        "another town hall",
                        change("L01089999", "L01080193")
                                .replace("\"ine10\": \"0899990001\"", "\"ine10\": \"0801930008\""),
                        MuxError.UNKNOWN_UNIT));
    }

    private static String change(String from, String to) {
        assertThat(Posts.MINIMAL).contains(from);
        return Posts.MINIMAL.replace(from, to);
    }

    private static String presented(String value) {
        return change("1709282095000", value);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("badInputs")
    void refuses_and_registers_nothing(String name, String body, MuxError expected) {
        assertRefused(mux().post(body), expected);

        assertThat(registry.entries()).as(name).isEmpty();
        assertThat(isNumbered(mux().post(Posts.MINIMAL))).as("nothing is lost").isTrue();
        assertThat(registry.entries().get(0).number().sequence()).isEqualTo(1);
    }

    /** Contract mux 7.1, step 4: what is finished keeps its number, even if the data changed. */
    @Test
    void a_repetition_presented_ahead_of_our_clock_gets_the_number_it_has() {
        String first = mux().post(Posts.MINIMAL);

        assertThat(mux().post(presented("\"2026-03-04T10:00:00Z\""))).isEqualTo(first);
        assertThat(registry.entries()).hasSize(1);
    }

    @Test
    void refuses_bytes_that_are_no_text() {
        byte[] body = change("obres menors", "?").getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(mux().send(Posts.goodToken(), body).body(), MuxError.INVALID_PAYLOAD);
        assertThat(registry.entries()).isEmpty();
    }

    @Test
    void refuses_a_bad_token_with_200_and_the_documented_body() {
        long issued = Instant.now().getEpochSecond();
        byte[] body = Posts.MINIMAL.getBytes(StandardCharsets.UTF_8);
        for (String token : List.of(
                Tokens.likeMux(issued - 1000),
                "",
                "three.bad.parts",
                Tokens.part("{\"alg\":\"none\"}") + "." + Tokens.part("{\"exp\":" + (issued + 100) + "}") + ".",
                Tokens.signed(
                        "{\"alg\":\"RS256\"}",
                        "{\"iss\":\"MUX\",\"sub\":\"0802560003\",\"exp\":" + (issued + 100) + "}"),
                Tokens.signed(
                        "{\"alg\":\"HS256\"}", "{\"iss\":\"MUX\",\"sub\":\"wrong\",\"exp\":" + (issued + 100) + "}"))) {
            HttpResponse<String> answer = mux().send(token, body);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertRefused(answer.body(), MuxError.AUTHENTICATION);
        }
        assertThat(registry.entries()).isEmpty();
        assertThat(isNumbered(mux().post(Posts.MINIMAL))).as("nothing is lost").isTrue();
    }

    /** Which the length of the body would have been refused for, had anybody looked at it. */
    @Test
    void judges_the_token_before_it_takes_the_body() {
        byte[] body = new byte[EndpointLimits.defaults().maxBodyBytes() + 1];

        assertRefused(mux().send("three.bad.parts", body).body(), MuxError.AUTHENTICATION);
        assertRefused(mux().send(Posts.goodToken(), body).body(), MuxError.INVALID_PAYLOAD);
    }

    @Test
    void refuses_a_call_with_two_tokens_even_if_one_is_good() {
        for (List<String> tokens : List.of(
                List.of(Posts.goodToken(), Posts.goodToken()),
                List.of(Posts.goodToken(), "x.y.z"),
                List.of("x.y.z", Posts.goodToken()))) {
            HttpResponse<String> answer = mux().send(HttpRequest.newBuilder(server.uri("/registre"))
                    .header("Authorization", "Bearer " + tokens.get(0))
                    .header("Authorization", "Bearer " + tokens.get(1))
                    .POST(HttpRequest.BodyPublishers.ofString(Posts.MINIMAL))
                    .build());

            assertRefused(answer.body(), MuxError.AUTHENTICATION);
        }
        assertThat(registry.entries()).isEmpty();
    }

    @Test
    void takes_what_was_presented_a_little_ahead_of_our_clock() {
        assertThat(isNumbered(
                        mux().post(presented(Long.toString(now.plusSeconds(5).toEpochMilli())))))
                .isTrue();
    }

    /** The last Sunday of October 2026 has two hours from two to three. */
    @Test
    void tells_the_hour_that_comes_twice_apart() {
        now = Instant.parse("2026-10-25T00:30:00Z");
        String first = mux().post(Posts.minimal("0ba6-8133-af41-0001"));
        now = Instant.parse("2026-10-25T01:30:00Z");
        String second = mux().post(Posts.minimal("0ba6-8133-af41-0002"));

        assertThat(first).contains("\"dataAssentament\":\"25/10/2026T02:30:00.000+02:00\"");
        assertThat(second).contains("\"dataAssentament\":\"25/10/2026T02:30:00.000+01:00\"");
        assertThat(Posts.json(second).path("numeroAssentament").textValue()).isEqualTo("2026/E/000002");
    }

    @Test
    void a_clock_that_goes_back_over_the_new_year_does_not_disorder_the_book() {
        now = Instant.parse("2026-12-31T23:00:00.100Z");
        String young = mux().post(Posts.minimal("0ba6-8133-af41-0001"));
        now = Instant.parse("2026-12-31T22:59:59.900Z");
        String behind = mux().post(Posts.minimal("0ba6-8133-af41-0002"));

        assertThat(young).contains("2027/E/000001");
        assertThat(behind).contains("2027/E/000002");
        assertThat(registry.year(TOWN, Direction.ENTRY, 2027))
                .extracting(RegistryEntry::registeredAt)
                .hasSize(2)
                .isSorted();
    }

    @Test
    void a_file_that_tries_to_leave_its_folder_is_registered_under_a_safe_name() {
        String answer = mux().post(change("instancia.pdf", "E/000123-2026/../../etc/passwd"));

        assertThat(isNumbered(answer)).isTrue();
        assertThat(registry.entries().get(0).attachments().get(0).name()).isEqualTo("E_000123-2026_.._.._etc_passwd");
        assertThat(heard.get(0).losses())
                .contains(new MappingLoss("documents[0].nomFitxer", MappingLoss.Kind.REPLACED));
    }

    @Test
    void refuses_other_methods_with_200_and_the_documented_body() {
        HttpResponse<String> answer =
                mux().send(HttpRequest.newBuilder(server.uri("/registre")).GET().build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertRefused(answer.body(), MuxError.INVALID_PAYLOAD);
    }

    @Test
    void refuses_fifty_megabytes_with_200_and_the_documented_body() {
        HttpResponse<String> answer = mux().send(Posts.goodToken(), new byte[50 << 20]);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertRefused(answer.body(), MuxError.INVALID_PAYLOAD);
    }

    @Test
    void a_number_that_no_exchange_can_carry_is_taken_back() {
        registry.format((direction, year, sequence) -> "ENTRADA-" + year + "-0000000000" + sequence);
        assertRefused(mux().post(Posts.MINIMAL), MuxError.INTERNAL);
        assertThat(registry.entries()).isEmpty();

        registry.format((direction, year, sequence) -> year + "/" + sequence);
        assertThat(Posts.json(mux().post(Posts.MINIMAL))
                        .path("numeroAssentament")
                        .textValue())
                .isEqualTo("2026/1");
    }

    @Test
    void the_vendor_hears_what_did_not_fit_and_has_the_whole_transaction() throws Exception {
        mux().post(Posts.MINIMAL);

        MuxTransaction transaction = heard.get(0);
        assertThat(transaction.application()).contains("eTRAM");
        assertThat(transaction.losses())
                .extracting(MappingLoss::path)
                .contains("control.documentacioFisica", "documents[0].tipusDocumentalSICRES", "control.usuari")
                .noneMatch(path -> path.contains("ba51a9be"));
        assertThat(new String(transaction.raw().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(Posts.MINIMAL);
        RegistryEntry entry = registry.entries().get(0);
        assertThat(entry.content().externalReference()).contains(ID);
    }

    private static boolean isNumbered(String answer) {
        return Posts.json(answer).path("resultat").booleanValue();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody released the latch");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A clock that shows what the test says. */
    private static final class MovingClock extends Clock {
        private final InstantSource source;

        MovingClock(InstantSource source) {
            this.source = source;
        }

        @Override
        public Instant instant() {
            return source.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
