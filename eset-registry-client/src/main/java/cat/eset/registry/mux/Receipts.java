package cat.eset.registry.mux;

import cat.eset.core.MediaType;
import cat.eset.core.registry.Attachment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the receipts of a transaction are (contract mux 6.3). They are documents in DESA'L, and come some time after the entry.
 *
 * @param transactionId of which transaction
 * @param entry identity in DESA'L of the receipt of the entry
 * @param exit identity in DESA'L of the receipt of the exit
 */
public record Receipts(String transactionId, Optional<String> entry, Optional<String> exit) {

    /** Checks the values. */
    public Receipts {
        Objects.requireNonNull(transactionId, "transactionId");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(exit, "exit");
    }

    /** The same as documents of an entry, held in DESA'L. The names are ours: MUX says none. */
    public List<Attachment> attachments() {
        List<Attachment> found = new ArrayList<>();
        entry.ifPresent(uuid -> found.add(
                Attachment.held("rebut-entrada.pdf", MediaType.PDF, uuid).title("Rebut de l'entrada")));
        exit.ifPresent(uuid -> found.add(
                Attachment.held("rebut-sortida.pdf", MediaType.PDF, uuid).title("Rebut de la sortida")));
        return List.copyOf(found);
    }
}
