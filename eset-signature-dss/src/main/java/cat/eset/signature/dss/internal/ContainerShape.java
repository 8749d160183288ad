package cat.eset.signature.dss.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The entries of a container as its table at the end tells them, if that table and the entries themselves tell the same story.
 * Programs read a ZIP from its beginning or from its end: one that can be read in two ways shows one of them other documents
 * than those that were signed. Numbers of the format: PKWARE APPNOTE 4.3.
 */
final class ContainerShape {

    private static final int ENTRY = 0x04034b50;
    private static final int TABLE_ROW = 0x02014b50;
    private static final int TABLE_END = 0x06054b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int ENTRY_LENGTH = 30;
    private static final int ROW_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int LENGTH_FOLLOWS = 1 << 3;

    private final ByteBuffer zip;

    private ContainerShape(byte[] zip) {
        this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The names of all entries, in their order; empty if it is no ZIP, or one that can be read in more ways than one. */
    static Optional<List<String>> names(byte[] zip) {
        try {
            return new ContainerShape(zip).names();
        } catch (IndexOutOfBoundsException | BufferUnderflowException | ArithmeticException e) {
            return Optional.empty(); // a length that leads out of the file
        }
    }

    private Optional<List<String>> names() {
        int end = end();
        int count = number(end + 10);
        int table = zip.getInt(end + 16);
        if (number(end + 8) != count || table + zip.getInt(end + 12) != end) {
            return Optional.empty();
        }
        List<String> out = new ArrayList<>();
        int row = table;
        int entry = 0;
        for (int i = 0; i < count; i++) {
            String name = text(row + ROW_LENGTH, number(row + 28));
            if (zip.getInt(row) != TABLE_ROW || zip.getInt(row + 42) != entry || !isEntry(entry, row, name)) {
                return Optional.empty();
            }
            out.add(name);
            entry = after(entry, zip.getInt(row + 20));
            row += ROW_LENGTH + number(row + 28) + number(row + 30) + number(row + 32);
        }
        boolean whole = entry == table && row == end && new HashSet<>(out).size() == out.size();
        return whole ? Optional.of(out) : Optional.empty();
    }

    /** The last mark of an end, which has to be the end indeed. */
    private int end() {
        for (int at = zip.limit() - END_LENGTH; at >= 0; at--) {
            if (zip.getInt(at) == TABLE_END) {
                if (at + END_LENGTH + number(at + 20) != zip.limit()) {
                    throw new IndexOutOfBoundsException("bytes after the end");
                }
                return at;
            }
        }
        throw new IndexOutOfBoundsException("no end");
    }

    private boolean isEntry(int entry, int row, String name) {
        int flags = number(entry + 6);
        return zip.getInt(entry) == ENTRY
                && flags == number(row + 8)
                && number(entry + 8) == number(row + 10)
                && ((flags & LENGTH_FOLLOWS) != 0 || zip.getInt(entry + 18) == zip.getInt(row + 20))
                && name.equals(text(entry + ENTRY_LENGTH, number(entry + 26)));
    }

    /** Where the next entry begins. */
    private int after(int entry, int packed) {
        if (packed < 0) {
            throw new IndexOutOfBoundsException("more than 2 GB");
        }
        int end = Math.addExact(entry + ENTRY_LENGTH + number(entry + 26) + number(entry + 28), packed);
        if ((number(entry + 6) & LENGTH_FOLLOWS) == 0) {
            return end;
        }
        return end + (zip.getInt(end) == DESCRIPTOR ? 16 : 12);
    }

    private int number(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    private String text(int at, int length) {
        byte[] out = new byte[length];
        zip.get(at, out);
        return new String(out, StandardCharsets.UTF_8);
    }
}
