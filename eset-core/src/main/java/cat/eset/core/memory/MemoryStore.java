package cat.eset.core.memory;

import cat.eset.core.decree.DecreeBook;
import cat.eset.core.decree.DecreeNumberFormat;
import cat.eset.core.diligence.DiligenceBook;
import cat.eset.core.document.DocumentStore;
import cat.eset.core.event.Journal;
import cat.eset.core.expedient.ExpedientNumberFormat;
import cat.eset.core.expedient.ExpedientRepository;
import cat.eset.core.notification.NotificationRepository;
import cat.eset.core.notification.PaperRepository;
import cat.eset.core.publication.PublicationRepository;
import cat.eset.core.registry.ExchangeRepository;
import cat.eset.core.registry.RegistryBook;
import cat.eset.core.registry.RegistryNumberFormat;
import cat.eset.core.task.TaskList;
import cat.eset.core.work.Announcements;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.Outbox;
import cat.eset.core.work.TrackingState;
import cat.eset.core.work.UnitOfWork;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.util.Objects;

/**
 * Every port of the work model, in memory. Transactions are real: what rolls back leaves no trace and no gap. They run one
 * at a time. Thread-safe.
 */
public final class MemoryStore implements WorkStore {

    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryJournal journal = new MemoryJournal(transactions);
    private final MemoryInboundLedger ledger = new MemoryInboundLedger(transactions);
    private final MemoryOutbox outbox = new MemoryOutbox(transactions);
    private final MemoryTrackingState tracking = new MemoryTrackingState(transactions);
    private final MemoryAnnouncements announcements = new MemoryAnnouncements(transactions);
    private final MemoryDocuments documents = new MemoryDocuments(transactions, journal);
    private final MemoryDiligences diligences = new MemoryDiligences(transactions, journal);
    private final MemoryTasks tasks = new MemoryTasks(transactions, journal);
    private final MemoryNotifications notifications = new MemoryNotifications(transactions, journal);
    private final MemoryPapers papers = new MemoryPapers(transactions, journal);
    private final MemoryExchanges exchanges = new MemoryExchanges(transactions, journal);
    private final MemoryPublications publications = new MemoryPublications(transactions, journal);
    private final MemoryRegistryBook registry;
    private final MemoryExpedients expedients;
    private final MemoryDecreeBook decrees;

    private MemoryStore(Builder builder) {
        MemorySequences sequences = new MemorySequences(transactions);
        this.registry =
                new MemoryRegistryBook(transactions, journal, sequences, builder.registryNumbers, builder.clock);
        this.expedients = new MemoryExpedients(transactions, journal, sequences, builder.expedientNumbers);
        this.decrees = new MemoryDecreeBook(transactions, journal, sequences, builder.decreeNumbers);
    }

    /** An empty store that prints numbers in the default way. */
    public static MemoryStore create(Clock clock) {
        return builder(clock).build();
    }

    /** Starts an empty store. */
    public static Builder builder(Clock clock) {
        return new Builder(clock);
    }

    @Override
    public UnitOfWork unitOfWork() {
        return transactions;
    }

    @Override
    public RegistryBook registryBook() {
        return registry;
    }

    @Override
    public ExpedientRepository expedients() {
        return expedients;
    }

    @Override
    public DocumentStore documents() {
        return documents;
    }

    @Override
    public DecreeBook decreeBook() {
        return decrees;
    }

    @Override
    public DiligenceBook diligences() {
        return diligences;
    }

    @Override
    public TaskList tasks() {
        return tasks;
    }

    @Override
    public NotificationRepository notifications() {
        return notifications;
    }

    @Override
    public PaperRepository papers() {
        return papers;
    }

    @Override
    public ExchangeRepository exchanges() {
        return exchanges;
    }

    @Override
    public PublicationRepository publications() {
        return publications;
    }

    @Override
    public InboundLedger inboundLedger() {
        return ledger;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public TrackingState trackingState() {
        return tracking;
    }

    @Override
    public Announcements announcements() {
        return announcements;
    }

    @Override
    public Journal journal() {
        return journal;
    }

    /** Builds a {@link MemoryStore}; not thread-safe. */
    public static final class Builder {
        private final Clock clock;
        private RegistryNumberFormat registryNumbers = RegistryNumberFormat.DEFAULT;
        private ExpedientNumberFormat expedientNumbers = ExpedientNumberFormat.DEFAULT;
        private DecreeNumberFormat decreeNumbers = DecreeNumberFormat.DEFAULT;

        private Builder(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /** How registry numbers are printed. */
        public Builder registryNumbers(RegistryNumberFormat value) {
            this.registryNumbers = Objects.requireNonNull(value, "registryNumbers");
            return this;
        }

        /** How numbers of expedients are printed. */
        public Builder expedientNumbers(ExpedientNumberFormat value) {
            this.expedientNumbers = Objects.requireNonNull(value, "expedientNumbers");
            return this;
        }

        /** How numbers of decrees are printed. */
        public Builder decreeNumbers(DecreeNumberFormat value) {
            this.decreeNumbers = Objects.requireNonNull(value, "decreeNumbers");
            return this;
        }

        /** The store. */
        public MemoryStore build() {
            return new MemoryStore(this);
        }
    }
}
