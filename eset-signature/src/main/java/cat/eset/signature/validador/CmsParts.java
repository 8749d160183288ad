package cat.eset.signature.validador;

import cat.eset.core.Sha256;
import cat.eset.signature.internal.der.BerReader;
import cat.eset.signature.internal.der.DerException;
import cat.eset.signature.internal.der.DerReader;
import cat.eset.signature.timestamp.TimeStamp;
import cat.eset.signature.timestamp.TimeStampException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A CMS signature (RFC 5652) taken apart into what an upgrade must leave alone and the time stamps it may add. */
final class CmsParts {

    private static final String SIGNATURE_TIME_STAMP = "1.2.840.113549.1.9.16.2.14";
    private static final int TAGGED_0 = 0xa0;
    private static final int TAGGED_1 = 0xa1;

    private final String content;
    private final Map<String, Integer> signers;

    private CmsParts(String content, Map<String, Integer> signers) {
        this.content = content;
        this.signers = signers;
    }

    static CmsParts read(byte[] cms) throws DerException {
        DerReader info = new DerReader(BerReader.toDer(cms)).enter(DerReader.SEQUENCE);
        info.oid();
        DerReader signed = info.enter(TAGGED_0).enter(DerReader.SEQUENCE);
        signed.integer();
        signed.skip(); // digest algorithms
        byte[] content = signed.whole();
        while (signed.nextIs(TAGGED_0) || signed.nextIs(TAGGED_1)) {
            signed.skip(); // certificates and revocation lists, to which an upgrade may add
        }
        Map<String, Integer> signers = new LinkedHashMap<>();
        DerReader all = signed.enter(DerReader.SET);
        while (all.hasNext()) {
            signer(all.enter(DerReader.SEQUENCE), signers);
        }
        return new CmsParts(hex(content), signers);
    }

    private static void signer(DerReader signer, Map<String, Integer> signers) throws DerException {
        StringBuilder fixed = new StringBuilder();
        byte[] value = new byte[0];
        int good = 0;
        while (signer.hasNext()) {
            if (signer.nextIs(TAGGED_1)) {
                good = stamps(signer.enter(TAGGED_1), value);
            } else if (signer.nextIs(DerReader.OCTET_STRING)) {
                value = signer.content(DerReader.OCTET_STRING);
                fixed.append(hex(value));
            } else {
                fixed.append(hex(signer.whole()));
            }
        }
        signers.put(fixed.toString(), good);
    }

    private static int stamps(DerReader unsigned, byte[] value) throws DerException {
        int good = 0;
        while (unsigned.hasNext()) {
            DerReader attribute = unsigned.enter(DerReader.SEQUENCE);
            boolean stamp = attribute.oid().equals(SIGNATURE_TIME_STAMP);
            DerReader values = attribute.enter(DerReader.SET);
            while (values.hasNext()) {
                byte[] token = values.whole();
                good += stamp && isOver(token, Sha256.of(value)) ? 1 : 0;
            }
        }
        return good;
    }

    /** Whether it is a time stamp whose signature verifies, over that digest. */
    static boolean isOver(byte[] token, Sha256 imprint) {
        try {
            return TimeStamp.read(token).imprint().equals(imprint);
        } catch (TimeStampException e) {
            return false;
        }
    }

    boolean isSameAs(CmsParts other) {
        return content.equals(other.content) && signers.keySet().equals(other.signers.keySet());
    }

    int timeStamps() {
        return signers.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
