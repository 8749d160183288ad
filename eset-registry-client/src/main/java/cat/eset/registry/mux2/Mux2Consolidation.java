package cat.eset.registry.mux2;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells MUX V2 that an entry of the auxiliary registry has a number (contract mux 5.2, {@code ConsolidacioAssentament}). Whose number it wants,
 * and how it knows the auxiliary entry, is not published: ask before you use it. MUX V3 says both.
 *
 * @param entry its content
 * @param number {@code NumeroAssentament}
 * @param registeredAt when that number was given
 * @param consolidatedAt when it is consolidated
 * @param transaction {@code IdTransaccio}, probably that of the auxiliary entry; at most 70 letters, digits, commas, hyphens and points
 */
public record Mux2Consolidation(
        Mux2Entry entry, String number, Instant registeredAt, Instant consolidatedAt, Optional<String> transaction) {

    /** Checks the values. */
    public Mux2Consolidation {
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(registeredAt, "registeredAt");
        Objects.requireNonNull(consolidatedAt, "consolidatedAt");
        transaction.ifPresent(id -> Lengths.match("Mux2Consolidation", "a transaction", id, "[A-Za-z0-9,.-]{1,70}"));
    }
}
