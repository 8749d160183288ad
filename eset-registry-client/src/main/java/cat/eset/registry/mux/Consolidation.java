package cat.eset.registry.mux;

import cat.eset.core.DocumentContent;
import cat.eset.core.registry.Direction;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells MUX that an entry of the auxiliary registry has a number in ours (contract mux 6.5).
 *
 * @param transactionId of which transaction
 * @param leg which leg of it
 * @param auxiliaryNumber its number in the auxiliary registry; MUX compares it
 * @param number its number in ours
 * @param registeredAt when ours was given
 * @param presentedAt when it was presented
 * @param evidence a document that proves its origin, recommended; small, it travels inside the message
 */
public record Consolidation(
        String transactionId,
        Direction leg,
        String auxiliaryNumber,
        String number,
        Instant registeredAt,
        Instant presentedAt,
        Optional<DocumentContent> evidence) {

    /** Checks the values. */
    public Consolidation {
        Objects.requireNonNull(transactionId, "transactionId");
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(auxiliaryNumber, "auxiliaryNumber");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(registeredAt, "registeredAt");
        Objects.requireNonNull(presentedAt, "presentedAt");
        Objects.requireNonNull(evidence, "evidence");
    }

    /** With a document that proves its origin. */
    public Consolidation evidence(DocumentContent value) {
        return new Consolidation(
                transactionId, leg, auxiliaryNumber, number, registeredAt, presentedAt, Optional.of(value));
    }
}
