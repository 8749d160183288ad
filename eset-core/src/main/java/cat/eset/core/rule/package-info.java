/**
 * Why a step is refused: the {@link cat.eset.core.rule.Rule} and its article, carried by
 * {@link cat.eset.core.rule.RuleBrokenException}.
 */
@NullMarked
package cat.eset.core.rule;

import org.jspecify.annotations.NullMarked;
