package cat.eset.core.work;

import cat.eset.core.OperationId;
import cat.eset.core.event.AggregateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be sent, stored with the change that asks for it and delivered later, at least once. Whoever delivers must be
 * idempotent by {@link OperationId}. Thread-safe, also between processes.
 */
public interface Outbox {

    /**
     * Something to be sent.
     *
     * @param id identity of the operation; one message per id
     * @param topic which deliverer takes it, for example {@code notification}
     * @param payload what the deliverer needs: keys of aggregates rather than content
     * @param about the aggregate whose messages are delivered in the order in which they were added; none if the order does not matter
     */
    record Message(OperationId id, String topic, String payload, Optional<AggregateKey> about) {
        /** Checks the values. */
        public Message {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(payload, "payload");
            Objects.requireNonNull(about, "about");
        }

        /** A message whose order does not matter. */
        public Message(OperationId id, String topic, String payload) {
            this(id, topic, payload, Optional.empty());
        }

        /** The same message, delivered after those about the same aggregate that were added before. */
        public Message about(AggregateKey aggregate) {
            return new Message(id, topic, payload, Optional.of(aggregate));
        }

        /** Not the payload, which may hold personal data. */
        @Override
        public String toString() {
            return "Message[" + id + ", " + topic + "]";
        }
    }

    /**
     * A message lent to a deliverer.
     *
     * @param message what to deliver
     * @param attempt how often it was lent, this time included; each loan has its own
     * @param tries the same, since it was added or last {@linkplain #requeue requeued}: also what nobody lived to tell about counts
     * @param until when the loan ends and another may take it
     */
    record Leased(Message message, int attempt, int tries, Instant until) {}

    /**
     * A message that was given up.
     *
     * @param message what was not delivered
     * @param attempts how often it was tried
     * @param reason why it was given up
     * @param since when
     */
    record Parked(Message message, int attempts, String reason, Instant since) {
        /** Not the reason, which may hold the words of a service. */
        @Override
        public String toString() {
            return "Parked[" + message + ", " + attempts + " attempts, " + since + "]";
        }
    }

    /** Stores a message; joins the {@link UnitOfWork} of the caller. A second message with the same id is ignored. */
    void add(Message message, Instant notBefore);

    /**
     * Lends messages that are due, oldest first; nobody else gets them until the loan ends. Of messages about the same aggregate
     * only the first that is not delivered is lent: the others wait for it, whatever its topic, also while it is parked. Stored at once, in a
     * transaction of its own even inside a {@link UnitOfWork}.
     *
     * @param topics what the caller can deliver
     */
    List<Leased> lease(Set<String> topics, Instant now, Duration loan, int max);

    /** The message was delivered and is not lent again. Ignored if the loan has passed to another attempt. */
    void delivered(Leased leased, Instant now);

    /** The message is to be tried again later. Ignored if the loan has passed to another attempt. */
    void retry(Leased leased, String reason, Instant notBefore);

    /** The message is given up and waits for a person. Ignored if the loan has passed to another attempt. */
    void park(Leased leased, String reason, Instant now);

    /** Messages that wait for a person, oldest first. */
    List<Parked> parked();

    /**
     * A person had another try: the message is due again, with all its tries before it; its attempts count on.
     *
     * @return whether it was parked
     */
    boolean requeue(OperationId id, Instant notBefore);

    /**
     * A person gave it up for good: the message is never delivered, and those about the same aggregate wait for it no longer. It is kept with the
     * reason, so that a second message with the same id is still ignored.
     *
     * @param reason why it need not be delivered, without personal data
     * @return whether it was parked
     */
    boolean drop(OperationId id, String reason, Instant now);
}
