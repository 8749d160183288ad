package cat.eset.testkit.internal.pci;

import cat.eset.testkit.internal.http.Exchanges;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;

/**
 * A request as it came over HTTP: the SOAP document and the MTOM parts.
 *
 * @param envelope the parsed SOAP message
 * @param parts attachments by content id
 * @param mtom whether it came as {@code multipart/related}
 */
record PciMessage(Document envelope, Map<String, Part> parts, boolean mtom) {

    /** The XML of a request above this size is refused at the entry (contract pci 12). */
    static final int MAX_XML = 2 * 1024 * 1024;

    static PciMessage read(String contentType, InputStream in) throws IOException, MalformedXmlException {
        String type = contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("multipart/related")) {
            return readMtom(contentType, in);
        }
        if (!type.startsWith("text/xml")) {
            throw new MalformedXmlException("Content-Type must be text/xml or multipart/related", null);
        }
        return new PciMessage(Dom.parse(Exchanges.read(in, MAX_XML)), Map.of(), false);
    }

    private static PciMessage readMtom(String contentType, InputStream in) throws IOException, MalformedXmlException {
        check(MimeReader.parameter(contentType, "type").equals("application/xop+xml"), "type of the multipart");
        check(MimeReader.parameter(contentType, "start-info").equals("text/xml"), "start-info of the multipart");
        String start = MimeReader.parameter(contentType, "start");
        MimeReader mime = new MimeReader(in, MimeReader.parameter(contentType, "boundary"));
        Map<String, String> root = mime.nextPart().orElseThrow(() -> new IOException("a multipart without parts"));
        String rootType = root.getOrDefault("content-type", "");
        check(rootType.toLowerCase(Locale.ROOT).startsWith("application/xop+xml"), "Content-Type of the root part");
        check(start.isEmpty() || start.equals(root.getOrDefault("content-id", "")), "start of the multipart");
        Document envelope = Dom.parse(Exchanges.read(mime.body(), MAX_XML));
        Map<String, Part> parts = new LinkedHashMap<>();
        for (Optional<Map<String, String>> next = mime.nextPart(); next.isPresent(); next = mime.nextPart()) {
            Map<String, String> headers = next.get();
            String id = headers.getOrDefault("content-id", "").replaceAll("^<|>$", "");
            check(!id.isEmpty() && !parts.containsKey(id), "Content-ID of an attachment");
            check(
                    !"base64".equalsIgnoreCase(headers.getOrDefault("content-transfer-encoding", "binary")),
                    "Content-Transfer-Encoding of an attachment");
            parts.put(id, Part.of(id, headers.getOrDefault("content-type", ""), mime.body()));
        }
        return new PciMessage(envelope, parts, true);
    }

    private static void check(boolean good, String what) throws MalformedXmlException {
        if (!good) {
            throw new MalformedXmlException("wrong " + what, null);
        }
    }
}
