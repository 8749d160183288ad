package cat.eset.registry.mux;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Actor;
import cat.eset.core.LegalTime;
import cat.eset.core.Office;
import cat.eset.core.Person;
import cat.eset.core.Secret;
import cat.eset.core.TownHall;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.Ine10;
import cat.eset.core.id.Nif;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.endpoint.jdk.EndpointServer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Sixteen senders push transactions with one repetition in ten: some while the first one is still being numbered, some after an answer
 * that was lost, some after a failure. 20 000 under the profile {@code torture}, fewer otherwise.
 */
class ManyTransactionsTest {

    private static final int SENDERS = 16;
    private static final int TRANSACTIONS = Boolean.getBoolean("eset.torture") ? 20_000 : 1_000;
    private static final TownHall TOWN =
            TownHall.of("Ajuntament d'Exemple", Ine10.of("0899990001"), Dir3.of("L01089999"));

    private final Random random = new Random(20261122);
    private final TestRegistry registry = new TestRegistry(Clock.systemUTC(), TOWN, LegalTime.yearOf(Instant.now()));
    private final Map<String, Set<String>> numbers = new ConcurrentHashMap<>();

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void every_transaction_gets_exactly_one_number_without_gaps_and_in_order() throws Exception {
        Actor registrar = new Actor(new Person(Nif.of("00000000T"), "Registre"), Office.AUTOMATED, TOWN);
        Random faults = new Random(7);
        registry.duringRegistration(() -> {
            // Inside the transaction, one at a time: slow now and then, and failing now and then.
            int dice = faults.nextInt(100);
            if (dice == 0) {
                LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
            } else if (dice == 1) {
                throw new IllegalStateException("the database had a hiccup");
            }
        });
        try (MuxInbound inbound = MuxInbound.builder(
                                registrar,
                                TokenRules.builder(Secret.of(Tokens.SECRET)).build(),
                                registry.unitOfWork(),
                                registry,
                                registry.ledger())
                        .answerBudget(Duration.ofMillis(20))
                        .build();
                EndpointServer server = EndpointServer.builder(new InetSocketAddress("localhost", 0))
                        .route("/registre", inbound)
                        .start()) {
            push(new Posts(server.uri("/registre")), sendings());
        }

        assertThat(numbers).hasSize(TRANSACTIONS);
        assertThat(numbers.values()).allSatisfy(given -> assertThat(given).hasSize(1));
        List<RegistryEntry> entries = registry.entries();
        assertThat(entries)
                .extracting(entry -> entry.number().sequence())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, TRANSACTIONS).boxed().toList());
        assertThat(entries).isSortedAccordingTo(Comparator.comparing(RegistryEntry::registeredAt));
        assertThat(entries)
                .extracting(entry -> entry.content().externalReference().orElseThrow())
                .doesNotHaveDuplicates();
    }

    /** Every transaction once, one in ten twice, near each other so that they meet. */
    private List<String> sendings() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < TRANSACTIONS; i++) {
            String id = String.format(Locale.ROOT, "%04x-%04x-0000-0001", i >> 16, i & 0xffff);
            ids.add(id);
            if (i % 10 == 0) {
                ids.add(Math.max(0, ids.size() - 1 - random.nextInt(20)), id);
            }
        }
        return ids;
    }

    private void push(Posts mux, List<String> ids) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, SENDERS)
                    .forEach(sender -> all.add(senders.submit(() -> {
                        for (int i = sender; i < ids.size(); i += SENDERS) {
                            pushUntilNumbered(mux, ids.get(i), i);
                        }
                    })));
            for (Future<?> sender : all) {
                sender.get();
            }
        } finally {
            senders.shutdownNow();
        }
    }

    /** As MUX does: sends again until there is a number. One answer in twenty is lost and the transaction sent once more. */
    private void pushUntilNumbered(Posts mux, String id, int turn) {
        boolean loseAnswer = turn % 20 == 0;
        while (true) {
            JsonNode answer = Posts.json(mux.post(Posts.minimal(id)));
            if (answer.path("resultat").booleanValue()) {
                numbers.computeIfAbsent(id, key -> ConcurrentHashMap.newKeySet())
                        .add(answer.path("numeroAssentament").textValue());
                if (!loseAnswer) {
                    return;
                }
                loseAnswer = false;
            } else if (answer.path("codiError").intValue() != MuxError.IN_PROCESS.code()) {
                assertThat(answer.path("codiError").intValue()).isEqualTo(MuxError.INTERNAL.code());
            }
        }
    }
}
