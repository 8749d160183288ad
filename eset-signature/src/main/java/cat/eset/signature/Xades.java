package cat.eset.signature;

import cat.eset.core.InvalidValueException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An XML signature (ETSI EN 319 132-1). Each method returns a copy with one thing changed.
 *
 * @param level the level to reach
 * @param placement where the signature stands with respect to what it signs
 * @param claimedRole the role the signer claims
 * @param policy the signature policy to declare
 * @param legacySigningCertificate write {@code SigningCertificate} v1 instead of v2, for old checkers
 */
public record Xades(
        SignatureLevel level,
        Placement placement,
        Optional<String> claimedRole,
        Optional<SignaturePolicy> policy,
        boolean legacySigningCertificate)
        implements SignatureFormat {

    /** Where a signature stands with respect to what it signs. */
    public sealed interface Placement permits Enveloped, Enveloping, Detached, InternallyDetached {}

    /** Inside the signed document, which is covered whole (reference URI {@code ""}). The result is that document. */
    public record Enveloped() implements Placement {}

    /** Around the signed content, of any type. The result is the signature. */
    public record Enveloping() implements Placement {}

    /**
     * Beside the signed content, of any type, which is referred to by name. The result is the signature alone.
     *
     * @param uri the name of the content, as the reference URI; a file name, usually
     */
    public record Detached(String uri) implements Placement {
        /** Checks the value. */
        public Detached {
            if (uri.isBlank() || uri.startsWith("#")) {
                throw InvalidValueException.of("Xades.Detached", "the name of the content");
            }
        }
    }

    /**
     * In the same document as one element that is covered by its {@code Id}, but outside it. The result is the
     * {@code ds:Signature} element alone, to be put where the schema of the document wants it; exclusive
     * canonicalisation keeps it valid there. ENI type TF02 is this (eni section 7).
     *
     * @param id the value of the element's {@code Id} attribute
     */
    public record InternallyDetached(String id) implements Placement {
        private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

        /** Checks that it is an XML name without colon. */
        public InternallyDetached {
            if (!NAME.matcher(id).matches()) {
                throw InvalidValueException.of("Xades.InternallyDetached", "an XML name without colon");
            }
        }
    }

    /** Checks the values. */
    public Xades {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(placement, "placement");
        Objects.requireNonNull(claimedRole, "claimedRole");
        Objects.requireNonNull(policy, "policy");
    }

    /** A signature inside the XML document that it covers whole. */
    public static Xades enveloped(SignatureLevel level) {
        return of(level, new Enveloped());
    }

    /** A signature around the content. */
    public static Xades enveloping(SignatureLevel level) {
        return of(level, new Enveloping());
    }

    /** A signature beside the content, which it names so. */
    public static Xades detached(SignatureLevel level, String uri) {
        return of(level, new Detached(uri));
    }

    /** A signature over the element with this {@code Id}, to be placed elsewhere in the same document. */
    public static Xades internallyDetached(SignatureLevel level, String id) {
        return of(level, new InternallyDetached(id));
    }

    /** With the role that the signer claims. */
    public Xades claimedRole(String value) {
        return new Xades(level, placement, Optional.of(value), policy, legacySigningCertificate);
    }

    /** Declares a signature policy. */
    public Xades policy(SignaturePolicy value) {
        return new Xades(level, placement, claimedRole, Optional.of(value), legacySigningCertificate);
    }

    /** With {@code SigningCertificate} v1, which checkers of the State's policy expect. */
    public Xades withLegacySigningCertificate() {
        return new Xades(level, placement, claimedRole, policy, true);
    }

    private static Xades of(SignatureLevel level, Placement placement) {
        return new Xades(level, placement, Optional.empty(), Optional.empty(), false);
    }
}
