package cat.eset.core.expedient;

import cat.eset.core.document.ContentRef;
import cat.eset.core.signature.Signer;
import java.time.Instant;
import java.util.Objects;

/**
 * The signature of the index at a closing.
 *
 * @param signature the {@code ds:Signature} element
 * @param signer who signed: the head of the body, or its seal (Reial decret 203/2021 art. 51.3)
 * @param signedAt the instant that counts in law
 */
public record IndexSeal(ContentRef signature, Signer signer, Instant signedAt) {

    /** Checks the values. */
    public IndexSeal {
        Objects.requireNonNull(signature, "signature");
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(signedAt, "signedAt");
    }
}
