/** Just enough DER to ask for a time stamp and to read it: no general ASN.1 library. */
@NullMarked
package cat.eset.signature.internal.der;

import org.jspecify.annotations.NullMarked;
