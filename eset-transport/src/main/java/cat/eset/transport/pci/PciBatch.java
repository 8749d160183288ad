package cat.eset.transport.pci;

import cat.eset.core.InvalidValueException;
import cat.eset.core.OperationId;
import cat.eset.transport.Modality;
import cat.eset.transport.http.Timeouts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 1 to 500 items that share product, modality, requester and purpose, for the asynchronous front (contract pci 7).
 * Immutable.
 *
 * @param <Q> request of the product
 * @param <S> answer of the product
 */
public final class PciBatch<Q, S> {

    /** Most items of a batch. */
    public static final int MOST_ITEMS = 500;

    private final OperationId operation;
    private final Modality modality;
    private final boolean effect;
    private final PayloadCodec<Q, S> codec;
    private final List<PciItem<Q>> items;
    private final List<String> itemIds;
    private final @Nullable Purpose purpose;
    private final @Nullable Consent consent;
    private final @Nullable CivilServant civilServant;
    private final @Nullable Timeouts timeouts;

    private PciBatch(Builder<Q, S> b) {
        this.operation = b.operation;
        this.modality = b.modality;
        this.effect = b.effect;
        this.codec = b.codec;
        this.items = List.copyOf(b.items);
        this.purpose = b.purpose;
        this.consent = b.consent;
        this.civilServant = b.civilServant;
        this.timeouts = b.timeouts;
        this.itemIds = itemIds(operation, items);
    }

    /**
     * A batch of questions, which may be asked again with a new identity.
     *
     * @param operation identity; stored by the caller before sending
     * @param modality product and modality
     * @param codec how its payload is written and read
     */
    public static <Q, S> Builder<Q, S> query(OperationId operation, Modality modality, PayloadCodec<Q, S> codec) {
        return new Builder<>(operation, modality, codec, false);
    }

    /** A batch that does something there: it is never sent again with another identity. */
    public static <Q, S> Builder<Q, S> effect(OperationId operation, Modality modality, PayloadCodec<Q, S> codec) {
        return new Builder<>(operation, modality, codec, true);
    }

    /** Identity; {@code IdPeticion} is its text and nothing else. */
    public OperationId operation() {
        return operation;
    }

    /** Product and modality. */
    public Modality modality() {
        return modality;
    }

    /** Whether it does something there. */
    public boolean hasEffect() {
        return effect;
    }

    /** How its payload is written and read. */
    public PayloadCodec<Q, S> codec() {
        return codec;
    }

    /** Its items. */
    public List<PciItem<Q>> items() {
        return items;
    }

    /** {@code IdSolicitud} of each item: its own, or derived from the operation. */
    public List<String> itemIds() {
        return itemIds;
    }

    /** Purpose, where it differs from that of the client. */
    public Optional<Purpose> purpose() {
        return Optional.ofNullable(purpose);
    }

    /** Legal basis, where it differs from that of the client. */
    public Optional<Consent> consent() {
        return Optional.ofNullable(consent);
    }

    /** Person behind it, where it differs from that of the client. */
    public Optional<CivilServant> civilServant() {
        return Optional.ofNullable(civilServant);
    }

    /** Timeouts, where they differ from those of the client. */
    public Optional<Timeouts> timeouts() {
        return Optional.ofNullable(timeouts);
    }

    /** Identity, modality and number of items. */
    @Override
    public String toString() {
        return "PciBatch[" + operation + ", " + modality + ", " + items.size() + " items]";
    }

    PciBatch<Q, S> withOperation(OperationId other) {
        Builder<Q, S> b = new Builder<>(other, modality, codec, effect);
        b.items.addAll(items);
        b.purpose = purpose;
        b.consent = consent;
        b.civilServant = civilServant;
        b.timeouts = timeouts;
        return b.build();
    }

    private static List<String> itemIds(OperationId operation, List<? extends PciItem<?>> items) {
        List<String> ids = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            String derived = items.size() == 1 ? operation.value() : operation.value() + "-" + (i + 1);
            ids.add(items.get(i).id().orElse(derived));
        }
        if (new HashSet<>(ids).size() != ids.size()) {
            throw InvalidValueException.of("PciBatch", "items with ids of their own");
        }
        return List.copyOf(ids);
    }

    /** Builds a batch; not thread-safe. */
    public static final class Builder<Q, S> {
        private final OperationId operation;
        private final Modality modality;
        private final PayloadCodec<Q, S> codec;
        private final boolean effect;
        private final List<PciItem<Q>> items = new ArrayList<>();
        private @Nullable Purpose purpose;
        private @Nullable Consent consent;
        private @Nullable CivilServant civilServant;
        private @Nullable Timeouts timeouts;

        private Builder(OperationId operation, Modality modality, PayloadCodec<Q, S> codec, boolean effect) {
            this.operation = Objects.requireNonNull(operation, "operation");
            this.modality = Objects.requireNonNull(modality, "modality");
            this.codec = Objects.requireNonNull(codec, "codec");
            this.effect = effect;
        }

        /** One more item. */
        public Builder<Q, S> item(PciItem<Q> item) {
            items.add(Objects.requireNonNull(item, "item"));
            return this;
        }

        /** Another purpose than that of the client. */
        public Builder<Q, S> purpose(Purpose value) {
            this.purpose = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Another legal basis than that of the client. */
        public Builder<Q, S> consent(Consent value) {
            this.consent = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Another person than that of the client. */
        public Builder<Q, S> civilServant(CivilServant value) {
            this.civilServant = Objects.requireNonNull(value, "value");
            return this;
        }

        /** Other timeouts than those of the client. */
        public Builder<Q, S> timeouts(Timeouts value) {
            this.timeouts = Objects.requireNonNull(value, "value");
            return this;
        }

        /**
         * The finished batch.
         *
         * @throws InvalidValueException unless it has 1 to 500 items, and all its attachments have ids of their own
         */
        public PciBatch<Q, S> build() {
            if (items.isEmpty() || items.size() > MOST_ITEMS) {
                throw InvalidValueException.of("PciBatch", "1 to " + MOST_ITEMS + " items");
            }
            List<String> files = items.stream()
                    .flatMap(item -> item.attachments().stream())
                    .map(Attachment::id)
                    .toList();
            if (new HashSet<>(files).size() != files.size()) {
                throw InvalidValueException.of("PciBatch", "attachments with ids of their own");
            }
            return new PciBatch<>(this);
        }
    }
}
