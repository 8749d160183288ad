package cat.eset.testkit.internal.pci;

import cat.eset.core.TownHall;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Optional;

/** Who is calling: the certificate of the signature or of TLS, and whether it belongs to the requester. */
final class Doorkeeper {

    /** The only fault number that is known (contract pci 11.2). */
    static final String UNAUTHORISED = "1013";

    private final PciSettings settings;
    private final WssVerifier verifier;

    Doorkeeper(PciSettings settings) {
        this.settings = settings;
        this.verifier = new WssVerifier(settings.sha256Allowed());
    }

    /** Nobody was recognised; the text goes into a SOAP fault. */
    static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        private final String text;

        Refusal(String text) {
            super(text);
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** {@code WSS}, {@code TLS}, {@code WSS+TLS} or {@code NONE}. */
    static String means(PciMessage message, Optional<X509Certificate> tls) {
        if (!WssVerifier.isSigned(message.envelope())) {
            return tls.isPresent() ? "TLS" : "NONE";
        }
        return tls.isPresent() ? "WSS+TLS" : "WSS";
    }

    X509Certificate authenticate(PciMessage message, Optional<X509Certificate> tls) throws Refusal {
        if (WssVerifier.isSigned(message.envelope())) {
            if (message.mtom() && !settings.signedMtomAllowed()) {
                throw new Refusal("Error d'autorització: una petició MTOM no pot anar signada.");
            }
            try {
                return trusted(verifier.verify(message.envelope()));
            } catch (RefusedSignatureException e) {
                throw new Refusal("Error d'autorització: signatura incorrecta (" + e.getMessage() + ").");
            }
        }
        if (tls.isEmpty()) {
            throw new Refusal("Error d'autorització: no s'ha pogut obtenir cap certificat de la petició.");
        }
        return trusted(tls.get());
    }

    void authorise(X509Certificate certificate, String requester) throws Refusal {
        Optional<TownHall> townHall = settings.townHalls().stream()
                .filter(t -> t.ine10().value().equals(requester))
                .findFirst();
        if (townHall.isEmpty()
                || !settings.pki().townHallSeal(townHall.get()).certificate().equals(certificate)) {
            throw new Refusal("Error d'autorització: el certificat no està vinculat al requeridor " + requester + ".");
        }
    }

    private X509Certificate trusted(X509Certificate certificate) throws Refusal {
        try {
            certificate.checkValidity();
            certificate.verify(settings.pki().root().getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new Refusal("Error d'autorització: certificat no vàlid.");
        }
        if (settings.pki().isRevoked(certificate)) {
            throw new Refusal("Error d'autorització: certificat revocat.");
        }
        return certificate;
    }
}
