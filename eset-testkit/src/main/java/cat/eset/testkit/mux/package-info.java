/** The simulated MUX V3: posts transactions to the registry of a vendor and hands back the raw answer. Start with {@link cat.eset.testkit.mux.MuxDesk}. */
@NullMarked
package cat.eset.testkit.mux;

import org.jspecify.annotations.NullMarked;
