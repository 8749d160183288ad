/**
 * The directory of EACAT, the network of the Catalan administrations: its bodies, users, services and authorised officials (contract pci
 * 13). Start with {@link cat.eset.registry.eacat.EacatDirectory}.
 */
@NullMarked
package cat.eset.registry.eacat;

import org.jspecify.annotations.NullMarked;
