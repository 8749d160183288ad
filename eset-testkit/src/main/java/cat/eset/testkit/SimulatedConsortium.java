package cat.eset.testkit;

import cat.eset.core.TownHall;
import cat.eset.testkit.desal.DesalDesk;
import cat.eset.testkit.eacat.EacatDesk;
import cat.eset.testkit.enotum.ENotumDesk;
import cat.eset.testkit.mux.MuxDesk;
import cat.eset.testkit.network.NetworkDesk;
import cat.eset.testkit.pci.PciDesk;
import cat.eset.testkit.pki.TestPki;
import cat.eset.testkit.signador.SignadorDesk;
import cat.eset.testkit.sir.SirDesk;
import cat.eset.testkit.tsa.TimeStampDesk;
import cat.eset.testkit.validador.ValidadorDesk;
import java.util.List;

/**
 * The consortium as a town hall sees it, on real ports of this machine, and the desks behind which a test plays the
 * consortium, its citizens and the network. Thread-safe.
 *
 * <p>If the simulator runs in a process of its own and that process dies, every method that needs it throws
 * {@link ConsortiumGoneException}.
 */
public interface SimulatedConsortium extends AutoCloseable {

    /** Where its services listen. */
    Endpoints endpoints();

    /** Its keys and certificates, and those of the town halls that it knows. */
    TestPki pki();

    /**
     * The clock of law and of the simulated services. Moving it runs what falls due in between (deposits, notices,
     * expiries), each at its own instant, before the move returns.
     */
    VirtualClock clock();

    /** The town halls that may call, each with the seal {@link TestPki#townHallSeal(TownHall)}. */
    List<TownHall> townHalls();

    /** The front of PCI: what arrived and scripted misbehaviour. */
    PciDesk pci();

    /** e-NOTUM: notifications, citizens, callbacks. */
    ENotumDesk enotum();

    /** MUX: posts registry transactions to the vendor. */
    MuxDesk mux();

    /** SIR: what other administrations outside Catalonia do. */
    SirDesk sir();

    /** The directory of EACAT. */
    EacatDesk eacat();

    /** DESA'L: documents, antivirus, keys. */
    DesalDesk desal();

    /** The Signador, and the person at its page. */
    SignadorDesk signador();

    /** The Validador. */
    ValidadorDesk validador();

    /** The time stamp authority. */
    TimeStampDesk timeStamps();

    /** The line in front of everything. */
    NetworkDesk network();

    /** Stops everything and frees the ports. Repeating it does nothing. */
    @Override
    void close();
}
