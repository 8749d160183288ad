package cat.eset.signature;

import java.util.Objects;
import java.util.Optional;

/**
 * A CMS signature (ETSI EN 319 122-1) beside its content: the result is the signature alone, in DER. Only the digest of
 * the content is used, so its size does not matter.
 *
 * @param level the level to reach
 * @param claimedRole the role the signer claims
 * @param policy the signature policy to declare
 */
public record Cades(SignatureLevel level, Optional<String> claimedRole, Optional<SignaturePolicy> policy)
        implements SignatureFormat {

    /** Checks the values. */
    public Cades {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(claimedRole, "claimedRole");
        Objects.requireNonNull(policy, "policy");
    }

    /** A signature of this level. */
    public static Cades level(SignatureLevel level) {
        return new Cades(level, Optional.empty(), Optional.empty());
    }

    /** With the role that the signer claims. */
    public Cades claimedRole(String value) {
        return new Cades(level, Optional.of(value), policy);
    }

    /** Declares a signature policy. */
    public Cades policy(SignaturePolicy value) {
        return new Cades(level, claimedRole, Optional.of(value));
    }
}
