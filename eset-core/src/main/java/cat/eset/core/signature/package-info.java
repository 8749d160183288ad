/**
 * Signing as the work model needs it: who signs what, and the ports {@link cat.eset.core.signature.SignatureGateway} and
 * {@link cat.eset.core.signature.TimeStampGateway}. Start with {@link cat.eset.core.signature.SignatureGroup}, who signs in which order.
 */
@NullMarked
package cat.eset.core.signature;

import org.jspecify.annotations.NullMarked;
