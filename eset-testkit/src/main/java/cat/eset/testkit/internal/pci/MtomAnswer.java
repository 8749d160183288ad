package cat.eset.testkit.internal.pci;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import cat.eset.testkit.pci.PciFault;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;

/**
 * A signed answer as {@code multipart/related} (contract pci 9.2), the certificate of its signature in a part of its own, as
 * Metro and others do with everything that is Base64.
 */
final class MtomAnswer {

    private static final String BOUNDARY = "uuid:simulated-answer";
    private static final String TOKEN_END = "</wsse:BinarySecurityToken>";

    private final boolean namesItsBoundary;
    private final byte[] bytes;

    private MtomAnswer(boolean namesItsBoundary, byte[] bytes) {
        this.namesItsBoundary = namesItsBoundary;
        this.bytes = bytes;
    }

    static MtomAnswer of(PciFault.Kind kind, String signed) {
        int to = signed.indexOf(TOKEN_END);
        int from = signed.lastIndexOf('>', to) + 1;
        String root = signed.substring(0, from)
                + "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:token%40simulator\"/>"
                + signed.substring(to);
        byte[] token = Base64.getDecoder().decode(signed.substring(from, to));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part(out, "application/xop+xml; charset=utf-8; type=\"text/xml\"", "root@simulator", root.getBytes(UTF_8));
        if (kind != PciFault.Kind.MTOM_WITHOUT_PART) {
            part(out, "application/octet-stream", "token@simulator", token);
        }
        out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1));
        byte[] all = out.toByteArray();
        boolean half = kind == PciFault.Kind.MTOM_TRUNCATED;
        byte[] sent = half ? Arrays.copyOf(all, all.length - token.length / 2) : all;
        return new MtomAnswer(kind != PciFault.Kind.MTOM_WITHOUT_BOUNDARY, sent);
    }

    String contentType() {
        return "multipart/related; type=\"application/xop+xml\"; start=\"<root@simulator>\"; start-info=\"text/xml\""
                + (namesItsBoundary ? "; boundary=\"" + BOUNDARY + "\"" : "");
    }

    byte[] bytes() {
        return bytes;
    }

    private static void part(ByteArrayOutputStream out, String type, String id, byte[] content) {
        out.writeBytes(("--" + BOUNDARY + "\r\nContent-Type: " + type
                        + "\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <" + id + ">\r\n\r\n")
                .getBytes(ISO_8859_1));
        out.writeBytes(content);
        out.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
}
