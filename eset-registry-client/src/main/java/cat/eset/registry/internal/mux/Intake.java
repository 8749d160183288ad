package cat.eset.registry.internal.mux;

import cat.eset.core.Actor;
import cat.eset.core.Sha256;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryBook;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.LostClaimException;
import cat.eset.core.work.UnitOfWork;
import cat.eset.registry.mux.MuxError;
import cat.eset.registry.mux.MuxRefusedException;
import cat.eset.registry.mux.MuxTransaction;
import cat.eset.registry.mux.RegistrationListener;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a transaction its number exactly once, through the control table (contract mux 7.1, steps 4, 5 and 7). Thread-safe, also between
 * processes, as far as the ledger and the book are.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /** Sources in the ledger. A test and a real transaction never answer for each other. */
    private static final String REAL = "MUX";

    private static final String TEST = "MUX test";

    private final Actor registrar;
    private final UnitOfWork unitOfWork;
    private final RegistryBook book;
    private final InboundLedger ledger;
    private final RegistrationListener listener;
    private final PresentationRule presentation;
    private final Clock clock;
    private final Duration staleAfter;

    /** With these parts. */
    public Intake(
            Actor registrar,
            UnitOfWork unitOfWork,
            RegistryBook book,
            InboundLedger ledger,
            RegistrationListener listener,
            PresentationRule presentation,
            Clock clock,
            Duration staleAfter) {
        this.registrar = registrar;
        this.unitOfWork = unitOfWork;
        this.book = book;
        this.ledger = ledger;
        this.listener = listener;
        this.presentation = presentation;
        this.clock = clock;
        this.staleAfter = staleAfter;
    }

    /**
     * An answer.
     *
     * @param json for MUX
     * @param failed whether the work was tried and failed, so that another payload may be tried
     */
    public record Answer(String json, boolean failed) {}

    /** The identity of a transaction's leg in the control table. */
    public static InboundKey keyOf(MuxTransaction transaction) {
        return new InboundKey(
                transaction.test() ? TEST : REAL,
                transaction.id(),
                transaction.draft().direction().letter());
    }

    /** Whether a key is one of ours. */
    public static boolean isOurs(InboundKey key) {
        return key.source().equals(REAL) || key.source().equals(TEST);
    }

    /** Numbers the transaction, or gives the answer it already has. */
    public Answer answer(MuxTransaction transaction) {
        InboundKey key = keyOf(transaction);
        Sha256 payload = transaction.raw().sha256();
        return ledger.claim(key, payload, clock.instant())
                .fold(
                        claimed -> work(claimed.ticket(), transaction),
                        busy -> takeOverOrWait(key, busy.since(), transaction),
                        finished -> repeated(key, finished));
    }

    /** The answer with the number it already has, if it has one; nothing is numbered. */
    public Optional<Answer> given(MuxTransaction transaction) {
        InboundKey key = keyOf(transaction);
        Instant now = clock.instant();
        return ledger.claim(key, transaction.raw().sha256(), now)
                .fold(
                        claimed -> {
                            ledger.fail(claimed.ticket(), "only asked for", now);
                            return Optional.empty();
                        },
                        busy -> Optional.empty(),
                        finished -> Optional.of(repeated(key, finished)));
    }

    /** The answer while the work goes on elsewhere. */
    public static Answer inProcess(MuxTransaction transaction) {
        String leg = transaction.draft().direction().letter();
        return new Answer(
                MuxAnswer.refused(
                        transaction.id(),
                        leg,
                        MuxError.IN_PROCESS,
                        "Transacció " + transaction.id() + "/" + leg + " encara en procés"),
                false);
    }

    private Answer repeated(InboundKey key, InboundLedger.Claim.Finished finished) {
        if (!finished.samePayload()) {
            // Counters of MUX change at every execution, so this is usual; the contract wants the difference logged.
            LOG.info("{} arrived again with other data after it had its number; the first data stay", key);
        }
        return new Answer(finished.answer(), false);
    }

    /** An attempt that began long ago belongs to a process that died: its claim is given back and tried once more. */
    private Answer takeOverOrWait(InboundKey key, Instant since, MuxTransaction transaction) {
        Instant now = clock.instant();
        if (since.plus(staleAfter).isAfter(now)) {
            return inProcess(transaction);
        }
        ledger.stale(staleAfter, now).stream()
                .filter(pending -> pending.ticket().key().equals(key))
                .forEach(pending -> ledger.fail(pending.ticket(), "no end within " + staleAfter, now));
        return ledger.claim(key, transaction.raw().sha256(), now)
                .fold(
                        claimed -> work(claimed.ticket(), transaction),
                        busy -> inProcess(transaction),
                        finished -> repeated(key, finished));
    }

    private Answer work(InboundLedger.Ticket ticket, MuxTransaction transaction) {
        try {
            // Not before the claim: what has its number keeps it, whatever a repetition or the mailbox says of it now.
            presentation.check(transaction);
            String json = unitOfWork.call(() -> {
                String answer = transaction.test() ? fictitious(transaction) : register(transaction);
                ledger.finish(ticket, answer, clock.instant());
                return answer;
            });
            return new Answer(json, false);
        } catch (LostClaimException e) {
            LOG.warn("{}: attempt {} was rolled back because another one took over", ticket.key(), ticket.attempt());
            return inProcess(transaction);
        } catch (MuxRefusedException e) {
            return failed(ticket, transaction, e.error(), e.text());
        } catch (RuntimeException e) {
            LOG.error(
                    "{}: attempt {} failed ({}; details at level debug, they may hold personal data)",
                    ticket.key(),
                    ticket.attempt(),
                    e.getClass().getName());
            LOG.debug("{}: attempt {}", ticket.key(), ticket.attempt(), e);
            return afterBreak(ticket, transaction);
        } catch (Error e) {
            // Whoever watches the threads hears of it; the transaction may be tried again meanwhile.
            ledger.fail(ticket, e.getClass().getName(), clock.instant());
            throw e;
        }
    }

    private String register(MuxTransaction transaction) {
        RegistryEntry entry = book.register(transaction.draft(), registrar);
        listener.registered(entry, transaction);
        return MuxAnswer.registered(
                transaction.id(),
                entry.number().direction(),
                entry.number().text(),
                entry.registeredAt(),
                entry.presentedAt());
    }

    /** A number that no sequence gives, the same for the same transaction, and that every registry can carry. */
    private String fictitious(MuxTransaction transaction) {
        Direction leg = transaction.draft().direction();
        String digest =
                Sha256.of(transaction.id().getBytes(StandardCharsets.US_ASCII)).hex();
        Instant now = clock.instant();
        return MuxAnswer.registered(
                transaction.id(),
                leg,
                "PROVA-" + leg.letter() + "-" + digest.substring(0, 12).toUpperCase(Locale.ROOT),
                now,
                transaction.draft().presentedAt().orElse(now));
    }

    /**
     * Something broke, perhaps the line to the database after it had stored everything. Then the attempt is finished, failing it does
     * nothing, and asking for it again tells the number.
     */
    private Answer afterBreak(InboundLedger.Ticket ticket, MuxTransaction transaction) {
        String text = "Error intern del registre; torneu-ho a provar";
        Answer failed = failed(ticket, transaction, MuxError.INTERNAL, text);
        return ledger.claim(ticket.key(), transaction.raw().sha256(), clock.instant())
                .fold(
                        claimed -> failed(claimed.ticket(), transaction, MuxError.INTERNAL, text),
                        busy -> failed,
                        finished -> repeated(ticket.key(), finished));
    }

    private Answer failed(InboundLedger.Ticket ticket, MuxTransaction transaction, MuxError error, String text) {
        ledger.fail(ticket, error.code() + " " + text, clock.instant());
        return new Answer(MuxAnswer.refused(transaction.id(), ticket.key().leg(), error, text), true);
    }
}
