package cat.eset.signature.dss.internal;

import cat.eset.core.ConfigurationException;
import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.model.policy.ValidationPolicy;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.BasicSignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.policy.jaxb.SignatureConstraints;
import eu.europa.esig.dss.policy.jaxb.TimestampConstraints;
import jakarta.xml.bind.JAXBException;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;

/**
 * DSS's own validation policy with what it only warns of turned into failures: pages painted over, notes over pages,
 * unclassified changes, broken locks, overlapping byte ranges (local-signature section 5). Derived from the policy inside
 * the library at run time, so that it follows the library's updates.
 */
final class HardenedPolicy {

    private static final String DEFAULT = "/policy/constraint.xml";

    private HardenedPolicy() {}

    static ValidationPolicy load() {
        try (InputStream in = EtsiValidationPolicy.class.getResourceAsStream(DEFAULT)) {
            if (in == null) {
                throw ConfigurationException.of(
                        "The validation policy of dss-policy-jaxb is missing", "Do not exclude that dependency.");
            }
            ConstraintsParameters policy = ValidationPolicyFacade.newFacade().unmarshall(in, false);
            harden(policy.getSignatureConstraints());
            harden(policy.getCounterSignatureConstraints());
            harden(policy.getTimestamp());
            return new EtsiValidationPolicy(policy);
        } catch (IOException | JAXBException | XMLStreamException | SAXException e) {
            throw ConfigurationException.of(
                    "The validation policy of dss-policy-jaxb cannot be read: " + e.getMessage(),
                    "Use the versions of eset-bom.");
        }
    }

    private static void harden(SignatureConstraints constraints) {
        harden(constraints.getBasicSignatureConstraints());
    }

    private static void harden(TimestampConstraints constraints) {
        harden(constraints.getBasicSignatureConstraints());
    }

    private static void harden(BasicSignatureConstraints constraints) {
        constraints.setByteRange(fail());
        constraints.setByteRangeCollision(fail());
        constraints.setPdfSignatureDictionary(fail());
        constraints.setPdfPageDifference(fail());
        constraints.setPdfAnnotationOverlap(fail());
        constraints.setPdfVisualDifference(fail());
        constraints.setDocMDP(fail());
        constraints.setFieldMDP(fail());
        constraints.setSigFieldLock(fail());
        constraints.setUndefinedChanges(fail());
    }

    private static LevelConstraint fail() {
        LevelConstraint out = new LevelConstraint();
        out.setLevel(Level.FAIL);
        return out;
    }
}
