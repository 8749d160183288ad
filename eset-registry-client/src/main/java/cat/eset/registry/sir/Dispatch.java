package cat.eset.registry.sir;

import cat.eset.core.DocumentContent;
import cat.eset.core.registry.ExchangeOrder;
import cat.eset.registry.Mapped;
import cat.eset.registry.MappingLoss;
import cat.eset.registry.sicres.ExchangeMessage;
import cat.eset.registry.sicres.ExchangeRefusedException;
import cat.eset.registry.sicres.Place;
import java.util.List;

/**
 * Something to send to another administration: a message within the limits, and its files. Immutable.
 *
 * <p>It may have no number of entry: the consortium then registers it through MUX, which calls the registry of the town hall while the
 * call is open (contract sir 4).
 */
public final class Dispatch {

    private final ExchangeMessage message;
    private final List<File> files;
    private final List<MappingLoss> losses;

    /**
     * A file of a dispatch.
     *
     * @param id its identity in the exchange
     * @param name its name
     * @param content its bytes
     */
    public record File(String id, String name, DocumentContent content) {
        /** Identity and size; a name may be that of a person. */
        @Override
        public String toString() {
            return "File[" + id + ", " + content + "]";
        }
    }

    Dispatch(ExchangeMessage message, List<File> files, List<MappingLoss> losses) {
        this.message = message;
        this.files = List.copyOf(files);
        this.losses = List.copyOf(losses);
    }

    /**
     * Starts a dispatch.
     *
     * @param origin our office, and the unit that sends, which is compulsory
     * @param destination office of the destination, and its unit if it is known
     * @param summary what it is about, 1 to 240 characters
     */
    public static DispatchBuilder builder(Place origin, Place destination, String summary) {
        return new DispatchBuilder(origin, destination, summary);
    }

    /**
     * An exit of the town hall as a dispatch. It goes out with the number that the town hall gave it, so that nobody numbers it again.
     *
     * @param order the exit and where it goes
     * @param origin our office; the unit is that of the exit or, if it says none, the town hall
     * @return the dispatch, and what of the exit it does not say
     * @throws ExchangeRefusedException if the exchange would not take it
     */
    public static Mapped<Dispatch> ofExit(ExchangeOrder order, Place origin) {
        return new ExitMapping(order, origin, true).dispatch();
    }

    /**
     * The same without the number of the town hall: the consortium registers it again, through MUX.
     *
     * @param order the exit and where it goes
     * @param origin our office
     * @return the dispatch, and what of the exit it does not say
     * @throws ExchangeRefusedException if the exchange would not take it
     */
    public static Mapped<Dispatch> ofExitNumberedByMux(ExchangeOrder order, Place origin) {
        return new ExitMapping(order, origin, false).dispatch();
    }

    /** What the registries tell each other. */
    public ExchangeMessage message() {
        return message;
    }

    /** Its files, in the order of the annexes of the message. */
    public List<File> files() {
        return files;
    }

    /** What was shortened or left out to fit: names of offices, and media types. */
    public List<MappingLoss> losses() {
        return losses;
    }

    /** From where to where. */
    @Override
    public String toString() {
        return "Dispatch[" + message + ", " + files.size() + " files]";
    }
}
