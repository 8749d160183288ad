/** The text of the exchange message and its limits; not exported. */
@NullMarked
package cat.eset.registry.internal.sicres;

import org.jspecify.annotations.NullMarked;
