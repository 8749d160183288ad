/**
 * The work model's signature ports on the signers and validators of this module. Start at
 * {@link cat.eset.signature.gateway.LocalSignatureGateway}.
 */
@NullMarked
package cat.eset.signature.gateway;

import org.jspecify.annotations.NullMarked;
