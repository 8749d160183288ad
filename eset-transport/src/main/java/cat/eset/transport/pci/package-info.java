/**
 * Messages of the PCI, the SOAP broker of the consortium (contract pci): {@link cat.eset.transport.pci.PciClient} sends a
 * {@link cat.eset.transport.pci.PciRequest} whose product payload is written and read by a
 * {@link cat.eset.transport.pci.PayloadCodec}, and gives a {@link cat.eset.transport.pci.PciAnswer} or a
 * {@link cat.eset.transport.pci.PciException}. Start with {@code PciClient}.
 */
@NullMarked
package cat.eset.transport.pci;

import org.jspecify.annotations.NullMarked;
