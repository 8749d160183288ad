package cat.eset.testkit.internal.control;

import cat.eset.testkit.desal.DesalDesk;
import cat.eset.testkit.eacat.EacatDesk;
import cat.eset.testkit.enotum.ENotumDesk;
import cat.eset.testkit.mux.MuxDesk;
import cat.eset.testkit.network.NetworkDesk;
import cat.eset.testkit.pci.PciDesk;
import cat.eset.testkit.signador.SignadorDesk;
import cat.eset.testkit.sir.SirDesk;
import cat.eset.testkit.tsa.TimeStampDesk;
import cat.eset.testkit.validador.ValidadorDesk;

/** The desks of a simulator in another process. */
public final class RemoteDesks {

    private RemoteDesks() {}

    /** The desk of PCI. */
    public static PciDesk pci(ControlClient control) {
        return new RemotePci(control);
    }

    /** The desk of e-NOTUM. */
    public static ENotumDesk enotum(ControlClient control) {
        return new RemoteENotum(control);
    }

    /** The desk of MUX. */
    public static MuxDesk mux(ControlClient control) {
        return new RemoteMux(control);
    }

    /** The desk of SIR. */
    public static SirDesk sir(ControlClient control) {
        return new RemoteSir(control);
    }

    /** The desk of EACAT. */
    public static EacatDesk eacat(ControlClient control) {
        return new RemoteEacat(control);
    }

    /** The desk of DESA'L. */
    public static DesalDesk desal(ControlClient control) {
        return new RemoteDesal(control);
    }

    /** The desk of the Signador. */
    public static SignadorDesk signador(ControlClient control) {
        return new RemoteSignador(control);
    }

    /** The desk of the Validador. */
    public static ValidadorDesk validador(ControlClient control) {
        return new RemoteValidador(control);
    }

    /** The desk of the time stamp authority. */
    public static TimeStampDesk timeStamps(ControlClient control) {
        return new RemoteTimeStamps(control);
    }

    /** The desk of the network. */
    public static NetworkDesk network(ControlClient control) {
        return new RemoteNetwork(control);
    }
}
