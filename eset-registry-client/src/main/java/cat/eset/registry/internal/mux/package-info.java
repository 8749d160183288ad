/** What MUX writes on the wire; not exported. */
@NullMarked
package cat.eset.registry.internal.mux;

import org.jspecify.annotations.NullMarked;
