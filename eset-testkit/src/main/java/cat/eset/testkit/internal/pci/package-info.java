/** The front of PCI, written from the contract note: reads, checks, routes, answers and misbehaves on request. */
@NullMarked
package cat.eset.testkit.internal.pci;

import org.jspecify.annotations.NullMarked;
