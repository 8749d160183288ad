/**
 * The indicators that a town hall follows every fortnight (contract eset-model 11), computed from the state. Start with
 * {@link cat.eset.core.indicator.Indicators}.
 */
@NullMarked
package cat.eset.core.indicator;

import org.jspecify.annotations.NullMarked;
