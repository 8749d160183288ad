package cat.eset.registry.sicres;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one registry tells another (SICRES message of exchange data, contract sir 5). Immutable.
 *
 * @param origin where it comes from
 * @param entry number at the origin; empty: the consortium registers it (contract sir 4, sending modes)
 * @param destination where it goes
 * @param parties interested parties; the message always has one, who may be {@link ExchangePerson#NOBODY}
 * @param subject what it is about
 * @param annexes files, without their bytes
 * @param control what the registries need among themselves
 * @param states what is stated ("expone"); may be empty text
 * @param requests what is asked ("solicita"); may be empty text
 */
public record ExchangeMessage(
        Place origin,
        Optional<EntryMark> entry,
        Place destination,
        List<ExchangeParty> parties,
        ExchangeSubject subject,
        List<ExchangeAnnex> annexes,
        ExchangeControl control,
        String states,
        String requests) {

    /** Checks the values and copies the lists. */
    public ExchangeMessage {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(entry, "entry");
        Objects.requireNonNull(destination, "destination");
        parties = List.copyOf(parties);
        Objects.requireNonNull(subject, "subject");
        annexes = List.copyOf(annexes);
        Objects.requireNonNull(control, "control");
        Objects.requireNonNull(states, "states");
        Objects.requireNonNull(requests, "requests");
    }

    /** From where to where. */
    @Override
    public String toString() {
        return "ExchangeMessage[" + origin + " to " + destination + "]";
    }
}
