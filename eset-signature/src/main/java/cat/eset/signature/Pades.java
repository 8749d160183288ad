package cat.eset.signature;

import java.util.Objects;
import java.util.Optional;

/**
 * A signature inside a PDF (ETSI EN 319 142-1). Each method returns a copy with one thing changed.
 *
 * @param level the level to reach
 * @param reason why it is signed, shown by viewers
 * @param location where it is signed, shown by viewers
 * @param claimedRole the role the signer claims
 * @param field the name of an existing empty signature field to sign in
 * @param mark how it looks on a page; without it the signature is invisible
 * @param permissions what may still change afterwards; only the first signature of a document may say so
 * @param policy the signature policy to declare
 */
public record Pades(
        SignatureLevel level,
        Optional<String> reason,
        Optional<String> location,
        Optional<String> claimedRole,
        Optional<String> field,
        Optional<VisibleMark> mark,
        Optional<ChangePermission> permissions,
        Optional<SignaturePolicy> policy)
        implements SignatureFormat {

    /** What a certified PDF lets others do after the certifying signature (ISO 32000, DocMDP). */
    public enum ChangePermission {
        /** Nothing at all, not even another signature. */
        NOTHING,
        /** Fill in forms and sign. */
        FORMS_AND_SIGNATURES,
        /** Fill in forms, sign and annotate. */
        FORMS_SIGNATURES_AND_NOTES
    }

    /** Checks the values. */
    public Pades {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(claimedRole, "claimedRole");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(permissions, "permissions");
        Objects.requireNonNull(policy, "policy");
    }

    /** An invisible signature of this level. */
    public static Pades level(SignatureLevel level) {
        return new Pades(
                level,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** With the reason that viewers show. */
    public Pades reason(String value) {
        return new Pades(level, Optional.of(value), location, claimedRole, field, mark, permissions, policy);
    }

    /** With the place that viewers show. */
    public Pades location(String value) {
        return new Pades(level, reason, Optional.of(value), claimedRole, field, mark, permissions, policy);
    }

    /** With the role that the signer claims. */
    public Pades claimedRole(String value) {
        return new Pades(level, reason, location, Optional.of(value), field, mark, permissions, policy);
    }

    /** In this existing, empty signature field. */
    public Pades field(String name) {
        return new Pades(level, reason, location, claimedRole, Optional.of(name), mark, permissions, policy);
    }

    /** Visible on a page. */
    public Pades visible(VisibleMark value) {
        return new Pades(level, reason, location, claimedRole, field, Optional.of(value), permissions, policy);
    }

    /** Certifies the document: later changes beyond this make it invalid. */
    public Pades certify(ChangePermission value) {
        return new Pades(level, reason, location, claimedRole, field, mark, Optional.of(value), policy);
    }

    /** Declares a signature policy. */
    public Pades policy(SignaturePolicy value) {
        return new Pades(level, reason, location, claimedRole, field, mark, permissions, Optional.of(value));
    }
}
