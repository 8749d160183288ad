/** MUX V3: the pusher towards the vendor and the REST services for registry tools, written from the contract note. */
@NullMarked
package cat.eset.testkit.internal.mux;

import org.jspecify.annotations.NullMarked;
