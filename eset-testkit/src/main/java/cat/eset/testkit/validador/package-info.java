/** The simulated Validador. Start with {@link cat.eset.testkit.validador.ValidadorDesk}. */
@NullMarked
package cat.eset.testkit.validador;

import org.jspecify.annotations.NullMarked;
