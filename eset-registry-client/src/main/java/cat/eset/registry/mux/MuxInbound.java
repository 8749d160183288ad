package cat.eset.registry.mux;

import cat.eset.core.Actor;
import cat.eset.core.id.Dir3;
import cat.eset.core.registry.RegistryBook;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.Outbox;
import cat.eset.core.work.TrackingState;
import cat.eset.core.work.UnitOfWork;
import cat.eset.endpoint.EndpointHandler;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.endpoint.EndpointResponse;
import cat.eset.endpoint.Refusal;
import cat.eset.registry.internal.mux.Intake;
import cat.eset.registry.internal.mux.MuxAnswer;
import cat.eset.registry.internal.mux.PresentationRule;
import cat.eset.registry.internal.mux.TransactionReader;
import cat.eset.registry.internal.mux.UnitRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry that MUX V3 calls when somebody presents something to the town hall or something leaves it (contract mux 7.1). Every
 * transaction gets one number, however often it is sent and however late the answer was: the control table ({@link InboundLedger}) and
 * the number ({@link RegistryBook}) are written in one {@link UnitOfWork}. The answer leaves within a time budget; the work goes on
 * behind it, and the next repetition gets the number.
 *
 * <p>The answer is always HTTP 200 with the documented body; {@link MuxError} has the codes. Thread-safe. Close it to end the threads it
 * made; an executor of the caller stays open.
 *
 * <pre>{@code
 * MuxInbound inbound = MuxInbound.builder(registrar, TokenRules.builder(secret).issuer("MUX").build(), unitOfWork, book, ledger)
 *         .onRegistered((entry, transaction) -> inbox.add(entry.number(), transaction.losses()))
 *         .build();
 * }</pre>
 */
public final class MuxInbound implements EndpointHandler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MuxInbound.class);
    private static final String JSON = "application/json;charset=\"utf-8\"";

    private final TokenRules tokens;
    private final TransactionReader reader;
    private final Intake intake;
    private final InboundLedger ledger;
    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final Duration answerBudget;
    private final Duration staleAfter;
    private final Executor executor;
    private final Optional<ExecutorService> ownExecutor;

    /** What is being worked on here, so that a repetition waits for the same result. */
    private final ConcurrentMap<InboundKey, CompletableFuture<Intake.Answer>> running = new ConcurrentHashMap<>();

    private MuxInbound(Builder b) {
        this.tokens = b.tokens;
        this.reader = new TransactionReader(new UnitRule(b.registrar.townHall(), b.alsoOurs));
        this.ledger = b.ledger;
        this.unitOfWork = b.unitOfWork;
        this.clock = b.clock;
        this.answerBudget = b.answerBudget;
        this.staleAfter = b.staleAfter;
        this.intake = new Intake(
                b.registrar,
                b.unitOfWork,
                b.book,
                b.ledger,
                b.listener,
                new PresentationRule(b.clock, b.presentedAhead),
                b.clock,
                b.staleAfter);
        this.ownExecutor = b.executor == null ? Optional.of(WorkThreads.start()) : Optional.empty();
        this.executor = b.executor == null ? ownExecutor.orElseThrow() : b.executor;
    }

    /**
     * A registry for MUX.
     *
     * @param registrar who the entries are registered by: usually a system user of the registry office. His town hall is the one served
     * @param tokens which calls are really from MUX
     * @param unitOfWork the transaction around number and control table
     * @param book gives the numbers
     * @param ledger the control table
     */
    public static Builder builder(
            Actor registrar, TokenRules tokens, UnitOfWork unitOfWork, RegistryBook book, InboundLedger ledger) {
        return new Builder(registrar, tokens, unitOfWork, book, ledger);
    }

    /** Refuses whoever is not MUX before anything of a body is kept: the token is in the head, and it does not sign the body. */
    @Override
    public Optional<EndpointResponse> answerHead(EndpointRequest head) {
        if (!head.method().equals("POST")) {
            return Optional.of(
                    answer(refused(null, null, MuxError.INVALID_PAYLOAD, "Aquest registre només admet POST")));
        }
        List<String> fields = head.headers().all("Authorization");
        // With two of them, whoever stands before us may have judged the other one.
        Optional<TokenProblem> problem =
                tokens.problemOf(fields.size() == 1 ? Optional.of(fields.get(0)) : Optional.empty());
        return problem.map(found -> {
            LOG.warn("A call without a good token was refused: {}", found);
            return answer(refused(null, null, MuxError.AUTHENTICATION, found.text()));
        });
    }

    @Override
    public EndpointResponse handle(EndpointRequest request) {
        long deadline = System.nanoTime() + answerBudget.toNanos();
        return answerHead(request).orElseGet(() -> answer(answerTo(request.body(), deadline)));
    }

    /** Says in the shape MUX expects why a request could not be taken. */
    @Override
    public EndpointResponse refuse(Refusal refusal) {
        return answer(
                switch (refusal.reason()) {
                    case BODY_TOO_LARGE -> refused(null, null, MuxError.INVALID_PAYLOAD, "El cos és massa gran");
                    case BODY_TOO_SLOW, BODY_INCOMPLETE ->
                        refused(null, null, MuxError.INVALID_PAYLOAD, "El cos no ha arribat sencer");
                    case FAILED -> refused(null, null, MuxError.INTERNAL, "Error intern del registre");
                });
    }

    /**
     * Gives back work that was begun long ago and never ended, because its process died (contract mux 7.1, step 7). A repetition does the
     * same for its own transaction, so calling this is only needed to see what is left over.
     *
     * @return the transactions that may be claimed again, as {@code idTransaccio/leg}
     */
    public List<String> releaseStale() {
        Instant now = clock.instant();
        return ledger.stale(staleAfter, now).stream()
                .filter(pending -> Intake.isOurs(pending.ticket().key()))
                .map(pending -> {
                    ledger.fail(pending.ticket(), "no end within " + staleAfter, now);
                    return pending.ticket().key().id() + "/"
                            + pending.ticket().key().leg();
                })
                .toList();
    }

    /**
     * Reads a mailbox into this registry, with the same control table: what was numbered here and never reached MUX keeps its number.
     *
     * @param mailbox what to read
     * @param outbox gets the consolidations that MUX must be told; deliver them with {@link MuxClient#consolidate(Outbox.Message)}
     * @param tracking remembers how far it was read
     */
    public MailboxReader mailboxReader(Mailbox mailbox, Outbox outbox, TrackingState tracking) {
        return new MailboxReader(mailbox, intake, unitOfWork, outbox, tracking, clock);
    }

    /** Waits for the work that is running, at most the answer budget, and ends the threads made here. */
    @Override
    public void close() {
        ownExecutor.ifPresent(threads -> {
            threads.shutdown();
            try {
                if (!threads.awaitTermination(answerBudget.toMillis(), TimeUnit.MILLISECONDS)) {
                    threads.shutdownNow();
                }
            } catch (InterruptedException e) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
            }
        });
    }

    private String answerTo(byte[] body, long deadline) {
        TransactionReader.Envelope envelope;
        try {
            envelope = reader.open(body);
        } catch (MuxRefusedException e) {
            return refused(null, null, e.error(), e.text());
        }
        try {
            return answerTo(reader.read(envelope, body), deadline);
        } catch (MuxRefusedException e) {
            LOG.warn(
                    "Transaction {} was refused with {}",
                    envelope.id(),
                    e.error().code());
            return refused(envelope.id(), leg(envelope.type()), e.error(), e.text());
        }
    }

    private String answerTo(MuxTransaction transaction, long deadline) {
        if (!transaction.losses().isEmpty()) {
            LOG.debug("{} does not fit whole into an entry: {}", transaction, transaction.losses());
        }
        CompletableFuture<Intake.Answer> mine = new CompletableFuture<>();
        CompletableFuture<Intake.Answer> earlier = running.putIfAbsent(Intake.keyOf(transaction), mine);
        if (earlier == null) {
            return await(start(transaction, mine), transaction, deadline).json();
        }
        Intake.Answer answer = await(earlier, transaction, deadline);
        // What failed with other data may succeed with these (contract mux 4.1, rule 3).
        return answer.failed() ? answerTo(transaction, deadline) : answer.json();
    }

    private CompletableFuture<Intake.Answer> start(
            MuxTransaction transaction, CompletableFuture<Intake.Answer> result) {
        InboundKey key = Intake.keyOf(transaction);
        try {
            executor.execute(() -> {
                try {
                    Intake.Answer answer = intake.answer(transaction);
                    running.remove(key, result);
                    result.complete(answer);
                } catch (Throwable e) {
                    running.remove(key, result);
                    result.completeExceptionally(e);
                }
            });
        } catch (Throwable e) {
            // Also when no thread can be made: what is not begun must not count as running, or it would be so for ever.
            LOG.error(
                    "{}: no thread is free ({}), nothing was registered",
                    key,
                    e.getClass().getName());
            running.remove(key, result);
            result.complete(new Intake.Answer(
                    refused(key.id(), key.leg(), MuxError.INTERNAL, "El registre està saturat; torneu-ho a provar"),
                    false));
        }
        return result;
    }

    private static Intake.Answer await(
            CompletableFuture<Intake.Answer> result, MuxTransaction transaction, long deadline) {
        try {
            return result.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            LOG.warn("{}: no number within the answer budget; the work goes on", transaction);
            return Intake.inProcess(transaction);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Intake.inProcess(transaction);
        } catch (ExecutionException | CancellationException e) {
            LOG.error("{}: the control table could not be reached (details at level debug)", transaction);
            LOG.debug("{}", transaction, e);
            return new Intake.Answer(
                    refused(
                            transaction.id(),
                            transaction.draft().direction().letter(),
                            MuxError.INTERNAL,
                            "Error intern del registre"),
                    false);
        }
    }

    private static @Nullable String leg(@Nullable String type) {
        return "E".equals(type) || "S".equals(type) ? type : null;
    }

    private static String refused(@Nullable String id, @Nullable String type, MuxError error, String text) {
        return MuxAnswer.refused(id, type, error, text);
    }

    private static EndpointResponse answer(String json) {
        return EndpointResponse.of(200, JSON, json);
    }

    /** Builds a {@link MuxInbound}; not thread-safe. */
    public static final class Builder {
        private final Actor registrar;
        private final TokenRules tokens;
        private final UnitOfWork unitOfWork;
        private final RegistryBook book;
        private final InboundLedger ledger;
        private RegistrationListener listener = (entry, transaction) -> {};
        private Predicate<Dir3> alsoOurs = unit -> false;
        private Clock clock = Clock.systemUTC();
        private Duration answerBudget = Duration.ofSeconds(10);
        private Duration staleAfter = Duration.ofMinutes(5);
        private Duration presentedAhead = Duration.ofDays(1);
        private @Nullable Executor executor;

        private Builder(
                Actor registrar, TokenRules tokens, UnitOfWork unitOfWork, RegistryBook book, InboundLedger ledger) {
            this.registrar = Objects.requireNonNull(registrar, "registrar");
            this.tokens = Objects.requireNonNull(tokens, "tokens");
            this.unitOfWork = Objects.requireNonNull(unitOfWork, "unitOfWork");
            this.book = Objects.requireNonNull(book, "book");
            this.ledger = Objects.requireNonNull(ledger, "ledger");
        }

        /** Hears of every new entry inside its transaction. */
        public Builder onRegistered(RegistrationListener value) {
            this.listener = Objects.requireNonNull(value, "listener");
            return this;
        }

        /**
         * Units that are of this town hall besides itself and what hangs below it in the directory.
         *
         * @param value says yes to a code that is ours
         */
        public Builder alsoOurUnits(Predicate<Dir3> value) {
            this.alsoOurs = Objects.requireNonNull(value, "alsoOurs");
            return this;
        }

        /** The clock of the control table, and of fictitious numbers; that of real numbers is the book's. */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** How long MUX waits at most; 10 s when not said. Its own limit is published as 15 s and as 30 s (contract mux 9). */
        public Builder answerBudget(Duration value) {
            this.answerBudget = Objects.requireNonNull(value, "answerBudget");
            return this;
        }

        /** After how long without an end the work of a transaction counts as dead; 5 minutes when not said. */
        public Builder staleAfter(Duration value) {
            this.staleAfter = Objects.requireNonNull(value, "staleAfter");
            return this;
        }

        /**
         * How far ahead of our clock an instant of presentation may be before it is impossible; a day when not said. It holds for what is
         * posted and for what is in the mailbox.
         */
        public Builder presentedAhead(Duration value) {
            this.presentedAhead = Objects.requireNonNull(value, "presentedAhead");
            return this;
        }

        /** Where the work runs. When not said: 16 threads of its own, with at most 1000 transactions waiting. */
        public Builder executor(Executor value) {
            this.executor = Objects.requireNonNull(value, "executor");
            return this;
        }

        /** The finished registry. */
        public MuxInbound build() {
            return new MuxInbound(this);
        }
    }
}
