package cat.eset.registry.reconciliation;

import cat.eset.core.ConfigurationException;
import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.registry.RegistryBook;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.work.TrackingState;
import cat.eset.core.work.UnitOfWork;
import cat.eset.registry.mux.MailboxReader;
import cat.eset.registry.mux.MailboxRun;
import cat.eset.registry.mux.MuxClient;
import cat.eset.registry.mux.MuxInbound;
import cat.eset.registry.mux2.Mux2;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes our registry and MUX say the same, in one call that tells what it did (contract mux 12). Run it now and then, and for entries whose
 * documents cannot be found. It may be repeated and interrupted anywhere: what it did is stored together with how far it came.
 *
 * <p>In this order, as far as it was given what it needs:
 *
 * <ol>
 *   <li>work of processes that died is released ({@link MuxInbound#releaseStale()});
 *   <li>the mailbox of MUX V3 is read to its end, and MUX is told our numbers (12.2);
 *   <li>MUX V2 is asked about the entries given, whose documents could not be found (12.1, steps 2 to 5);
 *   <li>MUX V2 is asked what the auxiliary registry numbered since the last run, and what of it is one of ours (12.1, step 5).
 * </ol>
 *
 * The last two wait while an element of the mailbox is blocked. Nothing is numbered but by the mailbox; an entry of the auxiliary registry
 * that is none of ours is told, not brought in. Immutable; one run at a time.
 */
public final class RegistryReconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryReconciliation.class);

    private final MuxInbound inbound;
    private final UnitOfWork unitOfWork;
    private final TrackingState tracking;
    private final Clock clock;
    private final ReconciliationWindows windows;
    private final FindingListener listener;
    private final @Nullable Mailbox mailbox;
    private final @Nullable Auxiliary auxiliary;

    private record Mailbox(MailboxReader reader, MuxClient client) {}

    private record Auxiliary(Mux2 mux, RegistryBook book) {}

    private RegistryReconciliation(Builder b) {
        this.inbound = b.inbound;
        this.unitOfWork = b.unitOfWork;
        this.tracking = b.tracking;
        this.clock = b.clock;
        this.windows = b.windows;
        this.listener = b.listener;
        this.mailbox = b.mailbox;
        this.auxiliary = b.auxiliary;
        if (mailbox == null && auxiliary == null) {
            throw ConfigurationException.of(
                    "There is nothing to reconcile with", "Give the mailbox of MUX V3, a client of MUX V2, or both.");
        }
    }

    /**
     * Starts a reconciliation.
     *
     * @param inbound the registry that MUX calls
     * @param unitOfWork the transaction around what is found and how far it came
     * @param tracking remembers both
     */
    public static Builder builder(MuxInbound inbound, UnitOfWork unitOfWork, TrackingState tracking) {
        return new Builder(inbound, unitOfWork, tracking);
    }

    /** Reconciles. What breaks on the way is in the report; run again. */
    public ReconciliationReport run() {
        return run(List.of());
    }

    /**
     * Reconciles, and examines entries of ours whose documents could not be found.
     *
     * @param suspects those, usually after some attempts; they need a client of MUX V2
     */
    public ReconciliationReport run(Collection<RegistryEntry> suspects) {
        Run run = new Run();
        try {
            run.released.addAll(inbound.releaseStale());
            if (mailbox != null) {
                run.read(mailbox);
            }
            if (auxiliary != null && run.isMailboxRead()) {
                run.search(auxiliary, suspects);
            }
        } catch (EsetException e) {
            LOG.warn("The reconciliation was interrupted: {}", e.failure().what());
            run.interrupted = Optional.of(e.failure());
        }
        return run.report();
    }

    /** Collects what one run does. */
    private final class Run {
        private final List<String> released = new ArrayList<>();
        private final List<ReconciliationReport.Told> told = new ArrayList<>();
        private final List<Finding> findings = new ArrayList<>();
        private Optional<MailboxRun> read = Optional.empty();
        private Optional<Instant> searchedTo = Optional.empty();
        private Optional<Failure> interrupted = Optional.empty();

        /** The outbox keeps what MUX is to be told; telling it at once saves waiting, and telling it again does nothing. */
        void read(Mailbox from) {
            read = Optional.of(from.reader()
                    .run(
                            () -> true,
                            order -> told.add(new ReconciliationReport.Told(
                                    order, from.client().consolidate(order)))));
        }

        /** What still waits in the mailbox is in the auxiliary registry too, and would look like something that is none of ours. */
        boolean isMailboxRead() {
            return read.map(run -> run.end() == MailboxRun.End.EMPTY).orElse(true);
        }

        void search(Auxiliary in, Collection<RegistryEntry> suspects) {
            AuxiliarySearch search = new AuxiliarySearch(
                    in.mux(),
                    unitOfWork,
                    tracking,
                    new Matching(in.book(), in.mux().townHall(), windows.tolerance()),
                    listener,
                    windows);
            for (RegistryEntry suspect : suspects) {
                findings.add(search.examine(suspect));
            }
            searchedTo = Optional.of(search.search(clock.instant(), findings::add));
        }

        ReconciliationReport report() {
            ReconciliationReport report =
                    new ReconciliationReport(released, read, told, findings, searchedTo, interrupted);
            LOG.info("{}", report);
            return report;
        }
    }

    static EsetException another() {
        return new EsetException(Failure.of(Failure.Fault.CALLER, "Another reconciliation is at work")
                .service("MUX")
                .remedy("One at a time: stop the other, then run again.")
                .build());
    }

    /** Builds a {@link RegistryReconciliation}; not thread-safe. */
    public static final class Builder {
        private final MuxInbound inbound;
        private final UnitOfWork unitOfWork;
        private final TrackingState tracking;
        private Clock clock = Clock.systemUTC();
        private ReconciliationWindows windows = ReconciliationWindows.standard();
        private FindingListener listener = finding -> {};
        private @Nullable Mailbox mailbox;
        private @Nullable Auxiliary auxiliary;

        private Builder(MuxInbound inbound, UnitOfWork unitOfWork, TrackingState tracking) {
            this.inbound = Objects.requireNonNull(inbound, "inbound");
            this.unitOfWork = Objects.requireNonNull(unitOfWork, "unitOfWork");
            this.tracking = Objects.requireNonNull(tracking, "tracking");
        }

        /**
         * With the mailbox of MUX V3.
         *
         * @param reader from {@link MuxInbound#mailboxReader}
         * @param client tells MUX our numbers
         */
        public Builder mailbox(MailboxReader reader, MuxClient client) {
            this.mailbox =
                    new Mailbox(Objects.requireNonNull(reader, "reader"), Objects.requireNonNull(client, "client"));
            return this;
        }

        /**
         * With MUX V2.
         *
         * @param mux asked in the name of the town hall whose registry it is
         * @param book where entries of ours are looked for, a year at a time
         */
        public Builder auxiliary(Mux2 mux, RegistryBook book) {
            this.auxiliary = new Auxiliary(Objects.requireNonNull(mux, "mux"), Objects.requireNonNull(book, "book"));
            return this;
        }

        /** Hears of findings inside the transaction in which they are stored. */
        public Builder onFound(FindingListener value) {
            this.listener = Objects.requireNonNull(value, "listener");
            return this;
        }

        /** How the auxiliary registry is searched by time; {@link ReconciliationWindows#standard()} when not said. */
        public Builder windows(ReconciliationWindows value) {
            this.windows = Objects.requireNonNull(value, "windows");
            return this;
        }

        /** The clock of the registry; the system's when not said. */
        public Builder clock(Clock value) {
            this.clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /**
         * The finished reconciliation.
         *
         * @throws ConfigurationException if there is nothing to reconcile with
         */
        public RegistryReconciliation build() {
            return new RegistryReconciliation(this);
        }
    }
}
