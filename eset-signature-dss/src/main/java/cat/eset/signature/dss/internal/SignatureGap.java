package cat.eset.signature.dss.internal;

import cat.eset.core.Failure;
import cat.eset.signature.SigningException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The room that a PDF prepared for signing keeps for its signature, found by its {@code /ByteRange} and never by looking
 * for zeros: an older unused room of the same size would mislead that.
 *
 * <p>DSS copies the whole document byte by byte to fill it in; writing it in place takes no time, whatever the size.
 *
 * @param start offset of the {@code <}
 * @param end offset after the {@code >}
 */
record SignatureGap(long start, long end) {

    private static final Pattern BYTE_RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d{1,18})\\s+(\\d{1,18})\\s+(\\d{1,18})\\s+(\\d{1,18})\\s*]");

    /** How far back the end of a signed file is searched at first; the update that prepares a signature is small. */
    private static final int TAIL = 256 * 1024;

    /** Fills the gap of a document in memory, in place. */
    static void fill(byte[] pdf, byte[] cms) {
        SignatureGap gap = find(pdf, 0, pdf.length);
        byte[] room = Arrays.copyOfRange(pdf, (int) gap.start, (int) gap.end);
        byte[] filled = gap.filled(room, cms);
        System.arraycopy(filled, 0, pdf, (int) gap.start, filled.length);
    }

    /** Fills the gap of a document in a file, in place. */
    static void fill(Path pdf, byte[] cms) throws IOException {
        try (FileChannel channel = FileChannel.open(pdf, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            SignatureGap gap = find(channel);
            byte[] filled = gap.filled(read(channel, gap.start, (int) (gap.end - gap.start)), cms);
            ByteBuffer out = ByteBuffer.wrap(filled);
            for (long at = gap.start; out.hasRemaining(); ) {
                at += channel.write(out, at);
            }
        }
    }

    private static SignatureGap find(FileChannel channel) throws IOException {
        long length = channel.size();
        for (long tail = TAIL; ; tail *= 4) {
            long from = Math.max(0, length - tail);
            byte[] bytes = read(channel, from, (int) Math.min(length, tail));
            try {
                return find(bytes, from, length);
            } catch (SigningException e) {
                if (from == 0 || tail > Integer.MAX_VALUE / 8) {
                    throw e;
                }
            }
        }
    }

    /** The gap named by the last byte range that spans exactly this document. */
    private static SignatureGap find(byte[] bytes, long offset, long length) {
        for (int at = lastIndexOf(bytes, bytes.length); at >= 0; at = lastIndexOf(bytes, at)) {
            String text = new String(bytes, at, Math.min(120, bytes.length - at), StandardCharsets.ISO_8859_1);
            Matcher range = BYTE_RANGE.matcher(text);
            if (range.lookingAt()) {
                long first = Long.parseLong(range.group(1));
                long start = Long.parseLong(range.group(2));
                long end = Long.parseLong(range.group(3));
                long rest = Long.parseLong(range.group(4));
                if (first == 0 && start < end && end + rest == length && start >= offset) {
                    return new SignatureGap(start, end);
                }
            }
        }
        throw noGap();
    }

    private static int lastIndexOf(byte[] bytes, int before) {
        for (int i = Math.min(before - 1, bytes.length - 10); i >= 0; i--) {
            if (bytes[i] == '/'
                    && bytes[i + 1] == 'B'
                    && bytes[i + 5] == 'R'
                    && new String(bytes, i, 10, StandardCharsets.ISO_8859_1).equals("/ByteRange")) {
                return i;
            }
        }
        return -1;
    }

    private byte[] filled(byte[] room, byte[] cms) {
        if (room.length < 2 || room[0] != '<' || room[room.length - 1] != '>') {
            throw noGap();
        }
        for (int i = 1; i < room.length - 1; i++) {
            if (room[i] != '0') {
                throw noGap();
            }
        }
        if (cms.length * 2L > room.length - 2) {
            throw SigningException.of(
                    SigningException.Problem.OTHER,
                    Failure.of(
                                    Failure.Fault.CALLER,
                                    "The signature takes " + cms.length + " bytes and the PDF keeps room for "
                                            + (room.length - 2) / 2)
                            .remedy("Shorten the certificate chain, or sign at level B and augment later."));
        }
        byte[] hex = HexFormat.of().formatHex(cms).getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(hex, 0, room, 1, hex.length);
        return room;
    }

    private static byte[] read(FileChannel channel, long from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        for (long at = from; buffer.hasRemaining(); ) {
            int n = channel.read(buffer, at);
            if (n < 0) {
                throw new IOException("the file became shorter while it was read");
            }
            at += n;
        }
        return buffer.array();
    }

    private static SigningException noGap() {
        return SigningException.of(
                SigningException.Problem.MALFORMED_DOCUMENT,
                Failure.of(Failure.Fault.CALLER, "The prepared PDF has no empty room for the signature")
                        .remedy("Save the PDF again with another program, or sign with standardAssembly()."));
    }
}
