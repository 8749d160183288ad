package cat.eset.registry.mux;

import cat.eset.core.registry.Direction;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The entry that the auxiliary registry made of one leg of a transaction (contract mux 8.8).
 *
 * @param leg entry or exit
 * @param number its number there; never tell from its shape whose it is
 * @param registeredAt when it was registered there
 * @param presentedAt when it was presented
 * @param consolidatedWith the number of our registry it was consolidated with, if it was
 */
public record AuxiliaryEntry(
        Direction leg,
        String number,
        Optional<Instant> registeredAt,
        Optional<Instant> presentedAt,
        Optional<String> consolidatedWith) {

    /** Checks the values. */
    public AuxiliaryEntry {
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(registeredAt, "registeredAt");
        Objects.requireNonNull(presentedAt, "presentedAt");
        Objects.requireNonNull(consolidatedWith, "consolidatedWith");
    }
}
