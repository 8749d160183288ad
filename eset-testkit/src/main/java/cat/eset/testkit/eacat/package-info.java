/** The inside of the simulated EACAT directory. Start with {@link cat.eset.testkit.eacat.EacatDesk}. */
@NullMarked
package cat.eset.testkit.eacat;

import org.jspecify.annotations.NullMarked;
