package cat.eset.signature.signador;

import cat.eset.endpoint.EndpointHandler;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.endpoint.EndpointResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the post with which the Signador announces that a job has ended. The post is unauthenticated, so nothing of it is
 * used but the token, and only if the job was started here: the result itself is then asked for with
 * {@link Signador#result}. Thread-safe.
 *
 * <p>The Signador posts once: if this process is down, or {@code ended} fails, the post is lost. So also ask, from time to
 * time, for the result of jobs about which nothing came.
 */
public final class SignadorCallback implements EndpointHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignadorCallback.class);
    private static final int NO_CONTENT = 204;

    private final PendingJobs jobs;
    private final Consumer<JobToken> ended;

    private SignadorCallback(PendingJobs jobs, Consumer<JobToken> ended) {
        this.jobs = jobs;
        this.ended = ended;
    }

    /**
     * A handler.
     *
     * @param jobs where the jobs are remembered
     * @param ended told of each awaited job that ended; it may be told more than once
     */
    public static SignadorCallback of(PendingJobs jobs, Consumer<JobToken> ended) {
        return new SignadorCallback(Objects.requireNonNull(jobs, "jobs"), Objects.requireNonNull(ended, "ended"));
    }

    /** The same answer whatever came, so that nobody can find out which tokens exist. */
    @Override
    public EndpointResponse handle(EndpointRequest request) {
        Optional<JobToken> token = token(request);
        if (token.flatMap(jobs::find).isPresent()) {
            ended.accept(token.get());
        } else {
            LOG.warn("a post about a signing job that is not awaited was ignored");
        }
        return EndpointResponse.empty(NO_CONTENT);
    }

    private static Optional<JobToken> token(EndpointRequest request) {
        try {
            return SignadorAnswer.parse(request.body()).token().map(JobToken::new);
        } catch (IOException | cat.eset.core.InvalidValueException e) {
            return Optional.empty();
        }
    }
}
