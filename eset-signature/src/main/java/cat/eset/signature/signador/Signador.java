package cat.eset.signature.signador;

import cat.eset.core.ConfigurationException;
import cat.eset.core.DocumentContent;
import cat.eset.core.Failure.Fault;
import cat.eset.core.LegalTime;
import cat.eset.core.Secret;
import cat.eset.core.Sha256;
import cat.eset.signature.validation.SignatureValidator;
import cat.eset.transport.http.HttpExchangeClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Client of the Signador. A job is started here, signed by a person at the Signador's page, and its result taken here or in
 * another process with the same {@link PendingJobs}. Results are validated before they are returned. Thread-safe.
 *
 * <p>Starting is not known to be idempotent: after an error start anew; the old token expires by itself.
 */
public final class Signador {

    private final URI base;
    private final SignadorDesk desk;
    private final SignatureValidator validator;
    private final PendingJobs jobs;
    private final Clock clock;

    private Signador(Builder builder) {
        this.base = builder.base;
        this.desk = new SignadorDesk(
                builder.base,
                builder.adding,
                builder.domain,
                builder.http,
                new RequestStamp(builder.domain, builder.key, builder.zone),
                builder.clock);
        this.validator = builder.validator;
        this.jobs = builder.jobs;
        this.clock = builder.clock;
    }

    /**
     * Starts a client.
     *
     * @param base address of the service; {@code https://signador-pre.aoc.cat/signador} or
     *     {@code https://signador.aoc.cat/signador}
     * @param domain the domain registered with AOC, exactly as it was registered, with its scheme
     * @param key the shared key; keep it ASCII
     * @param http shared client, which stays the caller's to close
     * @param validator judges results
     */
    public static Builder builder(
            URI base, String domain, Secret key, HttpExchangeClient http, SignatureValidator validator) {
        return new Builder(base, domain, key, http, validator);
    }

    /**
     * Starts a job and remembers it. Keep the token in the person's session and send the browser to {@link #page}.
     *
     * @throws SignadorException if the service cannot be asked or refuses
     */
    public JobToken start(SignadorJob job) {
        JobToken token = desk.init();
        try {
            Map<String, DocumentContent> first = job.documents();
            byte[] body = JobMessage.start(token, job, first, job.isOpen());
            boolean split = !SignadorDesk.fits(body) && job.documents().size() > 1;
            if (split) {
                Map.Entry<String, DocumentContent> one =
                        job.documents().entrySet().iterator().next();
                body = JobMessage.start(token, job, Map.of(one.getKey(), one.getValue()), true);
            }
            desk.start(body);
            if (split) {
                for (Map.Entry<String, DocumentContent> document :
                        job.documents().entrySet().stream().skip(1).toList()) {
                    desk.add(JobMessage.add(
                            token,
                            job,
                            document.getKey(),
                            document.getValue(),
                            Optional.ofNullable(job.addresses().get(document.getKey()))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a document to be signed cannot be read", e);
        }
        Map<String, Sha256> digests = new LinkedHashMap<>();
        job.documents().forEach((name, document) -> digests.put(name, document.sha256()));
        jobs.add(new PendingJob(
                token, job.mode(), digests, job.xml(), job.certificates().nif(), clock.instant()));
        return token;
    }

    /**
     * Adds a document to a job that was built {@link SignadorJob.Builder#openToMore open to more} and that nobody has signed
     * yet. One at a time: after an error it is not known whether the document is in the job, so start a new one.
     *
     * @param job what the token was started with
     * @param name name of the document, without {@code ;} and unlike the others
     * @throws SignadorException if the job is not one started here, or the service cannot be asked or refuses
     */
    public void add(JobToken token, SignadorJob job, String name, DocumentContent document) {
        add(token, job, name, document, Optional.empty());
    }

    /**
     * The same with a document that the person's program fetches.
     *
     * @param address where it fetches it
     */
    public void add(JobToken token, SignadorJob job, String name, DocumentContent document, URI address) {
        add(token, job, name, document, Optional.of(address));
    }

    private void add(JobToken token, SignadorJob job, String name, DocumentContent document, Optional<URI> address) {
        PendingJob pending = pending(token);
        SignadorJob.requireName(name);
        if (!job.isOpen() || job.mode() != pending.mode()) {
            throw error(Fault.CALLER, "The job was not started open to more", "Give the job that was started.");
        }
        if (address.isPresent() == job.addresses().isEmpty()) {
            throw error(
                    Fault.CALLER,
                    "All documents of a job are sent, or all are fetched",
                    "Give an address if the job has addresses, and only then.");
        }
        if (pending.documents().containsKey(name) || pending.documents().size() == SignadorJob.most(job.mode())) {
            throw error(
                    Fault.CALLER,
                    "The name is taken, or the job is full",
                    "Give every document its own name; at most " + SignadorJob.most(job.mode()) + ".");
        }
        try {
            desk.add(JobMessage.add(token, job, name, document, address));
        } catch (IOException e) {
            throw new UncheckedIOException("a document to be signed cannot be read", e);
        }
        jobs.add(pending.with(name, document.sha256()));
    }

    /**
     * Forgets a job: its result has been stored, or nobody waits for it any more. Nothing is told to the service, which has
     * no such call; its token expires by itself.
     *
     * @return whether it was still remembered
     */
    public boolean forget(JobToken token) {
        return jobs.remove(token);
    }

    /**
     * The key of a person at the Signador, as something that signs digests: for signatures that are assembled here. What the
     * service returns for it is not documented (signador 4.7); every value is verified before it is handed out.
     */
    public SignadorKey key() {
        return new SignadorKey(desk, jobs, clock, CertificateStore.ANY, false);
    }

    /** The page at which the person signs, within five minutes. */
    public URI page(JobToken token) {
        return URI.create(base + "/?id=" + token.value());
    }

    /**
     * The token in the address to which the browser came back. Compare it with that of the person's session: an address can
     * be sent by anybody.
     *
     * @param query what follows the question mark
     * @throws cat.eset.core.InvalidValueException if what stands there cannot be a token
     */
    public static Optional<JobToken> tokenOf(String query) {
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (equals > 0 && (name.equals("token_id") || name.equals("token"))) {
                return Optional.of(new JobToken(parameter.substring(equals + 1)));
            }
        }
        return Optional.empty();
    }

    /**
     * Asks for the result of a job and validates it. May be repeated at will: the service keeps it for 15 days, and a job is
     * remembered here until {@link #forget}, so that a crash before the result is stored loses nothing. Store it, then
     * forget the job.
     *
     * @param token the job
     * @param documents the documents of the job by name, byte for byte: the service does not send them back; none if they
     *     are on the person's disk
     * @throws SignadorException if the job is not one started here, or the service cannot be asked
     */
    public SignadorOutcome result(JobToken token, Map<String, DocumentContent> documents) {
        PendingJob job = pending(token);
        if (job.mode().shape() == SignadorMode.Shape.NONE) {
            throw error(Fault.CALLER, "The job was started by a SignadorKey", "Ask that for its result.");
        }
        requireSame(job, documents);
        SignadorAnswer answer = desk.result(token);
        if (!answer.isOk() || answer.result().isEmpty()) {
            return new SignadorOutcome.NotSigned(answer.reason(), job.keptUntil());
        }
        if (answer.token().isPresent() && !answer.token().get().equals(token.value())) {
            return new SignadorOutcome.Distrusted(java.util.List.of("the answer is about another job"));
        }
        try {
            return new ResultJudge(job, documents, validator)
                    .judge(ResultFiles.unpack(desk.content(answer.result().get()), answer.type()));
        } catch (IOException e) {
            return new SignadorOutcome.Distrusted(java.util.List.of("the result cannot be unpacked"));
        }
    }

    private PendingJob pending(JobToken token) {
        return jobs.find(token)
                .orElseThrow(() -> error(
                        Fault.CALLER,
                        "The job was not started here, or was forgotten",
                        "Do not ask for tokens that come from elsewhere."));
    }

    private static void requireSame(PendingJob job, Map<String, DocumentContent> documents) {
        Map<String, Sha256> digests = new LinkedHashMap<>();
        documents.forEach((name, document) -> digests.put(name, document.sha256()));
        if (!digests.equals(job.documents())) {
            throw error(Fault.CALLER, "The documents are not those of the job", "Give the bytes that were sent.");
        }
    }

    private static SignadorException error(Fault fault, String what, String remedy) {
        return SignadorDesk.error(fault, what, remedy);
    }

    /** Builds a {@link Signador}; not thread-safe. */
    public static final class Builder {
        private final URI base;
        private final String domain;
        private final Secret key;
        private final HttpExchangeClient http;
        private final SignatureValidator validator;
        private String adding = "addDocumentToSign";
        private PendingJobs jobs = PendingJobs.inMemory();
        private ZoneId zone = LegalTime.ZONE;
        private Clock clock = Clock.systemUTC();

        private Builder(URI base, String domain, Secret key, HttpExchangeClient http, SignatureValidator validator) {
            String address = base.toString();
            this.base = address.endsWith("/") ? URI.create(address.substring(0, address.length() - 1)) : base;
            this.domain = Objects.requireNonNull(domain, "domain");
            this.key = Objects.requireNonNull(key, "key");
            this.http = Objects.requireNonNull(http, "http");
            this.validator = Objects.requireNonNull(validator, "validator");
        }

        /** Where jobs are remembered; in memory when not said, so that only this process can take results. */
        public Builder jobs(PendingJobs value) {
            this.jobs = Objects.requireNonNull(value, "jobs");
            return this;
        }

        /**
         * Last part of the address to which documents are added; {@code addDocumentToSign} when not said, because AOC names
         * the operation and not its address.
         */
        public Builder addingAt(String path) {
            this.adding = Objects.requireNonNull(path, "path");
            return this;
        }

        /** The zone of the {@code Date} header; Europe/Madrid when not said, because AOC does not document it. */
        public Builder zone(ZoneId value) {
            this.zone = Objects.requireNonNull(value, "zone");
            return this;
        }

        /** The real clock, except in tests. */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /**
         * The client.
         *
         * @throws ConfigurationException if the domain has no scheme
         */
        public Signador build() {
            if (!domain.contains("://")) {
                throw ConfigurationException.of(
                        "The registered domain has no scheme", "Write it as it was registered, with https://.");
            }
            return new Signador(this);
        }
    }
}
