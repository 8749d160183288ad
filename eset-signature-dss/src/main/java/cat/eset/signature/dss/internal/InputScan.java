package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import cat.eset.signature.dss.ValidationLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks at a document as a stream, in constant memory, before anything parses it whole. */
final class InputScan {

    /** One percent sign of the two: a third one before them must not hide them. */
    private static final byte[] END_OF_REVISION = "%EOF".getBytes(StandardCharsets.ISO_8859_1);

    private static final byte[] BYTE_RANGE = "/ByteRange".getBytes(StandardCharsets.ISO_8859_1);

    private final ValidationLimits limits;

    InputScan(ValidationLimits limits) {
        this.limits = limits;
    }

    /** Why the document is not looked into; empty if it may be. */
    Optional<String> objection(Kind kind, DocumentContent content) throws IOException {
        return switch (kind) {
            case PDF -> pdf(content);
            case XML -> xml(content);
            case CONTAINER -> container(content);
            case CMS -> Optional.empty();
        };
    }

    private Optional<String> pdf(DocumentContent content) throws IOException {
        int revisions = count(content, END_OF_REVISION, limits.revisions());
        if (revisions > limits.revisions()) {
            return Optional.of("the PDF has more than " + limits.revisions() + " revisions");
        }
        int signatures = count(content, BYTE_RANGE, limits.signatures());
        return signatures > limits.signatures()
                ? Optional.of("the PDF has more than " + limits.signatures() + " signatures")
                : Optional.empty();
    }

    private Optional<String> xml(DocumentContent content) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int depth = 0;
        int signatures = 0;
        try (InputStream in = content.open()) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD -> {
                        return Optional.of("the XML has a document type declaration");
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        signatures += reader.getLocalName().equals("Signature") ? 1 : 0;
                        if (depth > limits.xmlDepth()) {
                            return Optional.of("the XML is nested deeper than " + limits.xmlDepth());
                        }
                        if (signatures > limits.signatures()) {
                            return Optional.of("the XML has more than " + limits.signatures() + " signatures");
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {
                        // text and comments do not matter here
                    }
                }
            }
        } catch (XMLStreamException e) {
            return Optional.of("the XML is not well-formed");
        }
        return Optional.empty();
    }

    private Optional<String> container(DocumentContent content) throws IOException {
        long allowed = Math.max(1, content.length()) * limits.zipRatio();
        long total = 0;
        int entries = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(content.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > limits.zipEntries()) {
                    return Optional.of("the container has more than " + limits.zipEntries() + " entries");
                }
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    total += n;
                    if (total > allowed || total > limits.maximumLength()) {
                        return Optional.of("the container unpacks to too many bytes");
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Occurrences of an ASCII word whose first letter comes once in it, counted no further than one past the limit. */
    private static int count(DocumentContent content, byte[] word, int limit) throws IOException {
        int found = 0;
        int matched = 0;
        try (InputStream in = new BufferedInputStream(content.open(), 64 * 1024)) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.read(buffer); n >= 0 && found <= limit; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == word[matched]) {
                        matched++;
                        if (matched == word.length) {
                            found++;
                            matched = 0;
                        }
                    } else {
                        matched = buffer[i] == word[0] ? 1 : 0;
                    }
                }
            }
        }
        return found;
    }

    /** Whether the XML has the time stamps of AOC's old tools, which DSS mistakes for a broken second signature. */
    static boolean hasXmlTimeStamp(DocumentContent content) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        boolean inside = false;
        try (InputStream in = content.open()) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    inside |= reader.getLocalName().equals("XMLTimeStamp");
                    if (inside && reader.getLocalName().equals("Signature")) {
                        return true;
                    }
                } else if (reader.isEndElement() && reader.getLocalName().equals("XMLTimeStamp")) {
                    inside = false;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            return false;
        }
    }
}
