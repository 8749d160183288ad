/** MUX V2 on the wire; not exported. */
@NullMarked
package cat.eset.registry.internal.mux2;

import org.jspecify.annotations.NullMarked;
