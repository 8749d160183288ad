package cat.eset.signature;

import java.util.Objects;
import java.util.Optional;

/**
 * A ZIP container with the document and its XAdES signature (ETSI EN 319 162-1, ASiC-E). Right for large XML and for any
 * file that cannot carry a signature itself.
 *
 * @param level the level to reach
 * @param claimedRole the role the signer claims
 * @param policy the signature policy to declare
 */
public record AsicE(SignatureLevel level, Optional<String> claimedRole, Optional<SignaturePolicy> policy)
        implements SignatureFormat {

    /** Checks the values. */
    public AsicE {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(claimedRole, "claimedRole");
        Objects.requireNonNull(policy, "policy");
    }

    /** A signature of this level. */
    public static AsicE level(SignatureLevel level) {
        return new AsicE(level, Optional.empty(), Optional.empty());
    }

    /** With the role that the signer claims. */
    public AsicE claimedRole(String value) {
        return new AsicE(level, Optional.of(value), policy);
    }

    /** Declares a signature policy. */
    public AsicE policy(SignaturePolicy value) {
        return new AsicE(level, claimedRole, Optional.of(value));
    }
}
