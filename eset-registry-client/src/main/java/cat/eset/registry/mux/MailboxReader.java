package cat.eset.registry.mux;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.work.Outbox;
import cat.eset.core.work.TrackingState;
import cat.eset.core.work.UnitOfWork;
import cat.eset.registry.internal.mux.AuxiliaryLinks;
import cat.eset.registry.internal.mux.Intake;
import cat.eset.registry.internal.mux.MuxAnswer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what the auxiliary registry numbered into ours, and tells MUX our numbers (contract mux 4.3, 12.2). It can be stopped and run again
 * at any point: how far it came is stored together with what it did, and an element that was dealt with is recognised by the control table.
 * One mailbox has one reader. Not thread-safe.
 *
 * <p>MUX is told through the outbox, after our side is stored: {@link MuxClient#consolidate(Outbox.Message)} delivers it.
 */
public final class MailboxReader {

    /** Topic of the messages it leaves in the outbox. */
    public static final String TOPIC = "mux.consolidation";

    private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);

    private final Mailbox mailbox;
    private final Intake intake;
    private final UnitOfWork unitOfWork;
    private final Outbox outbox;
    private final TrackingState tracking;
    private final Clock clock;
    private final AuxiliaryLinks links;
    private final String key;

    MailboxReader(
            Mailbox mailbox, Intake intake, UnitOfWork unitOfWork, Outbox outbox, TrackingState tracking, Clock clock) {
        this.mailbox = mailbox;
        this.intake = intake;
        this.unitOfWork = unitOfWork;
        this.outbox = outbox;
        this.tracking = tracking;
        this.clock = clock;
        this.links = new AuxiliaryLinks(tracking);
        this.key = "mux.mailbox." + mailbox.id();
    }

    /**
     * Reads to the end.
     *
     * @throws MuxServiceException if MUX refuses to be read
     * @throws cat.eset.transport.http.HttpExchangeException if the network breaks; run again
     */
    public MailboxRun run() {
        return run(() -> true);
    }

    /**
     * Reads to the end, or until the caller wants it to stop.
     *
     * @param goOn asked before each element
     */
    public MailboxRun run(BooleanSupplier goOn) {
        return run(goOn, order -> {});
    }

    /**
     * The same, and tells at once what waits in the outbox now.
     *
     * @param goOn asked before each element
     * @param ordered hears of each consolidation after it was stored
     */
    public MailboxRun run(BooleanSupplier goOn, Consumer<? super Consolidation> ordered) {
        int elements = 0;
        int consolidations = 0;
        boolean present = placeCursor();
        while (present) {
            if (!goOn.getAsBoolean()) {
                return new MailboxRun(elements, consolidations, MailboxRun.End.STOPPED, "");
            }
            MailboxElement element;
            try {
                element = mailbox.read();
            } catch (MuxRefusedException e) {
                String detail = e.error().code() + " " + e.text();
                return new MailboxRun(elements, consolidations, MailboxRun.End.BLOCKED, detail);
            }
            Step step = deal(element);
            if (step.end().isPresent()) {
                return new MailboxRun(elements, consolidations, step.end().get(), step.detail());
            }
            elements++;
            consolidations += step.orders().size();
            step.orders().forEach(ordered);
            present = step(element.position());
        }
        return new MailboxRun(elements, consolidations, MailboxRun.End.EMPTY, "");
    }

    /**
     * Goes past an element that blocks and can never be registered, once a person has seen to it: it keeps the number of the auxiliary registry,
     * and MUX is told nothing. Only a leg of it that has a number of ours already is consolidated, as ever. The next run begins behind it.
     *
     * @param position of the element, where {@link Mailbox#position()} is after a run that ended {@link MailboxRun.End#BLOCKED}
     * @throws EsetException if the cursor is elsewhere, or the element was dealt with
     */
    public void passOver(long position) {
        OptionalLong at = mailbox.position();
        if (at.isEmpty() || at.getAsLong() != position) {
            throw unexpected("element " + position + " cannot be passed over, the cursor is at "
                    + (at.isEmpty() ? "none" : at.getAsLong()));
        }
        if (done().orElse(-1) >= position) {
            throw unexpected("element " + position + " was dealt with");
        }
        List<Consolidation> orders = given();
        unitOfWork.run(() -> {
            orders.forEach(this::store);
            remember(position);
        });
        LOG.warn("Mailbox {}: element {} was passed over", mailbox.id(), position);
    }

    /**
     * Drops for ever what was dealt with, except the last element: the document says once that the position goes too, and once that it
     * stays (contract mux 6.4).
     *
     * @return empty if there is nothing to drop
     */
    public Optional<MailboxMove> compact() {
        OptionalLong done = done();
        return done.isPresent() && done.getAsLong() > 1
                ? Optional.of(mailbox.compact(done.getAsLong() - 1, done.getAsLong()))
                : Optional.empty();
    }

    private record Step(List<Consolidation> orders, Optional<MailboxRun.End> end, String detail) {
        static Step stop(MailboxRun.End end, String detail) {
            return new Step(List.of(), Optional.of(end), detail);
        }
    }

    /** Puts the cursor on the oldest element that was not dealt with; false if there is none. */
    private boolean placeCursor() {
        OptionalLong done = done();
        OptionalLong at = mailbox.position();
        if (at.isEmpty()) {
            return next();
        }
        if (done.isEmpty()) {
            // Never read here: what lies under the cursor may not have been dealt with, and dealing with it twice does
            // nothing.
            return at.getAsLong() > 0 || next();
        }
        long position = at.getAsLong();
        while (position > done.getAsLong()) {
            // The answer to a move was lost, or somebody else moved it: back to what was dealt with, without assuming
            // that positions are dense.
            MailboxMove back = mailbox.previous();
            if (!(back instanceof MailboxMove.At before)) {
                return true;
            }
            if (before.position() >= position) {
                throw unexpected("the cursor does not go back");
            }
            position = before.position();
        }
        return next();
    }

    private boolean step(long from) {
        MailboxMove move = mailbox.next();
        if (move instanceof MailboxMove.At at && at.position() <= from) {
            throw unexpected("somebody else moves the cursor");
        }
        return isPresent(move);
    }

    private boolean next() {
        return isPresent(mailbox.next());
    }

    private boolean isPresent(MailboxMove move) {
        return move.<Boolean>fold(at -> true, noMore -> false, refused -> {
            throw unexpected(refused.message());
        });
    }

    private Step deal(MailboxElement element) {
        List<Consolidation> orders = new ArrayList<>();
        for (MailboxElement.Leg leg : open(element)) {
            MuxAnswer.Said said =
                    MuxAnswer.read(intake.answer(leg.transaction()).json());
            if (said.number().isEmpty()) {
                boolean inProcess = said.error() == MuxError.IN_PROCESS.code();
                return Step.stop(
                        inProcess ? MailboxRun.End.IN_PROCESS : MailboxRun.End.BLOCKED,
                        leg.transaction() + " " + said.error() + " " + said.text());
            }
            orders.add(order(leg, said.number().get()));
        }
        unitOfWork.run(() -> {
            element.legs()
                    .forEach(leg -> leg.auxiliary()
                            .consolidatedWith()
                            .ifPresent(number -> links.tie(leg.auxiliary().number(), number)));
            orders.forEach(this::store);
            remember(element.position());
        });
        LOG.info("Mailbox {}: element {} ({}) dealt with", mailbox.id(), element.position(), element.transactionId());
        return new Step(orders, Optional.empty(), "");
    }

    /** What the element under the cursor has a number for, although it was not dealt with: of two legs, one may have been numbered. */
    private List<Consolidation> given() {
        MailboxElement element;
        try {
            element = mailbox.read();
        } catch (MuxRefusedException unreadable) {
            return List.of();
        }
        List<Consolidation> orders = new ArrayList<>();
        for (MailboxElement.Leg leg : open(element)) {
            intake.given(leg.transaction())
                    .flatMap(answer -> MuxAnswer.read(answer.json()).number())
                    .ifPresent(number -> orders.add(order(leg, number)));
        }
        return orders;
    }

    /** The legs that get a number of ours: not those that have one in MUX, nor tests. */
    private static List<MailboxElement.Leg> open(MailboxElement element) {
        return element.legs().stream()
                .filter(leg -> leg.auxiliary().consolidatedWith().isEmpty()
                        && !leg.transaction().test())
                .toList();
    }

    private void store(Consolidation order) {
        outbox.add(ConsolidationMessage.write(order), clock.instant());
        links.tie(order.auxiliaryNumber(), order.number());
    }

    private static Consolidation order(MailboxElement.Leg leg, MuxAnswer.Given number) {
        return new Consolidation(
                leg.transaction().id(),
                leg.auxiliary().leg(),
                leg.auxiliary().number(),
                number.text(),
                number.registeredAt(),
                number.presentedAt(),
                Optional.empty());
    }

    private OptionalLong done() {
        return tracking.read(key).map(Long::parseLong).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private void remember(long position) {
        Optional<String> before = tracking.read(key);
        if (!tracking.replace(key, before, Long.toString(position))) {
            throw unexpected("another reader is at work");
        }
    }

    private EsetException unexpected(String what) {
        return new EsetException(Failure.of(Failure.Fault.CALLER, "Mailbox " + mailbox.id() + ": " + what)
                .service("MUX")
                .remedy("One mailbox has one reader: stop the others, then run again.")
                .build());
    }
}
