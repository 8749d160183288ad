package cat.eset.documents;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An expedient in DESA'L (contract desal 4.4).
 *
 * @param uuid its identity
 * @param identifier as its service named it
 * @param title its title
 * @param state code of its state
 * @param eniIdentifier its identifier for interoperability
 * @param documents what is in it, if it was said
 */
public record DesalExpedient(
        String uuid,
        String identifier,
        String title,
        Optional<String> state,
        Optional<String> eniIdentifier,
        List<DesalDocument> documents) {

    /** Checks the values and copies the list. */
    public DesalExpedient {
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(identifier, "identifier");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(eniIdentifier, "eniIdentifier");
        documents = List.copyOf(documents);
    }

    /** Identity only; titles may hold names of people. */
    @Override
    public String toString() {
        return "DesalExpedient[" + uuid + ", " + identifier + "]";
    }
}
