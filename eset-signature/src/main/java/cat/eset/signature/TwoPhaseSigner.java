package cat.eset.signature;

import cat.eset.core.DocumentContent;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * Signs with a key that answers later or elsewhere: a person at a browser, a signing service of another body. First
 * {@link #prepare} gives the bytes to be signed; then {@link #complete} takes the signature value and puts the document
 * together. No state is kept between the two: they may run in different processes. Thread-safe.
 */
public interface TwoPhaseSigner {

    /**
     * Works out what the key has to sign.
     *
     * @param document what to sign
     * @param format the kind of signature
     * @param chain the signer's certificate first, then its issuers as far as known
     * @return what to store until the signature value arrives
     */
    PreparedSignature prepare(DocumentContent document, SignatureFormat format, List<X509Certificate> chain);

    /**
     * Puts the signature value in its place, after having verified it.
     *
     * @param document the same document
     * @param format the same kind of signature
     * @param prepared what {@link #prepare} returned
     * @param signatureValue what the key made of {@link PreparedSignature#toBeSigned()}
     * @throws SigningException {@link SigningException.Problem#WRONG_SIGNATURE_VALUE} if document, format or value are not
     *     those of the preparation
     */
    SignedDocument complete(
            DocumentContent document, SignatureFormat format, PreparedSignature prepared, byte[] signatureValue);
}
