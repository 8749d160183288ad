/** SIR 2.0 as the contract describes it. */
@NullMarked
package cat.eset.testkit.internal.sir;

import org.jspecify.annotations.NullMarked;
