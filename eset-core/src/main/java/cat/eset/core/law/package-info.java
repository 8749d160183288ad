/**
 * How every legal answer explains itself: which {@link cat.eset.core.law.Norm}, which
 * {@link cat.eset.core.law.Article}, and why ({@link cat.eset.core.law.Reason}). A step that the law forbids is a
 * {@link cat.eset.core.rule.RuleBrokenException} that names its article. Start with {@code Reason}.
 */
@NullMarked
package cat.eset.core.law;

import org.jspecify.annotations.NullMarked;
