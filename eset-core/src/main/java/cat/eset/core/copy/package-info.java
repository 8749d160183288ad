/**
 * Authentic copies and verification codes (Llei 39/2015 art. 27; RD 203/2021 arts. 21 and 47-49). Start with
 * {@link cat.eset.core.copy.CopyKind} and {@link cat.eset.core.copy.VerifiableDocument}.
 */
@NullMarked
package cat.eset.core.copy;

import org.jspecify.annotations.NullMarked;
