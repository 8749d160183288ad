package cat.eset.registry.mux;

import cat.eset.core.DocumentContent;
import cat.eset.core.registry.EntryDraft;
import cat.eset.registry.MappingLoss;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A transaction of MUX V3 in the terms of the work model (contract mux 8).
 *
 * @param id the {@code idTransaccio}
 * @param test whether it is marked as a test: it must never touch the sequence of numbers
 * @param auxiliaryNumber the number the auxiliary registry gave it, if it comes from a mailbox
 * @param application literal of the application that created it, for example {@code eTRAM}
 * @param draft the entry or exit it asks for
 * @param losses what the draft does not say, or says otherwise
 * @param raw the whole transaction as it came; it holds personal data
 */
public record MuxTransaction(
        String id,
        boolean test,
        Optional<String> auxiliaryNumber,
        Optional<String> application,
        EntryDraft draft,
        List<MappingLoss> losses,
        DocumentContent raw) {

    /** Checks the values. */
    public MuxTransaction {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(auxiliaryNumber, "auxiliaryNumber");
        Objects.requireNonNull(application, "application");
        Objects.requireNonNull(draft, "draft");
        losses = List.copyOf(losses);
        Objects.requireNonNull(raw, "raw");
    }

    /** Id and direction only. */
    @Override
    public String toString() {
        return "MuxTransaction[" + id + "/" + draft.direction().letter() + "]";
    }
}
