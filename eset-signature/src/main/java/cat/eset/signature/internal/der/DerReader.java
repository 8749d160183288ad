package cat.eset.signature.internal.der;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads values one after another from a stretch of DER. Only definite lengths and single-byte tags: time stamp tokens use
 * nothing else. Every length is checked against the stretch, so hostile input ends in a {@link DerException}.
 */
public final class DerReader {

    /** INTEGER. */
    public static final int INTEGER = 0x02;
    /** BIT STRING. */
    public static final int BIT_STRING = 0x03;
    /** OCTET STRING. */
    public static final int OCTET_STRING = 0x04;
    /** OBJECT IDENTIFIER. */
    public static final int OID = 0x06;
    /** UTF8String. */
    public static final int UTF8_STRING = 0x0c;
    /** GeneralizedTime. */
    public static final int GENERALIZED_TIME = 0x18;
    /** SEQUENCE. */
    public static final int SEQUENCE = 0x30;
    /** SET. */
    public static final int SET = 0x31;

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMddHHmmss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT);

    private final byte[] bytes;
    private final int end;
    private int at;

    /** Reads these bytes. */
    public DerReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private DerReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Whether another value follows. */
    public boolean hasNext() {
        return at < end;
    }

    /** Whether the next value has this tag. */
    public boolean nextIs(int tag) {
        return at < end && (bytes[at] & 0xff) == tag;
    }

    /** Enters the next value, which must have this tag. */
    public DerReader enter(int tag) throws DerException {
        int length = header(tag);
        DerReader inner = new DerReader(bytes, at, at + length);
        at += length;
        return inner;
    }

    /** The content of the next value, which must have this tag. */
    public byte[] content(int tag) throws DerException {
        int length = header(tag);
        byte[] out = Arrays.copyOfRange(bytes, at, at + length);
        at += length;
        return out;
    }

    /** The next value whole, with its tag and length. */
    public byte[] whole() throws DerException {
        int start = at;
        skip();
        return Arrays.copyOfRange(bytes, start, at);
    }

    /** Goes past the next value. */
    public void skip() throws DerException {
        if (at >= end) {
            throw new DerException("a value is missing");
        }
        int length = header(bytes[at] & 0xff);
        at += length;
    }

    /** An INTEGER. */
    public BigInteger integer() throws DerException {
        byte[] content = content(INTEGER);
        if (content.length == 0) {
            throw new DerException("an empty INTEGER");
        }
        return new BigInteger(content);
    }

    /** An OBJECT IDENTIFIER in dotted form. */
    public String oid() throws DerException {
        byte[] content = content(OID);
        if (content.length == 0 || content[content.length - 1] < 0) {
            throw new DerException("an incomplete OBJECT IDENTIFIER");
        }
        StringBuilder out = new StringBuilder();
        BigInteger arc = BigInteger.ZERO;
        for (byte b : content) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(b & 0x7f));
            if (b >= 0) {
                if (out.length() == 0) {
                    int top = arc.min(BigInteger.valueOf(80)).intValue() / 40;
                    out.append(top);
                    arc = arc.subtract(BigInteger.valueOf(40L * top));
                }
                out.append('.').append(arc);
                arc = BigInteger.ZERO;
            }
        }
        return out.toString();
    }

    /** A GeneralizedTime in UTC, as RFC 3161 section 2.4.2 wants it. */
    public Instant time() throws DerException {
        String text = new String(content(GENERALIZED_TIME), StandardCharsets.US_ASCII);
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new DerException("not a GeneralizedTime in UTC");
        }
    }

    private int header(int tag) throws DerException {
        if (end - at < 2) {
            throw new DerException("a value is missing");
        }
        int found = bytes[at] & 0xff;
        if (found != tag) {
            throw new DerException(
                    "tag " + Integer.toHexString(found) + " where " + Integer.toHexString(tag) + " was expected");
        }
        int first = bytes[at + 1] & 0xff;
        at += 2;
        int length = first;
        if (first >= 0x80) {
            int size = first & 0x7f;
            if (size == 0 || size > 4 || end - at < size) {
                throw new DerException("a length that is not DER");
            }
            long value = 0;
            for (int i = 0; i < size; i++) {
                value = (value << 8) | (bytes[at++] & 0xff);
            }
            if (value > Integer.MAX_VALUE) {
                throw new DerException("a length that is too large");
            }
            length = (int) value;
        }
        if (length > end - at) {
            throw new DerException("a value is cut off");
        }
        return length;
    }
}
