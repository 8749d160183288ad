/**
 * What a signature is worth. Start at {@link cat.eset.signature.validation.SignatureValidator}; its answer is never a yes
 * or no alone: it says what is covered, what changed afterwards, who signed, when, and why it cannot be decided.
 */
@NullMarked
package cat.eset.signature.validation;

import org.jspecify.annotations.NullMarked;
