package cat.eset.signature.signador;

import cat.eset.core.work.TrackingState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where jobs are remembered between their start and their result. Thread-safe; {@link #in} is for more than one process. */
public interface PendingJobs {

    /** Remembers a job, in the place of what was remembered under its token. */
    void add(PendingJob job);

    /** A job that was started here and has not been forgotten. */
    Optional<PendingJob> find(JobToken token);

    /** Forgets a job; says whether it was still there. */
    boolean remove(JobToken token);

    /**
     * Forgets the jobs that nobody can end any more, because the service has thrown their results away
     * ({@link PendingJob#keptUntil}): for people who never came back. Names of documents and NIFs go with them. Call it once a
     * day. What another version of the SDK remembered in a form of its own is left to that.
     *
     * @return how many were forgotten
     */
    int forgetExpired(Instant now);

    /**
     * In the tracking state of the town hall's database: a job that one process started can be ended by any other, also
     * after a restart. It joins the unit of work of the caller.
     */
    static PendingJobs in(TrackingState tracking) {
        return new TrackedJobs(Objects.requireNonNull(tracking, "tracking"));
    }

    /** In memory: a restart forgets the jobs. */
    static PendingJobs inMemory() {
        Map<JobToken, PendingJob> jobs = new ConcurrentHashMap<>();
        return new PendingJobs() {
            @Override
            public void add(PendingJob job) {
                jobs.put(job.token(), job);
            }

            @Override
            public Optional<PendingJob> find(JobToken token) {
                return Optional.ofNullable(jobs.get(token));
            }

            @Override
            public boolean remove(JobToken token) {
                return jobs.remove(token) != null;
            }

            @Override
            public int forgetExpired(Instant now) {
                List<PendingJob> expired = jobs.values().stream()
                        .filter(job -> job.keptUntil().isBefore(now))
                        .toList();
                expired.forEach(job -> jobs.remove(job.token(), job));
                return expired.size();
            }
        };
    }
}
