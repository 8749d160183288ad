/** The other side of the e-NOTUM counter: what the simulated service holds, and what citizens and operators do with it. Start with {@link cat.eset.testkit.enotum.ENotumDesk}. */
@NullMarked
package cat.eset.testkit.enotum;

import org.jspecify.annotations.NullMarked;
