package cat.eset.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.security.spec.RSAKeyGenParameterSpec;
import org.junit.jupiter.api.Test;

/** A key that certainly is of another certificate is refused; one of which nothing can be seen is not. */
class KeyPairingTest {

    /** Secp256k1, which Java has not known since version 16. */
    private static final ECParameterSpec KOBLITZ = new ECParameterSpec(
            new EllipticCurve(
                    new ECFieldFp(number("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFC2F")),
                    BigInteger.ZERO,
                    BigInteger.valueOf(7)),
            new ECPoint(
                    number("79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798"),
                    number("483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8")),
            number("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141"),
            1);

    private static KeyPair ec(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }

    private static KeyPair rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4));
        return generator.generateKeyPair();
    }

    @Test
    void aKeyBelongsToItsOwnCertificateOnly() throws Exception {
        KeyPair rsa = rsa();
        KeyPair p256 = ec("secp256r1");
        assertThat(KeyPairing.isBroken(rsa.getPrivate(), rsa.getPublic())).isFalse();
        assertThat(KeyPairing.isBroken(p256.getPrivate(), p256.getPublic())).isFalse();

        assertThat(KeyPairing.isBroken(rsa.getPrivate(), rsa().getPublic())).isTrue();
        assertThat(KeyPairing.isBroken(rsa.getPrivate(), p256.getPublic())).isTrue();
        assertThat(KeyPairing.isBroken(p256.getPrivate(), ec("secp256r1").getPublic()))
                .isTrue();
        assertThat(KeyPairing.isBroken(p256.getPrivate(), ec("secp384r1").getPublic()))
                .isTrue();
    }

    @Test
    void aKeyOnACurveThatNoProviderHereKnowsIsNotCalledThatOfAnother() {
        assertThat(KeyPairing.isBroken(new SecretOf(KOBLITZ), new OpenOf(KOBLITZ)))
                .isFalse();
    }

    private static BigInteger number(String hexadecimal) {
        return new BigInteger(hexadecimal, 16);
    }

    /** A key on a curve, of a provider that is not registered. */
    private interface OfAnotherProvider extends ECKey, Key {

        ECParameterSpec curve();

        @Override
        default ECParameterSpec getParams() {
            return curve();
        }

        @Override
        default String getAlgorithm() {
            return "EC";
        }

        @Override
        default String getFormat() {
            return "own";
        }

        @Override
        default byte[] getEncoded() {
            return new byte[0];
        }
    }

    /** The secret key 1. */
    private record SecretOf(ECParameterSpec curve) implements OfAnotherProvider, ECPrivateKey {

        @Override
        public BigInteger getS() {
            return BigInteger.ONE;
        }
    }

    /** Its public key. */
    private record OpenOf(ECParameterSpec curve) implements OfAnotherProvider, ECPublicKey {

        @Override
        public ECPoint getW() {
            return curve.getGenerator();
        }
    }
}
