package cat.eset.signature.validation;

import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;

/**
 * Who signed, as the certificate says. It is true as far as the certificate is trusted.
 *
 * @param name common name of the subject, or the whole subject when it has none
 * @param personId identity number of the person (NIF, NIE...), without prefix
 * @param organisation name of the body the certificate is tied to
 * @param organisationId its identity number, without prefix
 * @param title office or post
 * @param issuer common name of the issuer, or the whole issuer when it has none
 * @param qualification whether it was a qualified certificate at signing time
 * @param certificate the certificate itself
 */
public record SignerIdentity(
        String name,
        Optional<String> personId,
        Optional<String> organisation,
        Optional<String> organisationId,
        Optional<String> title,
        String issuer,
        Qualification qualification,
        X509Certificate certificate) {

    /** Whether a certificate is qualified under Regulation (EU) 910/2014. */
    public enum Qualification {
        /** It is, by a trusted list. */
        QUALIFIED,
        /** It is not. */
        NOT_QUALIFIED,
        /** Not known: no trusted list was used. */
        NOT_KNOWN
    }

    /** Checks the values. */
    public SignerIdentity {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(personId, "personId");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(organisationId, "organisationId");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(qualification, "qualification");
        Objects.requireNonNull(certificate, "certificate");
    }

    /**
     * Reads it out of a certificate: person from {@code serialNumber}, body from {@code organizationIdentifier} (ETSI EN
     * 319 412-1).
     *
     * @param certificate the signer's certificate
     * @param qualification what is known about it
     */
    public static SignerIdentity of(X509Certificate certificate, Qualification qualification) {
        return CertificateSubject.identity(certificate, qualification);
    }

    /** Issuer and serial number only: the rest are personal data. */
    @Override
    public String toString() {
        return "SignerIdentity[issuer " + issuer + ", serial "
                + certificate.getSerialNumber().toString(16) + "]";
    }
}
