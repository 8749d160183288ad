package cat.eset.signature.validador;

import cat.eset.core.Sha256;
import cat.eset.signature.internal.der.BerReader;
import cat.eset.signature.internal.der.DerException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signatures and document time stamps of a PDF, by their byte ranges. An upgrade adds revisions at the end, or a time
 * stamp inside the space that a signature reserved, and changes no other byte.
 */
final class PdfParts {

    private static final Pattern RANGE =
            Pattern.compile("/ByteRange\\s*\\[\\s*(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");

    /** A signature, and where its space begins and ends. */
    private record Space(int from, int to, String hex, Sha256 covered) {
        byte[] cms() {
            return HexFormat.of().parseHex(hex);
        }
    }

    private final byte[] pdf;
    private final List<Space> spaces;

    private PdfParts(byte[] pdf, List<Space> spaces) {
        this.pdf = pdf;
        this.spaces = spaces;
    }

    static PdfParts read(byte[] pdf) throws DerException {
        List<Space> spaces = new ArrayList<>();
        Matcher ranges = RANGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        while (ranges.find()) {
            int first = Integer.parseInt(ranges.group(2));
            int second = Integer.parseInt(ranges.group(3));
            int length = Integer.parseInt(ranges.group(4));
            if (first + 2 > second || (long) second + length > pdf.length) {
                throw new DerException("a byte range outside of the document");
            }
            MessageDigest digest = Sha256.digest();
            digest.update(pdf, 0, first);
            digest.update(pdf, second, length);
            String hex = HexFormat.of().formatHex(cms(pdf, first, second));
            spaces.add(new Space(first, second, hex, Sha256.ofDigest(digest.digest())));
        }
        return new PdfParts(pdf, spaces);
    }

    private static byte[] cms(byte[] pdf, int from, int to) throws DerException {
        String hex = new String(pdf, from + 1, to - from - 2, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
        try {
            return BerReader.toDer(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            throw new DerException("a signature that is not in hexadecimal");
        }
    }

    /** Whether this is that document with revisions added, or with more inside the spaces of its signatures. */
    boolean isMoreOf(PdfParts before) throws DerException {
        if (pdf.length < before.pdf.length || spaces.size() < before.spaces.size()) {
            return false;
        }
        int at = 0;
        for (Space old : before.spaces) {
            if (!Arrays.equals(pdf, at, old.from(), before.pdf, at, old.from())) {
                return false;
            }
            at = old.to();
            boolean kept = Arrays.equals(pdf, old.from(), old.to(), before.pdf, old.from(), old.to());
            if (!kept && !sameSignature(old)) {
                return false;
            }
        }
        return Arrays.equals(pdf, at, before.pdf.length, before.pdf, at, before.pdf.length);
    }

    private boolean sameSignature(Space old) throws DerException {
        for (Space space : spaces) {
            if (space.from() == old.from() && space.to() == old.to()) {
                return CmsParts.read(space.cms()).isSameAs(CmsParts.read(old.cms()));
            }
        }
        return false;
    }

    /** Time stamps inside signatures, and those of the document as it was up to them. */
    int timeStamps() throws DerException {
        int good = 0;
        for (Space space : spaces) {
            good += CmsParts.isOver(space.cms(), space.covered())
                    ? 1
                    : CmsParts.read(space.cms()).timeStamps();
        }
        return good;
    }
}
