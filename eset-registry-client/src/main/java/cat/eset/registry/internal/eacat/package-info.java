/** The wire of the EACAT directory; not exported. */
@NullMarked
package cat.eset.registry.internal.eacat;

import org.jspecify.annotations.NullMarked;
