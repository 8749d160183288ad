/** DESA'L as the contract describes it. */
@NullMarked
package cat.eset.testkit.internal.desal;

import org.jspecify.annotations.NullMarked;
