/**
 * How a document is signed: what is asked for ({@link cat.eset.signature.SignatureFormat}), by which key
 * ({@link cat.eset.signature.SigningKey}) and what comes back ({@link cat.eset.signature.SignedDocument}). Start at
 * {@link cat.eset.signature.LocalSigner}; the module {@code eset-signature-dss} implements it.
 */
@NullMarked
package cat.eset.signature;

import org.jspecify.annotations.NullMarked;
