/**
 * MUX V2 through the PCI, as a registry calls it (contract mux 5): what it has under a number or in a window of time, the documents of an
 * entry, and, for who was granted them, creating, consolidating and uploading. {@link cat.eset.registry.mux2.Mux2Entry} is an entry as it is
 * written there; {@link cat.eset.registry.mux2.Mux2Mapping} ties it to the entries of the core and tells what does not fit. Start with {@link
 * cat.eset.registry.mux2.Mux2}.
 */
@NullMarked
package cat.eset.registry.mux2;

import org.jspecify.annotations.NullMarked;
