package cat.eset.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;

/** Whether a private key is that of a certificate, as far as it can be told without asking a token for a signature. */
final class KeyPairing {

    private KeyPairing() {}

    /** Whether they certainly do not belong together. */
    static boolean isBroken(PrivateKey privateKey, PublicKey publicKey) {
        if (!privateKey.getAlgorithm().equals(publicKey.getAlgorithm())) {
            return true;
        }
        if (privateKey instanceof RSAKey secret && publicKey instanceof RSAKey open) {
            return !secret.getModulus().equals(open.getModulus());
        }
        // A token may want a PIN or a person for each signature: only a key that is here signs for a trial.
        boolean isHere = privateKey.getEncoded() != null;
        return isHere && privateKey.getAlgorithm().equals("EC") && !signsFor(privateKey, publicKey);
    }

    private static boolean signsFor(PrivateKey privateKey, PublicKey publicKey) {
        byte[] trial = "trial".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(privateKey);
            signature.update(trial);
            byte[] made = signature.sign();
            signature.initVerify(publicKey);
            signature.update(trial);
            return signature.verify(made);
        } catch (GeneralSecurityException e) {
            // A curve that this Java does not know, or two curves that are not the same: the first use will say which.
            return true;
        }
    }
}
