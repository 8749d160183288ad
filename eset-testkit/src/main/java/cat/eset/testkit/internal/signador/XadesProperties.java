package cat.eset.testkit.internal.signador;

import cat.eset.testkit.pki.TestIdentity;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The properties that a XAdES signature covers, in the order of the schema. */
final class XadesProperties {

    static final String ID = "SignedProperties-1";

    private static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";
    private static final Map<String, String> DIGESTS = Map.of(
            "", DigestMethod.SHA1,
            "SHA-1", DigestMethod.SHA1,
            "SHA-256", DigestMethod.SHA256,
            "SHA-512", DigestMethod.SHA512);

    private final Order order;
    private final TestIdentity who;
    private final Clock clock;

    XadesProperties(Order order, TestIdentity who, Clock clock) {
        this.order = order;
        this.who = who;
        this.clock = clock;
    }

    Element build(Document xml) throws GeneralSecurityException {
        Element qualifying = xml.createElementNS(XADES, "xades:QualifyingProperties");
        qualifying.setAttributeNS(null, "Target", "#Signature-1");
        Element signed = add(qualifying, "SignedProperties");
        signed.setAttributeNS(null, "Id", ID);
        signed.setIdAttributeNS(null, "Id", true);
        Element signature = add(signed, "SignedSignatureProperties");
        add(signature, "SigningTime")
                .setTextContent(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        byte[] certificate =
                MessageDigest.getInstance("SHA-256").digest(who.certificate().getEncoded());
        digest(
                add(add(add(signature, "SigningCertificateV2"), "Cert"), "CertDigest"),
                DigestMethod.SHA256,
                Base64.getEncoder().encodeToString(certificate));
        policy(signature);
        if (!order.option("signer_role").isEmpty()) {
            Element roles = add(add(signature, "SignerRoleV2"), "ClaimedRoles");
            add(roles, "ClaimedRole").setTextContent(order.option("signer_role"));
        }
        commitment(signed);
        return qualifying;
    }

    private void policy(Element signature) {
        if (order.option("signature_policy").isEmpty()) {
            return;
        }
        Element policy = add(add(signature, "SignaturePolicyIdentifier"), "SignaturePolicyId");
        add(add(policy, "SigPolicyId"), "Identifier").setTextContent("urn:oid:" + order.option("signature_policy"));
        digest(
                add(policy, "SigPolicyHash"),
                DIGESTS.getOrDefault(order.option("signature_policy_hash_algorithm"), DigestMethod.SHA1),
                order.option("signature_policy_hash"));
        if (!order.option("signature_policy_qualifier").isEmpty()) {
            add(add(add(policy, "SigPolicyQualifiers"), "SigPolicyQualifier"), "SPURI")
                    .setTextContent(order.option("signature_policy_qualifier"));
        }
    }

    private void commitment(Element signed) {
        if (order.option("commitment_identifier").isEmpty()) {
            return;
        }
        Element indication = add(add(signed, "SignedDataObjectProperties"), "CommitmentTypeIndication");
        Element id = add(indication, "CommitmentTypeId");
        add(id, "Identifier").setTextContent(order.option("commitment_identifier"));
        if (!order.option("commitment_description").isEmpty()) {
            add(id, "Description").setTextContent(order.option("commitment_description"));
        }
        if (order.option("commitment_object_reference").isEmpty()) {
            add(indication, "AllSignedDataObjects");
        } else {
            add(indication, "ObjectReference").setTextContent(order.option("commitment_object_reference"));
        }
    }

    private static void digest(Element parent, String algorithm, String value) {
        Document xml = parent.getOwnerDocument();
        Element method = xml.createElementNS(XMLSignature.XMLNS, "ds:DigestMethod");
        method.setAttributeNS(null, "Algorithm", algorithm);
        parent.appendChild(method);
        Element digest = xml.createElementNS(XMLSignature.XMLNS, "ds:DigestValue");
        digest.setTextContent(value);
        parent.appendChild(digest);
    }

    private static Element add(Element parent, String name) {
        Element child = parent.getOwnerDocument().createElementNS(XADES, "xades:" + name);
        parent.appendChild(child);
        return child;
    }
}
