package cat.eset.signature.internal.der;

import java.util.Arrays;

/**
 * Turns BER into the DER that {@link DerReader} reads: signatures of others, CMS above all, come with indefinite lengths and
 * with octet strings in pieces. Nothing else is changed: sets stay in their order.
 */
public final class BerReader {

    private static final int MOST_LEVELS = 64;
    private static final int CONSTRUCTED = 0x20;
    private static final int CONSTRUCTED_OCTETS = 0x24;

    private final byte[] bytes;
    private int at;

    private BerReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The first value in DER; what follows it is left out.
     *
     * @throws DerException if it is not BER
     */
    public static byte[] toDer(byte[] ber) throws DerException {
        return new BerReader(ber).value(ber.length, 0);
    }

    private byte[] value(int end, int level) throws DerException {
        if (level > MOST_LEVELS) {
            throw new DerException("values too deep inside each other");
        }
        int tag = next(end);
        if ((tag & 0x1f) == 0x1f) {
            throw new DerException("a tag of several bytes");
        }
        int length = next(end);
        if (length == 0x80) {
            return indefinite(tag, end, level);
        }
        if (length > 0x80) {
            int size = length & 0x7f;
            if (size > 4) {
                throw new DerException("a length that is too large");
            }
            long long4 = 0;
            for (int i = 0; i < size; i++) {
                long4 = (long4 << 8) | next(end);
            }
            length = (int) Math.min(long4, Integer.MAX_VALUE);
        }
        if (length > end - at) {
            throw new DerException("a value is cut off");
        }
        int stop = at + length;
        if ((tag & CONSTRUCTED) == 0) {
            byte[] content = Arrays.copyOfRange(bytes, at, stop);
            at = stop;
            return DerWriter.value(tag, content);
        }
        Parts parts = new Parts();
        while (at < stop) {
            parts.add(value(stop, level + 1));
        }
        return written(tag, parts);
    }

    private byte[] indefinite(int tag, int end, int level) throws DerException {
        if ((tag & CONSTRUCTED) == 0) {
            throw new DerException("an indefinite length without parts");
        }
        Parts parts = new Parts();
        while (at + 1 >= end || bytes[at] != 0 || bytes[at + 1] != 0) {
            parts.add(value(end, level + 1));
        }
        at += 2;
        return written(tag, parts);
    }

    /** An octet string in pieces becomes one. */
    private static byte[] written(int tag, Parts parts) throws DerException {
        if (tag != CONSTRUCTED_OCTETS) {
            return DerWriter.value(tag, parts.all());
        }
        DerReader pieces = new DerReader(parts.all());
        Parts octets = new Parts();
        while (pieces.hasNext()) {
            octets.add(pieces.content(DerReader.OCTET_STRING));
        }
        return DerWriter.value(DerReader.OCTET_STRING, octets.all());
    }

    private int next(int end) throws DerException {
        if (at >= end) {
            throw new DerException("a value is missing");
        }
        return bytes[at++] & 0xff;
    }

    private static final class Parts {
        private final java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();

        void add(byte[] part) {
            out.writeBytes(part);
        }

        byte[] all() {
            return out.toByteArray();
        }
    }
}
