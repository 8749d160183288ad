package cat.eset.signature.signador;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.Sha256;
import cat.eset.core.id.Nif;
import cat.eset.core.memory.MemoryStore;
import cat.eset.core.work.TrackingState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever remembers jobs, remembers all of them until they are forgotten. */
class PendingJobsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00.123456Z");
    private static final JobToken TOKEN = new JobToken("0f8fad5b-d9cb-469f");

    static Stream<Arguments> everywhere() {
        TrackingState tracking = MemoryStore.create(Clock.systemUTC()).trackingState();
        return Stream.of(
                Arguments.of("in memory", PendingJobs.inMemory()), Arguments.of("tracked", PendingJobs.in(tracking)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everywhere")
    void everythingOfAJobIsRememberedUntilItIsForgotten(String where, PendingJobs jobs) {
        Map<String, Sha256> documents = new LinkedHashMap<>();
        documents.put("Zona d'obres\n(annex) €.pdf", Sha256.of(new byte[] {1}));
        documents.put("a.pdf", Sha256.of(new byte[] {2}));
        List<PendingJob> all = List.of(
                new PendingJob(
                        TOKEN,
                        SignadorMode.XADES_T_ENVELOPED,
                        documents,
                        XmlOptions.none().onlyElements(List.of("t1", "a1")).protectKeyInfo(),
                        Optional.of(Nif.of("00000000T")),
                        NOON),
                new PendingJob(
                        new JobToken("11111111"),
                        SignadorMode.XADES_BES_HASH,
                        documents,
                        XmlOptions.none().allTogether().includeComments(),
                        Optional.empty(),
                        NOON),
                new PendingJob(
                        new JobToken("22222222"),
                        SignadorMode.PADES_BES,
                        Map.of(),
                        XmlOptions.none(),
                        Optional.empty(),
                        NOON));
        all.forEach(jobs::add);
        for (PendingJob job : all) {
            assertThat(jobs.find(job.token())).contains(job);
            assertThat(List.copyOf(
                            jobs.find(job.token()).orElseThrow().documents().keySet()))
                    .isEqualTo(List.copyOf(job.documents().keySet()));
        }
        PendingJob grown = all.get(0).with("c.pdf", Sha256.of(new byte[] {3}));
        jobs.add(grown);
        assertThat(jobs.find(TOKEN)).contains(grown);
        assertThat(grown.keptUntil()).isEqualTo(NOON.plus(Duration.ofDays(15)));

        assertThat(jobs.remove(TOKEN)).isTrue();
        assertThat(jobs.remove(TOKEN)).isFalse();
        assertThat(jobs.find(TOKEN)).isEmpty();
        assertThat(jobs.find(new JobToken("33333333"))).isEmpty();
        assertThat(jobs.remove(new JobToken("33333333"))).isFalse();
        assertThat(jobs.find(new JobToken("11111111"))).isPresent();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everywhere")
    void whoNeverCameBackIsForgottenWithTheResultOfTheService(String where, PendingJobs jobs) {
        PendingJob abandoned = started(TOKEN, NOON);
        PendingJob fresh = started(new JobToken("11111111"), NOON.plusSeconds(1));
        jobs.add(abandoned);
        jobs.add(fresh);

        assertThat(jobs.forgetExpired(NOON.plus(Duration.ofDays(15)))).isZero();
        assertThat(jobs.forgetExpired(NOON.plus(Duration.ofDays(15)).plusMillis(1)))
                .isEqualTo(1);

        assertThat(jobs.find(TOKEN)).isEmpty();
        assertThat(jobs.find(fresh.token())).contains(fresh);
    }

    @Test
    void nothingOfAForgottenJobStaysBehind() {
        TrackingState tracking = MemoryStore.create(Clock.systemUTC()).trackingState();
        tracking.replace("another program's", Optional.empty(), "not a job");
        PendingJobs jobs = PendingJobs.in(tracking);
        jobs.add(started(TOKEN, NOON));
        jobs.add(started(new JobToken("11111111"), NOON));

        jobs.remove(TOKEN);
        jobs.forgetExpired(NOON.plus(Duration.ofDays(16)));

        assertThat(tracking.keys("")).containsExactly("another program's");
    }

    @Test
    void whatAnotherVersionRememberedHoldsUpNobody() {
        TrackingState tracking = MemoryStore.create(Clock.systemUTC()).trackingState();
        PendingJobs jobs = PendingJobs.in(tracking);
        jobs.add(started(TOKEN, NOON));
        String key = tracking.keys("").get(0);
        String ofAnother = key.replace(TOKEN.value(), "00000000");
        tracking.replace(ofAnother, Optional.empty(), "of another version");

        assertThat(jobs.forgetExpired(NOON.plus(Duration.ofDays(16)))).isEqualTo(1);

        assertThat(tracking.keys("")).containsExactly(ofAnother);
    }

    private static PendingJob started(JobToken token, Instant at) {
        return new PendingJob(
                token, SignadorMode.PADES_BES, Map.of(), XmlOptions.none(), Optional.of(Nif.of("00000000T")), at);
    }
}
