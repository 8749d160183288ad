package cat.eset.testkit.sir;

import java.util.List;

/**
 * An exchange that the simulated SIR holds.
 *
 * @param id {@code idEnviamentSIR}
 * @param sendingId {@code idEnviament}
 * @param body ten-digit code of the town hall
 * @param received whether another administration sent it to the town hall
 * @param originOffice office of origin
 * @param destinationOffice office of destination
 * @param originEntry number of the entry at the origin
 * @param destinationEntry number of the entry at the destination; may be empty
 * @param state {@code estat}
 * @param sicres the message
 * @param files names of its files
 */
public record SirExchange(
        String id,
        String sendingId,
        String body,
        boolean received,
        String originOffice,
        String destinationOffice,
        String originEntry,
        String destinationEntry,
        String state,
        String sicres,
        List<String> files) {

    /** Copies the list. */
    public SirExchange {
        files = List.copyOf(files);
    }
}
