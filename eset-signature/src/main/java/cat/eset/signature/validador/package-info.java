/**
 * AOC's Validador (ex PSIS): what it says about certificates and signatures, and signatures upgraded by it (contract
 * validador.md). Start at {@link cat.eset.signature.validador.Validador}. Much of the contract was rebuilt from clients: try
 * it in AOC's test environment before relying on it.
 */
@NullMarked
package cat.eset.signature.validador;

import org.jspecify.annotations.NullMarked;
