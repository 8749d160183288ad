/** The EACAT directory as the contract describes it. */
@NullMarked
package cat.eset.testkit.internal.eacat;

import org.jspecify.annotations.NullMarked;
