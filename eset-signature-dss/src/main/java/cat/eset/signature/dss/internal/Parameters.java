package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;
import cat.eset.signature.SignatureFormat;
import cat.eset.signature.SignatureLevel;
import cat.eset.signature.SignaturePolicy;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.ObjectIdentifierQualifier;
import eu.europa.esig.dss.enumerations.SignatureForm;
import eu.europa.esig.dss.model.Policy;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The part of DSS's parameters that all formats share. */
final class Parameters {

    /** Hexadecimal digits: as many as DSS takes. */
    private static final int ID_LENGTH = 32;

    private Parameters() {}

    /** DSS's name for a level of a form. */
    static eu.europa.esig.dss.enumerations.SignatureLevel level(SignatureForm form, SignatureLevel level) {
        return eu.europa.esig.dss.enumerations.SignatureLevel.valueByName(form.name() + "-BASELINE-" + level);
    }

    static void fill(AbstractSignatureParameters<?> parameters, SignatureFormat format, SigningContext context) {
        parameters.setSigningCertificate(context.certificateToken());
        parameters.setCertificateChain(context.chainTokens());
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.bLevel().setSigningDate(context.signingDate());
        format.claimedRole().ifPresent(role -> parameters.bLevel().setClaimedSignerRoles(List.of(role)));
        boolean xml = format.fold(pades -> false, xades -> true, cades -> false, asicE -> true);
        format.policy().ifPresent(policy -> parameters.bLevel().setSignaturePolicy(policy(policy, xml)));
    }

    /**
     * Names an XML signature, and with it all its parts. DSS would go by signer and second alone: two signatures of one person
     * in one document in one second would have the same names, and both be worth nothing.
     */
    static void name(
            AbstractSignatureParameters<?> parameters,
            DocumentContent content,
            SignatureFormat format,
            SigningContext context) {
        String all = content.sha256() + " " + context.signingTime() + " " + format + " "
                + context.certificateToken().getDSSIdAsString();
        Sha256 digest = Sha256.of(all.getBytes(StandardCharsets.UTF_8));
        parameters.getContext().setDeterministicId("id-" + digest.toString().substring(0, ID_LENGTH));
    }

    static SignatureValue value(AbstractSignatureParameters<?> parameters, byte[] signatureValue) {
        return new SignatureValue(parameters.getSignatureAlgorithm(), signatureValue);
    }

    /** XML names the policy by a URN, CMS by the identifier itself. */
    private static Policy policy(SignaturePolicy policy, boolean xml) {
        Policy out = new Policy();
        out.setId(xml ? "urn:oid:" + policy.oid() : policy.oid());
        if (xml) {
            out.setQualifier(ObjectIdentifierQualifier.OID_AS_URN);
        }
        out.setDigestAlgorithm(DigestAlgorithm.forJavaName(policy.digestAlgorithm()));
        out.setDigestValue(Base64.getDecoder().decode(policy.digestBase64()));
        out.setSpuri(policy.location());
        return out;
    }
}
