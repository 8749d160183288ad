package cat.eset.transport.pci;

import cat.eset.core.OperationId;
import cat.eset.transport.Modality;
import cat.eset.transport.http.Timeouts;

/**
 * A request of exactly one item. Immutable.
 *
 * @param <Q> request of the product
 * @param <S> answer of the product
 */
public final class PciRequest<Q, S> {

    private final PciBatch<Q, S> batch;

    private PciRequest(PciBatch<Q, S> batch) {
        this.batch = batch;
    }

    /**
     * A question, which may be asked again with a new identity.
     *
     * @param operation identity
     * @param modality product and modality
     * @param codec how its payload is written and read
     * @param payload request of the product
     */
    public static <Q, S> Builder<Q, S> query(
            OperationId operation, Modality modality, PayloadCodec<Q, S> codec, Q payload) {
        return new Builder<>(PciBatch.query(operation, modality, codec), PciItem.of(payload));
    }

    /**
     * Something that is done there: it is never sent again with another identity.
     *
     * @param operation identity; stored by the caller before sending
     * @param modality product and modality
     * @param codec how its payload is written and read
     * @param payload request of the product
     */
    public static <Q, S> Builder<Q, S> effect(
            OperationId operation, Modality modality, PayloadCodec<Q, S> codec, Q payload) {
        return new Builder<>(PciBatch.effect(operation, modality, codec), PciItem.of(payload));
    }

    /** Identity; {@code IdPeticion} is its text and nothing else. */
    public OperationId operation() {
        return batch.operation();
    }

    /** The same as a batch of one item, for the asynchronous front. */
    public PciBatch<Q, S> asBatch() {
        return batch;
    }

    /** Identity and modality. */
    @Override
    public String toString() {
        return "PciRequest[" + batch.operation() + ", " + batch.modality() + "]";
    }

    /** Builds a request; not thread-safe. */
    public static final class Builder<Q, S> {
        private final PciBatch.Builder<Q, S> batch;
        private PciItem<Q> item;

        private Builder(PciBatch.Builder<Q, S> batch, PciItem<Q> item) {
            this.batch = batch;
            this.item = item;
        }

        /** Its own {@code IdSolicitud}, 1 to 40 characters; without it, that of the operation. */
        public Builder<Q, S> itemId(String value) {
            item = item.id(value);
            return this;
        }

        /** Number of the expedient ({@code IdTransmision}), 1 to 26 characters. */
        public Builder<Q, S> caseNumber(String value) {
            item = item.caseNumber(value);
            return this;
        }

        /** The person the query is about. */
        public Builder<Q, S> subject(DataSubject value) {
            item = item.subject(value);
            return this;
        }

        /** One more file. */
        public Builder<Q, S> attach(Attachment value) {
            item = item.attach(value);
            return this;
        }

        /** Asks for a printable PDF and for the original messages of the issuers. */
        public Builder<Q, S> extensions(boolean pdf, boolean evidence) {
            item = item.extensions(pdf, evidence);
            return this;
        }

        /** Another purpose than that of the client. */
        public Builder<Q, S> purpose(Purpose value) {
            batch.purpose(value);
            return this;
        }

        /** Another legal basis than that of the client. */
        public Builder<Q, S> consent(Consent value) {
            batch.consent(value);
            return this;
        }

        /** Another person than that of the client. */
        public Builder<Q, S> civilServant(CivilServant value) {
            batch.civilServant(value);
            return this;
        }

        /** Other timeouts than those of the client. */
        public Builder<Q, S> timeouts(Timeouts value) {
            batch.timeouts(value);
            return this;
        }

        /** The finished request. */
        public PciRequest<Q, S> build() {
            return new PciRequest<>(batch.item(item).build());
        }
    }
}
