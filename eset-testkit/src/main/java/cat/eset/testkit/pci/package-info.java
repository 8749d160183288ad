/** The simulated front of PCI: what arrived, and scripted misbehaviour. Start with {@link cat.eset.testkit.pci.PciDesk}. */
@NullMarked
package cat.eset.testkit.pci;

import org.jspecify.annotations.NullMarked;
