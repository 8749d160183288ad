package cat.eset.signature;

import java.util.Optional;
import java.util.function.Function;

/** What kind of signature is wanted: {@link Pades}, {@link Xades}, {@link Cades} or {@link AsicE}. Immutable. */
public sealed interface SignatureFormat permits Pades, Xades, Cades, AsicE {

    /** The level to reach in one go. To keep signing off the network, sign at B and augment later. */
    SignatureLevel level();

    /** The role that the signer claims, for example {@code Alcaldessa}. */
    Optional<String> claimedRole();

    /** The signature policy to declare; none is right for ordinary municipal documents (local-signature section 6). */
    Optional<SignaturePolicy> policy();

    /** One function per kind. */
    default <T> T fold(
            Function<Pades, ? extends T> pades,
            Function<Xades, ? extends T> xades,
            Function<Cades, ? extends T> cades,
            Function<AsicE, ? extends T> asicE) {
        if (this instanceof Pades p) {
            return pades.apply(p);
        }
        if (this instanceof Xades x) {
            return xades.apply(x);
        }
        return this instanceof Cades c ? cades.apply(c) : asicE.apply((AsicE) this);
    }
}
