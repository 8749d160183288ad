package cat.eset.signature.internal.der;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;

/** Writes DER values from the inside out. */
public final class DerWriter {

    private DerWriter() {}

    /** A value of this tag with these contents, one after another. */
    public static byte[] value(int tag, byte[]... contents) {
        int length = 0;
        for (byte[] content : contents) {
            length += content.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            byte[] size = BigInteger.valueOf(length).toByteArray();
            int skip = size[0] == 0 ? 1 : 0;
            out.write(0x80 | (size.length - skip));
            out.write(size, skip, size.length - skip);
        }
        for (byte[] content : contents) {
            out.write(content, 0, content.length);
        }
        return out.toByteArray();
    }

    /** An INTEGER. */
    public static byte[] integer(BigInteger value) {
        return value(DerReader.INTEGER, value.toByteArray());
    }

    /** An OBJECT IDENTIFIER from its dotted form. */
    public static byte[] oid(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        arc(out, new BigInteger(arcs[0]).multiply(BigInteger.valueOf(40)).add(new BigInteger(arcs[1])));
        for (int i = 2; i < arcs.length; i++) {
            arc(out, new BigInteger(arcs[i]));
        }
        return value(DerReader.OID, out.toByteArray());
    }

    private static void arc(ByteArrayOutputStream out, BigInteger arc) {
        int groups = Math.max(1, (arc.bitLength() + 6) / 7);
        for (int i = groups - 1; i >= 0; i--) {
            int bits = arc.shiftRight(7 * i).intValue() & 0x7f;
            out.write(i == 0 ? bits : bits | 0x80);
        }
    }
}
