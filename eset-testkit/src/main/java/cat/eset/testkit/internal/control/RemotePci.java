package cat.eset.testkit.internal.control;

import cat.eset.testkit.pci.PciDesk;
import cat.eset.testkit.pci.PciExchange;
import cat.eset.testkit.pci.PciFault;
import java.nio.file.Path;
import java.util.List;

/** The desk of PCI of a simulator in another process. */
record RemotePci(ControlClient control) implements PciDesk {

    @Override
    public void script(PciFault fault, String operation, int times) {
        Fields arguments = new Fields();
        Forms.fault(arguments, fault);
        control.ask("pci.script", arguments.put(operation).put(times));
    }

    @Override
    public void clearScript() {
        control.ask("pci.clear");
    }

    @Override
    public List<PciExchange> exchanges() {
        return control.ask("pci.exchanges").list(Forms::exchange);
    }

    @Override
    public void recordTo(Path directory) {
        control.ask("pci.record", new Fields().put(directory.toAbsolutePath().toString()));
    }
}
