package cat.eset.signature.signador;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where jobs are remembered between their start and their result. Thread-safe; on a database, in the vendor's own. */
public interface PendingJobs {

    /** Remembers a job. */
    void add(PendingJob job);

    /** A job that was started here and whose result has not been taken. */
    Optional<PendingJob> find(JobToken token);

    /** Forgets a job whose result was taken; says whether it was still there. */
    boolean remove(JobToken token);

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
        };
    }
}
