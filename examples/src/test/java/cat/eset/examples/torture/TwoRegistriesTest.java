package cat.eset.examples.torture;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.store.JdbcStore;
import cat.eset.store.StoreSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two processes with one control table receive the same transactions, some of them both at the same time, and one of them is killed halfway.
 * 20 000 transactions under the profile {@code torture}, fewer otherwise.
 */
class TwoRegistriesTest {

    private static final int SENDERS = 8;
    private static final int TRANSACTIONS = Boolean.getBoolean("eset.torture") ? 20_000 : 120;
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Pattern NUMBER = Pattern.compile("\"numeroAssentament\":\"([^\"]+)\"");
    private static final String TRANSACTION = """
            {"idTransaccio":"%s","tipus":"E","assumpte":{"resum":"Transaction %s"}}""";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Set<String>> numbers = new ConcurrentHashMap<>();
    private final Map<URI, Integer> given = new ConcurrentHashMap<>();
    private final CountDownLatch both = new CountDownLatch(2);
    private final CountDownLatch half = new CountDownLatch(TRANSACTIONS / 2);

    @TempDir
    private Path folder;

    private List<URI> registries = List.of();

    @Test
    @Timeout(600)
    void every_transaction_has_one_number_whichever_process_was_asked_and_whichever_died() throws Exception {
        List<Process> processes = new ArrayList<>();
        try (TortureDatabase database = new TortureDatabase.Postgres(folder.resolve("postgres"))) {
            JdbcConnectionPool pool = TortureDatabase.pool(database.url());
            StoreSchema.of(pool, StoreSchema.DEFAULT_NAME).migrate();
            try {
                processes.add(start(database));
                processes.add(start(database));
                registries = List.of(address(processes.get(0)), address(processes.get(1)));
                pushWhileOneDies(processes.get(0));
            } finally {
                processes.forEach(Process::destroyForcibly);
            }
            List<RegistryEntry> entries = JdbcStore.builder(
                            pool, Clock.fixed(NOW, Clock.systemUTC().getZone()))
                    .build()
                    .of(TownHallProcess.TOWN_HALL)
                    .registryBook()
                    .year(TownHallProcess.TOWN_HALL, Direction.ENTRY, 2026);
            pool.dispose();
            verify(entries);
        }
    }

    private void verify(List<RegistryEntry> entries) {
        assertThat(given).hasSize(2);
        assertThat(numbers).hasSize(TRANSACTIONS);
        assertThat(numbers.values()).allSatisfy(of -> assertThat(of).hasSize(1));
        assertThat(entries)
                .extracting(entry -> entry.number().sequence())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, TRANSACTIONS).boxed().toList());
        assertThat(entries).extracting(RegistryEntry::registeredAt).isSorted();
        assertThat(entries)
                .allSatisfy(entry -> assertThat(
                                numbers.get(entry.content().externalReference().orElseThrow()))
                        .containsExactly(entry.number().text()));
    }

    private Process start(TortureDatabase database) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(new ChildJvm(folder).flags());
        command.addAll(List.of(RegistryProcess.class.getName(), database.url(), NOW.toString()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static URI address(Process process) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertThat(line).as("the process is ready").isNotNull();
        return URI.create(line);
    }

    private void pushWhileOneDies(Process victim) throws Exception {
        List<String> sendings = sendings();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        try {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, SENDERS)
                    .forEach(sender -> all.add(senders.submit(() -> {
                        for (int i = sender; i < sendings.size(); i += SENDERS) {
                            pushUntilNumbered(sendings.get(i), i);
                        }
                        return null;
                    })));
            half.await();
            // One may have slept until now.
            both.await();
            victim.destroyForcibly();
            for (Future<?> sender : all) {
                sender.get();
            }
        } finally {
            senders.shutdownNow();
        }
    }

    /** Every transaction once, one in four twice in a row: two senders push it at once, each to another process. */
    private static List<String> sendings() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < TRANSACTIONS; i++) {
            String id = String.format(Locale.ROOT, "%04x-%04x-0000-0002", i >> 16, i & 0xffff);
            ids.add(id);
            if (i % 4 == 0) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** As MUX does: again until there is a number; here each time at the other process. One in ten is asked once more at the end. */
    private void pushUntilNumbered(String id, int turn) throws Exception {
        boolean again = turn % 10 == 0;
        for (int attempt = turn; ; attempt++) {
            URI registry = registries.get(attempt % registries.size());
            Matcher number = NUMBER.matcher(post(registry, id));
            if (!number.find()) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
                continue;
            }
            if (given.merge(registry, 1, Integer::sum) == 1) {
                both.countDown();
            }
            half.countDown();
            numbers.computeIfAbsent(id, key -> ConcurrentHashMap.newKeySet()).add(number.group(1));
            if (!again) {
                return;
            }
            again = false;
        }
    }

    /** What was answered; nothing if nobody is there. */
    private String post(URI registry, String id) throws GeneralSecurityException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(registry)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(TRANSACTION.formatted(id, id)))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString()).body();
        } catch (IOException dead) {
            return "";
        }
    }

    private static String token() throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String signed = part("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "."
                + part("{\"iss\":\"MUX\",\"iat\":" + now + ",\"exp\":" + (now + 300) + "}");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(TownHallProcess.SHARED_SECRET.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
