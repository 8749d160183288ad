package cat.eset.store;

import cat.eset.core.ConfigurationException;
import cat.eset.core.EsetException;
import cat.eset.core.InvalidValueException;
import cat.eset.core.TownHall;
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
import cat.eset.store.desk.DeskQueries;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * Every port of the work model on a database of the vendor: PostgreSQL, or H2 embedded. Transactions are {@linkplain #unitOfWork() its own}
 * or {@linkplain #joining the vendor's}.
 *
 * <pre>{@code
 * StoreSchema.of(dataSource, "eset").migrate();
 * JdbcStore platform = JdbcStore.builder(dataSource, clock).build();
 * WorkModel work = WorkModel.builder(platform.of(elBruc), clock).build();
 * }</pre>
 *
 * <p>A store {@linkplain #of of one town hall} sees and writes the rows of that town hall and no others; the one that is built works for any
 * town hall. Messages, what arrived, what was told, what is remembered and bytes belong to the store that wrote them: choose one way and keep to it.
 *
 * <p>Writers of one town hall queue, from their first write to the end of their transaction; keep transactions short. Holds no connection
 * of its own and starts no thread. Thread-safe; a transaction belongs to its thread. Whatever the database refuses is a {@link StoreException}.
 */
public final class JdbcStore implements WorkStore {

    private static final Pattern SEQUENCE = Pattern.compile("[A-Z][A-Z_]{0,29}");

    private final Builder built;
    private final Ground ground;
    private final JdbcRegistryBook registry;
    private final JdbcExpedients expedients;
    private final JdbcDocuments documents;
    private final JdbcDecreeBook decrees;
    private final JdbcDiligences diligences;
    private final JdbcTasks tasks;
    private final JdbcNotifications notifications;
    private final JdbcPapers papers;
    private final JdbcExchanges exchanges;
    private final JdbcPublications publications;
    private final JdbcInboundLedger ledger;
    private final JdbcOutbox outbox;
    private final JdbcTrackingState tracking;
    private final JdbcAnnouncements announcements;
    private final JdbcJournal journal;

    private JdbcStore(Builder built, Ground ground) {
        this.built = built;
        this.ground = ground;
        this.registry = new JdbcRegistryBook(ground, built.registryNumbers, built.clock);
        this.expedients = new JdbcExpedients(ground, built.expedientNumbers);
        this.documents =
                new JdbcDocuments(ground, built.content.orElseGet(() -> new DatabaseContent(ground.transactions())));
        this.decrees = new JdbcDecreeBook(ground, built.decreeNumbers);
        this.diligences = new JdbcDiligences(ground);
        this.tasks = new JdbcTasks(ground);
        this.notifications = new JdbcNotifications(ground);
        this.papers = new JdbcPapers(ground);
        this.exchanges = new JdbcExchanges(ground);
        this.publications = new JdbcPublications(ground);
        this.ledger = new JdbcInboundLedger(ground);
        this.outbox = new JdbcOutbox(ground);
        this.tracking = new JdbcTrackingState(ground);
        this.announcements = new JdbcAnnouncements(ground);
        this.journal = new JdbcJournal(ground);
    }

    /**
     * Starts a store.
     *
     * @param dataSource where connections come from; a pool needs one more than it has threads, because what arrives is claimed apart from
     *     the transaction under way
     * @param clock numbers and instants are taken from it
     */
    public static Builder builder(DataSource dataSource, Clock clock) {
        return new Builder(dataSource, clock);
    }

    /** The same store for one town hall: whatever names another one is refused, and rows of others are not seen. */
    public JdbcStore of(TownHall townHall) {
        ground.scope().tenant(townHall);
        return new JdbcStore(built, ground.in(Scope.of(townHall)));
    }

    /**
     * Runs work inside a transaction that the caller has open on a connection, and will commit or roll back. What the work wrote is undone if
     * it fails; what the caller wrote stays for the caller to decide. The caller neither commits nor rolls back inside the work.
     *
     * @param connection to the same database, not in auto-commit; used by nobody else meanwhile
     * @throws EsetException if the connection commits by itself, or the thread is inside another transaction
     * @throws StoreException with an unknown outcome if the transaction was ended inside the work, or what failed cannot be undone
     */
    public <T> T joining(Connection connection, Supplier<T> work) {
        return ground.transactions().joining(connection, transaction -> work.get());
    }

    @Override
    public UnitOfWork unitOfWork() {
        return ground.transactions();
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

    /** The lists of the desks of a town hall. */
    public DeskQueries desk(TownHall townHall) {
        return new JdbcDesk(ground.transactions(), ground.scope().tenant(townHall));
    }

    /**
     * The next number of a sequence of the vendor's own, for example of the diligences of a town hall that numbers them. Without gaps: inside a
     * transaction that rolls back, the number is free again.
     *
     * @param sequence its name: capitals and underscores, 30 at most
     * @param year each year counts from 1
     */
    public long nextNumber(TownHall townHall, String sequence, int year) {
        if (!SEQUENCE.matcher(sequence).matches()) {
            throw InvalidValueException.of("sequence", "a name of capitals and underscores, 30 at most");
        }
        String tenant = ground.scope().tenant(townHall);
        return ground.transactions()
                .in(transaction -> Counters.next(transaction, tenant, Counters.VENDOR + sequence, year));
    }

    /** The last link of the chain of a town hall, to be kept or published elsewhere. */
    public ChainLink chainEnd(TownHall townHall) {
        return ChainVerification.end(ground.transactions(), ground.scope().tenant(townHall));
    }

    /** Follows the chain of a town hall from its first event to its last. Reads every event once, a thousand at a time. */
    public ChainCheck verifyChain(TownHall townHall) {
        return new ChainVerification(ground.transactions(), ground.scope().tenant(townHall), Optional.empty()).run();
    }

    /**
     * Follows the chain of a town hall, and holds it to a link that was kept elsewhere.
     *
     * @param known as {@link #chainEnd} gave it once
     */
    public ChainCheck verifyChain(TownHall townHall, ChainLink known) {
        return new ChainVerification(ground.transactions(), ground.scope().tenant(townHall), Optional.of(known)).run();
    }

    /**
     * Deletes messages of the outbox that were delivered, or dropped, before an instant. A message with the same id would then count as a new one.
     *
     * @return how many
     */
    public int forgetDelivered(Instant before) {
        return outbox.forget(before);
    }

    /** Builds a {@link JdbcStore}; not thread-safe. */
    public static final class Builder {
        private final DataSource dataSource;
        private final Clock clock;
        private String schema = StoreSchema.DEFAULT_NAME;
        private boolean durable;
        private int patience = Dialect.WAIT_SECONDS;
        private Supplier<Optional<Connection>> openOfVendor = Optional::empty;
        private Optional<ContentStorage> content = Optional.empty();
        private RegistryNumberFormat registryNumbers = RegistryNumberFormat.DEFAULT;
        private ExpedientNumberFormat expedientNumbers = ExpedientNumberFormat.DEFAULT;
        private DecreeNumberFormat decreeNumbers = DecreeNumberFormat.DEFAULT;

        private Builder(DataSource dataSource, Clock clock) {
            this.dataSource = Objects.requireNonNull(dataSource, "dataSource");
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /** Name of the schema of its tables; {@code eset} when not said. */
        public Builder schema(String name) {
            this.schema = StoreSchema.of(dataSource, name).name();
            return this;
        }

        /**
         * How to find a transaction that the vendor has open in the calling thread, for example the one of a framework. It is asked whenever
         * the store begins something; if there is none, the store begins its own.
         *
         * @param open the connection, not in auto-commit; whoever opened it commits it
         */
        public Builder joining(Supplier<Optional<Connection>> open) {
            this.openOfVendor = Objects.requireNonNull(open, "open");
            return this;
        }

        /**
         * Refuses a database that may lose what it committed when it dies: PostgreSQL with {@code fsync}, {@code synchronous_commit} or {@code
         * full_page_writes} off, H2 in memory. When not said, the log tells it and the store is built. For production.
         */
        public Builder requireDurable() {
            this.durable = true;
            return this;
        }

        /** Seconds that one transaction waits for another, for tests that cannot wait as long. */
        Builder patience(int seconds) {
            this.patience = seconds;
            return this;
        }

        /** Where bytes are kept; in the database when not said. */
        public Builder content(ContentStorage value) {
            this.content = Optional.of(value);
            return this;
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

        /**
         * The store, for any town hall.
         *
         * @throws SchemaVersionException if the tables are not there, or are of another version
         * @throws ConfigurationException if the database would not keep what the store promises: another product, another isolation, H2 that
         *     delays what it commits; and whatever {@link #requireDurable} refuses
         * @throws StoreException if the database cannot be reached
         */
        public JdbcStore build() {
            Dialect dialect = StartCheck.of(dataSource, schema, durable);
            StoreSchema tables = StoreSchema.of(dataSource, schema);
            tables.check();
            Transactions transactions =
                    new Transactions(dataSource, dialect, tables.catalogued(), openOfVendor, patience);
            return new JdbcStore(this, new Ground(transactions, Scope.ANY, new EventJson()));
        }
    }
}
