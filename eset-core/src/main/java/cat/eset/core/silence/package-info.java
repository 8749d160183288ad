/**
 * The duty to resolve and what happens if it is not met in term (Llei 39/2015 arts. 21-25; Llei 26/2010 arts. 53-54).
 * The sense of silence belongs to the procedure, with its legal basis: it is never guessed from a text. Start with
 * {@link cat.eset.core.silence.DutyToResolve}.
 */
@NullMarked
package cat.eset.core.silence;

import org.jspecify.annotations.NullMarked;
