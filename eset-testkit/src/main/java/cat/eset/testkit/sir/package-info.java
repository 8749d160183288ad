/** The inside of the simulated SIR. Start with {@link cat.eset.testkit.sir.SirDesk}. */
@NullMarked
package cat.eset.testkit.sir;

import org.jspecify.annotations.NullMarked;
