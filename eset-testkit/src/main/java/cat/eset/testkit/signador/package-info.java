/**
 * The simulated Signador, and the person at its page. Start with {@link cat.eset.testkit.signador.SignadorDesk}.
 */
@NullMarked
package cat.eset.testkit.signador;

import org.jspecify.annotations.NullMarked;
