package cat.eset.registry.mux;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.TownHall;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.registry.Mapped;
import cat.eset.registry.internal.mux.TransactionWriter;
import java.time.Instant;
import java.util.Objects;

/**
 * Writes entries of the core as transactions of MUX V3 (contract mux 8), as an application of the town hall that registers through its own
 * {@link MuxInbound} posts them. How applications create transactions at MUX itself is not published to registries. The other way is {@link
 * MuxTransaction}. Immutable and thread-safe.
 */
public final class TransactionMapping {

    private final TownHall townHall;
    private final String application;

    private TransactionMapping(TownHall townHall, String application) {
        this.townHall = townHall;
        this.application = application;
    }

    /**
     * For entries of this town hall.
     *
     * @param application literal of the application that registers ({@code control.aplicacio})
     */
    public static TransactionMapping of(TownHall townHall, String application) {
        return new TransactionMapping(
                Objects.requireNonNull(townHall, "townHall"), Objects.requireNonNull(application, "application"));
    }

    /**
     * An entry that has a number; the number is no part of the result.
     *
     * @param id the {@code idTransaccio}: 1 to 70 letters, digits, commas, points and hyphens
     */
    public Mapped<DocumentContent> json(String id, RegistryEntry entry) {
        return json(id, entry.content(), entry.presentedAt());
    }

    /**
     * An entry that is still to be numbered.
     *
     * @param id the {@code idTransaccio}: 1 to 70 letters, digits, commas, points and hyphens
     * @param presentedAt instant of presentation, if the draft says none
     */
    public Mapped<DocumentContent> json(String id, EntryDraft draft, Instant presentedAt) {
        if (!id.matches("[A-Za-z0-9,.-]{1,70}")) {
            throw InvalidValueException.of("idTransaccio", "1 to 70 letters, digits, commas, points and hyphens");
        }
        return new TransactionWriter(townHall)
                .write(id, application, draft, draft.presentedAt().orElse(presentedAt));
    }
}
