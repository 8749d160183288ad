/** The inside of the simulated DESA'L. Start with {@link cat.eset.testkit.desal.DesalDesk}. */
@NullMarked
package cat.eset.testkit.desal;

import org.jspecify.annotations.NullMarked;
