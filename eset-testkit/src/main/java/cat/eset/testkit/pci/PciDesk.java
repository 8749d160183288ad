package cat.eset.testkit.pci;

import java.nio.file.Path;
import java.util.List;

/** What reached the front of PCI, and what it shall do wrong next. Thread-safe. */
public interface PciDesk {

    /** Misbehaves once, with the next request. Scripts run in the order in which they were given. */
    default void script(PciFault fault) {
        script(fault, "", 1);
    }

    /** Misbehaves once, with the next request whose payload has this root element, for example {@code PeticioCerca}. */
    default void script(PciFault fault, String operation) {
        script(fault, operation, 1);
    }

    /**
     * Misbehaves with the next matching requests.
     *
     * @param fault what to do
     * @param operation local name of the root element inside {@code DatosEspecificos}; empty: any request
     * @param times how often, at least 1
     */
    void script(PciFault fault, String operation, int times);

    /** Forgets the scripts that have not run. */
    void clearScript();

    /** What arrived, oldest first; the last 5 000 exchanges are kept. */
    List<PciExchange> exchanges();

    /**
     * From now on writes every request and answer, byte for byte, as numbered files into a directory, which is made if
     * needed.
     */
    void recordTo(Path directory);
}
