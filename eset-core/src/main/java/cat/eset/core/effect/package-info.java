/**
 * What a notification does and from when (Llei 39/2015 arts. 40-44), and the appeals that it opens. What the law leaves
 * open is a named setting of {@link cat.eset.core.effect.EffectPolicy}, and the answer keeps both readings: the earlier
 * date to warn the citizen with, the later one to act on. Start with
 * {@link cat.eset.core.effect.ElectronicNotification} and {@link cat.eset.core.effect.Appeals}.
 */
@NullMarked
package cat.eset.core.effect;

import org.jspecify.annotations.NullMarked;
