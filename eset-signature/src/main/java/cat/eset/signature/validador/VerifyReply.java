package cat.eset.signature.validador;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.signature.validador.ValidadorAnswer.Check;
import cat.eset.signature.validador.ValidadorAnswer.Detail;
import cat.eset.signature.validador.ValidadorAnswer.Question;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code dss:VerifyResponse} by names and namespaces, never by prefix or place (validador 8.4). What it does not know
 * it passes over.
 */
final class VerifyReply {

    private static final String DSS = "urn:oasis:names:tc:dss:1.0:core:schema";
    private static final String XSS = "urn:oasis:names:tc:dss:1.0:profiles:XSS";
    private static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final QName STAMPED = new QName(DSS, "SignResponse");
    private static final QName RESPONSE = new QName(DSS, "VerifyResponse");

    private final MediaType documentType;
    private final List<Detail> details = new ArrayList<>();
    private final Map<String, Optional<String>> attributes = new LinkedHashMap<>();
    private @Nullable ResultUrn major;
    private @Nullable ResultUrn minor;
    private @Nullable String message;
    private @Nullable DocumentContent document;
    private boolean response;
    private boolean fault;
    private boolean updated;

    private VerifyReply(MediaType documentType) {
        this.documentType = documentType;
    }

    /** Empty if it is a SOAP fault or no answer at all. */
    static Optional<ValidadorAnswer> parse(byte[] body, Question question, MediaType documentType)
            throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
        VerifyReply reply = new VerifyReply(documentType);
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a reply has no document type");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                reply.element(reader);
            }
        }
        if (!reply.response || reply.fault || reply.major == null) {
            return Optional.empty();
        }
        return Optional.of(new ValidadorAnswer(
                question,
                reply.major,
                Optional.ofNullable(reply.minor),
                Optional.ofNullable(reply.message),
                reply.details,
                reply.attributes,
                Optional.ofNullable(reply.document),
                DocumentContent.of(body, MediaType.XML)));
    }

    private void element(XMLStreamReader reader) throws XMLStreamException {
        QName name = reader.getName();
        if (name.equals(RESPONSE) || name.equals(STAMPED)) {
            response = true;
        } else if (name.equals(new QName(SOAP, "Fault"))) {
            fault = true;
        } else if (name.getNamespaceURI().equals(DSS)) {
            dss(reader, name.getLocalPart());
        } else if (name.equals(new QName(XSS, "Attribute"))) {
            attribute(reader);
        }
    }

    private void dss(XMLStreamReader reader, String name) throws XMLStreamException {
        switch (name) {
            case "ResultMajor" -> major = major == null ? new ResultUrn(reader.getElementText()) : major;
            case "ResultMinor" -> minor = minor == null ? new ResultUrn(reader.getElementText()) : minor;
            case "ResultMessage" -> message = reader.getElementText().strip();
            case "ValidDetail" -> detail(reader, Check.VALID);
            case "InvalidDetail" -> detail(reader, Check.INVALID);
            case "IndeterminateDetail" -> detail(reader, Check.INDETERMINATE);
            case "DocumentWithSignature", "UpdatedSignature", "Timestamp" -> updated = true;
            case "Base64Data", "Base64XML", "Base64Signature", "RFC3161TimeStampToken" -> {
                if (updated && document == null) {
                    document = decoded(reader.getElementText());
                }
            }
            default -> {
                // passed over
            }
        }
    }

    private void detail(XMLStreamReader reader, Check outcome) throws XMLStreamException {
        String type =
                Optional.ofNullable(reader.getAttributeValue(null, "Type")).orElse("");
        StringBuilder text = new StringBuilder();
        children(reader, () -> {
            if (reader.getName().equals(new QName(DSS, "Message"))) {
                text.append(reader.getElementText().strip());
            }
        });
        details.add(new Detail(outcome, type.replaceAll("\\s+", ""), text.toString()));
    }

    private void attribute(XMLStreamReader reader) throws XMLStreamException {
        String name =
                Optional.ofNullable(reader.getAttributeValue(null, "Name")).orElse("");
        List<String> values = new ArrayList<>();
        children(reader, () -> {
            if (reader.getName().equals(new QName(SAML, "AttributeValue"))) {
                values.add(reader.getElementText().strip());
            }
        });
        attributes.put(name, values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values)));
    }

    private interface Child {
        void read() throws XMLStreamException;
    }

    /** Calls for every element inside the current one; ends at its end. */
    private static void children(XMLStreamReader reader, Child child) throws XMLStreamException {
        QName parent = reader.getName();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                child.read();
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getName().equals(parent)) {
                return;
            }
        }
    }

    private DocumentContent decoded(String base64) throws XMLStreamException {
        try {
            return DocumentContent.of(
                    Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.US_ASCII)), documentType);
        } catch (IllegalArgumentException e) {
            throw new XMLStreamException("the upgraded signature is not Base64", e);
        }
    }
}
