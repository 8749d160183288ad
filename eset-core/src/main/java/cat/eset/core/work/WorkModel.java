package cat.eset.core.work;

import cat.eset.core.ConfigurationException;
import cat.eset.core.document.VerificationCodes;
import cat.eset.core.notification.NotificationGateway;
import cat.eset.core.registry.AttachmentSource;
import cat.eset.core.signature.SignatureGateway;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
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
 * It answers for no users and no permissions: the {@link cat.eset.core.Actor} it is given is believed.
 */
public final class WorkModel {

    private final Desk desk;
    private final EntryCircuit entries;
    private final ExpedientDesk expedients;
    private final Optional<SignatureCircuit> signatures;
    private final Optional<DecreeCircuit> decrees;
    private final ExitCircuit exits;
    private final Optional<NotificationCircuit> notifications;
    private final Optional<ClosingCircuit> closing;

    private WorkModel(Builder b) {
        this.desk = new Desk(b.store, b.clock, b.random, b.codes);
        this.entries = new EntryCircuit(desk, b.attachments);
        this.expedients = new ExpedientDesk(desk);
        this.signatures = Optional.ofNullable(b.signatures).map(gateway -> new SignatureCircuit(desk, gateway));
        this.decrees = signatures.map(circuit -> new DecreeCircuit(desk, circuit));
        this.exits = new ExitCircuit(desk);
        this.notifications =
                Optional.ofNullable(b.notifications).map(gateway -> new NotificationCircuit(desk, exits, gateway));
        this.closing = Optional.ofNullable(b.signatures).map(gateway -> new ClosingCircuit(desk, gateway));
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

    /**
     * Closing and export of expedients (contract eset-model 2.6 and 4).
     *
     * @throws ConfigurationException if no signature gateway was given
     */
    public ClosingCircuit closing() {
        return closing.orElseThrow(() -> missing("signatures(SignatureGateway)"));
    }

    private static ConfigurationException missing(String method) {
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

        /** Where verification codes come from; none when not said. */
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
