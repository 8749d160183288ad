/**
 * The expedient (art. 70 Llei 39/2015; contract eset-model 4): phase, situation and steps are three notions apart. Start
 * with {@link cat.eset.core.expedient.Expedient}; the port is {@link cat.eset.core.expedient.ExpedientRepository}.
 */
@NullMarked
package cat.eset.core.expedient;

import org.jspecify.annotations.NullMarked;
