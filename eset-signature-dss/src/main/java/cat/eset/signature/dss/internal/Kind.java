package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure;
import cat.eset.signature.SigningException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a signed document is, by its first bytes and not by what its name or media type claim. */
enum Kind {
    PDF,
    XML,
    CMS,
    CONTAINER;

    private static final int HEAD = 1024;
    private static final String SIGNED_DATA = new String(
            HexFormat.of().parseHex("06092a864886f70d010702"), StandardCharsets.ISO_8859_1); // 1.2.840.113549.1.7.2

    static Kind of(DocumentContent content) throws IOException {
        byte[] head;
        try (InputStream in = content.open()) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (isSignedData(text)) {
            return CMS; // before PDF: it may carry one, whose header then stands near its beginning
        }
        if (text.contains("%PDF-")) {
            return PDF;
        }
        if (text.startsWith("PK")) {
            return CONTAINER;
        }
        if ((head.length > 0 && head[0] == 0x30) || text.startsWith("-----BEGIN")) {
            return CMS;
        }
        if (text.replace("\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<") || isWideXml(text)) {
            return XML;
        }
        throw SigningException.of(
                SigningException.Problem.MALFORMED_DOCUMENT,
                Failure.of(Failure.Fault.CALLER, "The document is no PDF, XML, CMS or container")
                        .remedy("Give the signed document itself."));
    }

    /** UTF-16, whose every second byte is 0 here, with its mark or without. */
    private static boolean isWideXml(String head) {
        String wide = head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe") ? head.substring(2) : head;
        return wide.startsWith("\0<\0") || wide.startsWith("<\0");
    }

    /** A SEQUENCE whose first value is the identifier of CMS SignedData. */
    private static boolean isSignedData(String head) {
        if (head.length() < 2 || head.charAt(0) != 0x30) {
            return false;
        }
        int length = head.charAt(1);
        return head.startsWith(SIGNED_DATA, length <= 0x80 ? 2 : 2 + (length & 0x7f));
    }
}
