/**
 * Where the consortium is and whom to trust there: {@link cat.eset.transport.AocEnvironment} names endpoints, server
 * trust and the signer of the answers, and is never defaulted. {@link cat.eset.transport.Product} says on which cluster a
 * product lives. Start with {@code AocEnvironment}.
 */
@NullMarked
package cat.eset.transport;

import org.jspecify.annotations.NullMarked;
