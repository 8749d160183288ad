package cat.eset.transport.pci;

import static java.nio.charset.StandardCharsets.UTF_8;

import cat.eset.transport.http.HttpBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** A message with files as {@code multipart/related} (MTOM, contract pci 9.2). The files are streamed; its length is known. */
final class MtomBody implements HttpBody {

    private static final String ROOT = "root.message@eset";

    private final String boundary;
    private final byte[] rootHead;
    private final HttpBody root;
    private final List<MtomParts.Part> parts;
    private final List<byte[]> partHeads = new ArrayList<>();
    private final byte[] tail;

    MtomBody(String boundary, HttpBody root, List<MtomParts.Part> parts) {
        this.boundary = boundary;
        this.root = root;
        this.parts = parts;
        this.rootHead = ("--" + boundary + "\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
                        + "Content-Transfer-Encoding: 8bit\r\nContent-ID: <" + ROOT + ">\r\n\r\n")
                .getBytes(UTF_8);
        for (MtomParts.Part part : parts) {
            String type = part.attachment().content().mediaType().value();
            partHeads.add(("\r\n--" + boundary + "\r\nContent-Type: " + type
                            + "\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <" + part.contentId() + ">\r\n\r\n")
                    .getBytes(UTF_8));
        }
        this.tail = ("\r\n--" + boundary + "--\r\n").getBytes(UTF_8);
    }

    @Override
    public String contentType() {
        return "multipart/related; type=\"application/xop+xml\"; start=\"<" + ROOT
                + ">\"; start-info=\"text/xml\"; boundary=\"" + boundary + "\"";
    }

    @Override
    public long length() {
        long length = rootHead.length + root.length() + tail.length;
        for (int i = 0; i < parts.size(); i++) {
            length += partHeads.get(i).length
                    + parts.get(i).attachment().content().length();
        }
        return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(rootHead);
        root.writeTo(out);
        byte[] buffer = new byte[16 * 1024];
        for (int i = 0; i < parts.size(); i++) {
            out.write(partHeads.get(i));
            copy(parts.get(i).attachment(), out, buffer);
        }
        out.write(tail);
    }

    /** A file that is longer or shorter than it says would spoil the framing of the whole message. */
    private static void copy(Attachment attachment, OutputStream out, byte[] buffer) throws IOException {
        long left = attachment.content().length();
        try (InputStream in = attachment.content().open()) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                left -= n;
                if (left < 0) {
                    break;
                }
                out.write(buffer, 0, n);
            }
        }
        if (left != 0) {
            throw new IOException("the file " + attachment.id() + " has not the length that it says");
        }
    }
}
