/**
 * Signatures by persons at a browser, through AOC's Signador centralitzat (contract signador.md). Start at
 * {@link cat.eset.signature.signador.Signador}: start a job, send the person to its page, ask for the result.
 */
@NullMarked
package cat.eset.signature.signador;

import org.jspecify.annotations.NullMarked;
