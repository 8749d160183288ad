/**
 * Time stamps (RFC 3161). Start at {@link cat.eset.signature.timestamp.TimeStampAuthority}; the client asks one authority
 * and checks its answer, and authorities can be put one behind another.
 */
@NullMarked
package cat.eset.signature.timestamp;

import org.jspecify.annotations.NullMarked;
