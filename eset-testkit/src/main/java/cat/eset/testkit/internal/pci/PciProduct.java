package cat.eset.testkit.internal.pci;

/** A service behind PCI: takes one item and gives the XML that goes into {@code DatosEspecificos} of the answer. */
@FunctionalInterface
public interface PciProduct {

    /**
     * Answers one item.
     *
     * @param request what all items share
     * @param item the item; it has a payload
     * @return XML of one element
     */
    String answer(PciRequest request, PciItem item);
}
