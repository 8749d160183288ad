package cat.eset.core.work;

import cat.eset.core.ConfigurationException;
import cat.eset.core.archive.ArchiveGateway;
import cat.eset.core.document.VerificationCodes;
import cat.eset.core.expedient.Series;
import cat.eset.core.notification.NotificationGateway;
import cat.eset.core.organisation.Organisation;
import cat.eset.core.publication.NoticeBoardGateway;
import cat.eset.core.registry.AttachmentSource;
import cat.eset.core.registry.Directory;
import cat.eset.core.registry.RegistryGateway;
import cat.eset.core.retention.EvaluationTable;
import cat.eset.core.signature.SignatureGateway;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The e-SET way of working as a service: its circuits as methods, over the ports. Each method is one transaction, or
 * several with a remote call between them; no remote call is made inside a transaction. Immutable and thread-safe.
 *
 * <pre>{@code
 * WorkModel work = WorkModel.builder(store, clock).signatures(dss).notifications(enotum).build();
 * RegistryEntry entry = work.entries().receive(draft, registrar);
 * work.entries().accept(entry.number(), registrar);
 * Expedient expedient = work.entries()
 *         .process(entry.number(), ProcessDecision.open(opening), registrar)
 *         .expedient().orElseThrow();
 * }</pre>
 *
 * <p>Every method refuses in the same way, and a refused transaction stores nothing: {@link cat.eset.core.rule.RuleBrokenException} names the rule that does
 * not allow the step, or that there is no such thing; {@link cat.eset.core.event.StaleStateException} says that somebody else changed the same
 * thing meanwhile, and the call may be repeated.
 *
 * <p>It answers for no users and no permissions: the {@link cat.eset.core.Actor} it is given is believed.
 */
public final class WorkModel {

    private final Desk desk;
    private final EntryCircuit entries;
    private final ExpedientDesk expedients;
    private final TaskDesk tasks;
    private final Optional<SignatureCircuit> signatures;
    private final Optional<DecreeCircuit> decrees;
    private final ExitCircuit exits;
    private final Optional<NotificationCircuit> notifications;
    private final PaperCircuit papers;
    private final Optional<ExchangeCircuit> exchanges;
    private final Optional<PublicationCircuit> publications;
    private final Optional<ClosingCircuit> closing;
    private final Optional<ArchiveCircuit> archive;
    private final RetentionDesk retention;

    private WorkModel(Builder b) {
        this.desk = new Desk(b.store, b.clock, b.random, b.codes);
        this.entries = new EntryCircuit(desk, b.attachments);
        this.expedients = new ExpedientDesk(desk);
        this.tasks = new TaskDesk(desk);
        this.signatures = Optional.ofNullable(b.signatures)
                .map(gateway -> new SignatureCircuit(desk, gateway, Optional.ofNullable(b.organisation)));
        this.decrees = signatures.map(circuit -> new DecreeCircuit(desk, circuit));
        this.notifications =
                Optional.ofNullable(b.notifications).map(gateway -> new NotificationCircuit(desk, gateway));
        this.papers = new PaperCircuit(desk);
        this.exchanges = Optional.ofNullable(b.exchanges)
                .map(gateway -> new ExchangeCircuit(desk, gateway, Optional.ofNullable(b.directory)));
        this.exits = new ExitCircuit(desk, notifications, papers, exchanges);
        this.publications = Optional.ofNullable(b.board).map(board -> new PublicationCircuit(desk, board));
        this.closing = Optional.ofNullable(b.signatures).map(gateway -> new ClosingCircuit(desk, gateway));
        this.archive = Optional.ofNullable(b.archive)
                .flatMap(gateway -> closing.map(circuit -> new ArchiveCircuit(desk, circuit, gateway)));
        this.retention = new RetentionDesk(desk, b.tables);
    }

    /**
     * Starts a work model.
     *
     * @param store where everything is kept
     * @param clock the legal clock
     */
    public static Builder builder(WorkStore store, Clock clock) {
        return new Builder(store, clock);
    }

    /** Where everything is kept. */
    public WorkStore store() {
        return desk.store;
    }

    /** What enters by the registry (contract eset-model 2.1). */
    public EntryCircuit entries() {
        return entries;
    }

    /** Expedients, their steps and documents (contract eset-model 3 and 4). */
    public ExpedientDesk expedients() {
        return expedients;
    }

    /** Tasks of people and groups (contract eset-model 5). */
    public TaskDesk tasks() {
        return tasks;
    }

    /**
     * The signature circuit (contract eset-model 2.3).
     *
     * @throws ConfigurationException if no signature gateway was given
     */
    public SignatureCircuit signatures() {
        return signatures.orElseThrow(() -> missing("signatures(SignatureGateway)"));
    }

    /**
     * Decrees and their book (contract eset-model 7).
     *
     * @throws ConfigurationException if no signature gateway was given
     */
    public DecreeCircuit decrees() {
        return decrees.orElseThrow(() -> missing("signatures(SignatureGateway)"));
    }

    /** What leaves by the registry (contract eset-model 2.2). */
    public ExitCircuit exits() {
        return exits;
    }

    /**
     * Electronic notifications (contract legal-rules R6).
     *
     * @throws ConfigurationException if no notification gateway was given
     */
    public NotificationCircuit notifications() {
        return notifications.orElseThrow(() -> missing("notifications(NotificationGateway)"));
    }

    /** Notifications on paper (contract legal-rules R6.5). */
    public PaperCircuit papers() {
        return papers;
    }

    /**
     * Exits to the registries of other administrations.
     *
     * @throws ConfigurationException if no registry gateway was given
     */
    public ExchangeCircuit exchanges() {
        return exchanges.orElseThrow(() -> missing("exchanges(RegistryGateway)"));
    }

    /**
     * Edicts on the notice board (contract eset-model 2.5).
     *
     * @throws ConfigurationException if no notice board was given
     */
    public PublicationCircuit publications() {
        return publications.orElseThrow(() -> missing("noticeBoard(NoticeBoardGateway)"));
    }

    /**
     * Closing and export of expedients (contract eset-model 2.6 and 4).
     *
     * @throws ConfigurationException if no signature gateway was given
     */
    public ClosingCircuit closing() {
        return closing.orElseThrow(() -> missing("signatures(SignatureGateway)"));
    }

    /**
     * The transfer of closed expedients (contract eset-model 2.6).
     *
     * @throws ConfigurationException if no archive or no signature gateway was given
     */
    public ArchiveCircuit archive() {
        return archive.orElseThrow(() -> missing("signatures(SignatureGateway) and archive(ArchiveGateway)"));
    }

    /** What becomes of closed expedients (contract legal-rules R13). */
    public RetentionDesk retention() {
        return retention;
    }

    static ConfigurationException missing(String method) {
        return ConfigurationException.of(
                "The work model was built without what this circuit needs", "Call " + method + " on its builder");
    }

    /** Builds a {@link WorkModel}; not thread-safe. */
    public static final class Builder {
        private final WorkStore store;
        private final Clock clock;
        private RandomGenerator random = new SecureRandom();
        private VerificationCodes codes = VerificationCodes.NONE;
        private AttachmentSource attachments = AttachmentSource.NONE;
        private @Nullable SignatureGateway signatures;
        private @Nullable NotificationGateway notifications;
        private @Nullable RegistryGateway exchanges;
        private @Nullable Directory directory;
        private @Nullable NoticeBoardGateway board;
        private @Nullable ArchiveGateway archive;
        private @Nullable Supplier<Organisation> organisation;
        private Function<Series, Optional<EvaluationTable>> tables = series -> Optional.empty();

        private Builder(WorkStore store, Clock clock) {
            this.store = Objects.requireNonNull(store, "store");
            this.clock = Objects.requireNonNull(clock, "clock");
        }

        /** Who gets documents signed. */
        public Builder signatures(SignatureGateway value) {
            this.signatures = Objects.requireNonNull(value, "signatures");
            return this;
        }

        /** Who carries notifications. */
        public Builder notifications(NotificationGateway value) {
            this.notifications = Objects.requireNonNull(value, "notifications");
            return this;
        }

        /** Who carries exits to other registries. */
        public Builder exchanges(RegistryGateway value) {
            this.exchanges = Objects.requireNonNull(value, "exchanges");
            return this;
        }

        /** Who knows which registry office receives for a public body. */
        public Builder directory(Directory value) {
            this.directory = Objects.requireNonNull(value, "directory");
            return this;
        }

        /** The notice board. */
        public Builder noticeBoard(NoticeBoardGateway value) {
            this.board = Objects.requireNonNull(value, "noticeBoard");
            return this;
        }

        /** The archive. */
        public Builder archive(ArchiveGateway value) {
            this.archive = Objects.requireNonNull(value, "archive");
            return this;
        }

        /**
         * Who holds which office, asked before each signature of an official: who is not the holder, a delegate or a substitute that
         * day is refused. Without it the {@link cat.eset.core.Actor} is believed.
         */
        public Builder organisation(Supplier<Organisation> value) {
            this.organisation = Objects.requireNonNull(value, "organisation");
            return this;
        }

        /** The approved evaluation table of each series; none when not said, and then everything is kept for ever. */
        public Builder evaluationTables(Function<Series, Optional<EvaluationTable>> value) {
            this.tables = Objects.requireNonNull(value, "evaluationTables");
            return this;
        }

        /**
         * Where verification codes come from; none when not said. What has neither a signature nor a code keeps its expedient from closing, and
         * the evidence of notifications is never signed here: whoever notifies needs codes.
         */
        public Builder verificationCodes(VerificationCodes value) {
            this.codes = Objects.requireNonNull(value, "verificationCodes");
            return this;
        }

        /** Who brings attachments that came only as a reference. */
        public Builder attachments(AttachmentSource value) {
            this.attachments = Objects.requireNonNull(value, "attachments");
            return this;
        }

        /** Randomness of identities; a {@link SecureRandom} when not said. */
        public Builder random(RandomGenerator value) {
            this.random = Objects.requireNonNull(value, "random");
            return this;
        }

        /** The work model. */
        public WorkModel build() {
            return new WorkModel(this);
        }
    }
}
