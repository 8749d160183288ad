package cat.eset.transport.pci;

import static cat.eset.transport.pci.PciNames.CAOC;
import static cat.eset.transport.pci.PciNames.CON;
import static cat.eset.transport.pci.PciNames.OPEN;
import static cat.eset.transport.pci.PciNames.RES;
import static cat.eset.transport.pci.PciNames.SOAP;

import cat.eset.core.DocumentContent;
import cat.eset.core.Failure.Fault;
import cat.eset.core.MediaType;
import cat.eset.transport.Front;
import cat.eset.transport.http.HttpAnswer;
import cat.eset.transport.xml.XmlElement;
import cat.eset.transport.xml.XmlException;
import cat.eset.transport.xml.XmlParser;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an answer in the order of contract pci 11: HTTP, fault, signature, envelope. What is handed on is the tree whose
 * signature was checked. Thread-safe.
 */
final class ReplyReader {

    private static final Logger LOG = LoggerFactory.getLogger(PciClient.class);

    private final XmlParser parser;
    private final SignatureVerification verification;
    private final @Nullable ResponseVerifier verifier;

    ReplyReader(XmlParser parser, SignatureVerification verification, @Nullable ResponseVerifier verifier) {
        this.parser = parser;
        this.verification = verification;
        this.verifier = verifier;
    }

    /** The envelope of an answer, whatever its state. */
    PciReply read(HttpAnswer answer, PciCall call) {
        PciFailures failures = new PciFailures(call);
        if (answer.status() == 403) {
            throw failures.forbidden();
        }
        XmlElement envelope = envelope(answer, failures);
        XmlElement body = body(envelope, failures);
        Optional<XmlElement> fault = body.child(SOAP, "Fault");
        if (fault.isPresent()) {
            throw failures.fault(fault.get());
        }
        if (!answer.isSuccess()) {
            throw failures.status(answer);
        }
        Optional<X509Certificate> signer = signer(envelope, body, call, failures);
        return reply(body, signer, answer, call, failures);
    }

    private XmlElement envelope(HttpAnswer answer, PciFailures failures) {
        String type = answer.contentType().toLowerCase(Locale.ROOT);
        boolean xml = type.contains("xml") || MimeMessage.isMime(type);
        if (!xml && !answer.isSuccess()) {
            throw failures.status(answer);
        }
        if (type.contains("html") || answer.length() == 0) {
            throw failures.protocol(answer.length() == 0 ? "it is empty" : "it is a web page", null);
        }
        try {
            if (!MimeMessage.isMime(type)) {
                return parser.parse(answer.body());
            }
            MimeMessage mime = MimeMessage.parse(answer.contentType(), answer.body());
            return parser.parse(mime.root(), mime.parts());
        } catch (XmlException e) {
            throw answer.isSuccess() ? failures.protocol(e.failure().what(), e) : failures.status(answer);
        } catch (IllegalArgumentException e) {
            throw failures.protocol(String.valueOf(e.getMessage()), e);
        }
    }

    private static XmlElement body(XmlElement envelope, PciFailures failures) {
        List<XmlElement> bodies = envelope.children(SOAP, "Body");
        if (!envelope.is(SOAP, "Envelope") || bodies.size() != 1) {
            throw failures.protocol("it is not a SOAP 1.1 message with one Body", null);
        }
        return bodies.get(0);
    }

    private Optional<X509Certificate> signer(XmlElement envelope, XmlElement body, PciCall call, PciFailures failures) {
        if (verification == SignatureVerification.OFF || verifier == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(verifier.verify(envelope, body));
        } catch (SignatureProblem e) {
            if (verification == SignatureVerification.REQUIRE) {
                throw failures.signature(e);
            }
            LOG.warn("The signature of the answer to operation {} does not hold: {}", call.operation(), e.getMessage());
            return Optional.empty();
        }
    }

    private static PciReply reply(
            XmlElement body, Optional<X509Certificate> signer, HttpAnswer answer, PciCall call, PciFailures failures) {
        boolean confirmation = call.front() == Front.ASINCRON;
        String namespace = confirmation ? CON : RES;
        String name = confirmation ? "ConfirmacionPeticion" : "Respuesta";
        XmlElement message = body.child(OPEN, "procesaResponse")
                .flatMap(w -> w.child(namespace, name))
                .orElseThrow(() -> failures.protocol("it has no " + name, null));
        XmlElement attributes =
                message.child("Atributos").orElseThrow(() -> failures.protocol("it has no Atributos", null));
        String id = attributes.text("IdPeticion").orElse("");
        if (!id.equals(call.operation().value())) {
            throw failures.protocol("it answers another request than ours", null);
        }
        PciState state = attributes
                .child("Estado")
                .map(ReplyReader::state)
                .orElseThrow(() -> failures.protocol("it has no Estado", null));
        return new PciReply(
                id, state, attributes.text("TimeStamp"), transmissions(message, failures), signer, answer.body());
    }

    private static PciState state(XmlElement state) {
        Optional<Integer> hours = state.text("TiempoEstimadoRespuesta")
                .filter(t -> t.matches("\\d{1,6}"))
                .map(Integer::valueOf);
        return new PciState(
                state.text("CodigoEstado").orElse(""),
                state.text("CodigoEstadoSecundario"),
                state.text("LiteralError"),
                hours);
    }

    private static List<PciTransmission> transmissions(XmlElement message, PciFailures failures) {
        List<PciTransmission> found = new ArrayList<>();
        message.child("Transmisiones").ifPresent(all -> {
            for (XmlElement item : all.children("TransmisionDatos")) {
                found.add(transmission(item, failures));
            }
        });
        return found;
    }

    private static PciTransmission transmission(XmlElement item, PciFailures failures) {
        Optional<XmlElement> ids = item.path("DatosGenericos", "Transmision");
        Optional<XmlElement> specific = item.child("DatosEspecificos");
        return new PciTransmission(
                ids.flatMap(t -> t.text("IdSolicitud")).orElse(""),
                ids.flatMap(t -> t.text("IdTransmision")),
                specific,
                specific.flatMap(s -> s.child(CAOC, "ExtensionesRespuesta"))
                        .map(e -> extensions(e, failures))
                        .orElse(PciTransmission.Extensions.NONE));
    }

    private static PciTransmission.Extensions extensions(XmlElement extensions, PciFailures failures) {
        return new PciTransmission.Extensions(
                decoded(extensions.children("PDF"), MediaType.PDF, failures),
                extensions.children("PDFGuid").stream().map(XmlElement::text).toList(),
                decoded(extensions.children("Evidencia"), MediaType.BINARY, failures));
    }

    private static List<DocumentContent> decoded(List<XmlElement> elements, MediaType type, PciFailures failures) {
        try {
            return elements.stream()
                    .map(e -> DocumentContent.of(Base64.getMimeDecoder().decode(e.rawText()), type))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw failures.protocol("an extension is not Base64", e);
        }
    }

    /** Refuses an answer whose items are not those that were asked for. */
    static void checkItems(PciReply reply, PciCall call) {
        List<String> found =
                reply.transmissions().stream().map(PciTransmission::itemId).toList();
        boolean same =
                found.size() == call.itemIds().size() && new HashSet<>(found).equals(new HashSet<>(call.itemIds()));
        if (!same) {
            throw new PciFailures(call)
                    .protocol(
                            "it has " + found.size() + " items and not the "
                                    + call.itemIds().size() + " asked for",
                            null);
        }
    }

    /** Whether a request with this identity was taken before: the only sign of it is a phrase in Catalan. */
    static boolean isDuplicate(PciState state) {
        return state.text().orElse("").toLowerCase(Locale.ROOT).contains("ja enregistrada");
    }

    /** Why a call went wrong at the level of the PCI. */
    static PciException stateError(PciReply reply, PciCall call) {
        PciState state = reply.state();
        String text = state.text().orElse("");
        if (isDuplicate(state)) {
            return new PciDuplicateRequestException(
                    call.after(Fault.CALLER, "The PCI took a request with this identity before")
                            .remote(state.code(), text)
                            .remedy("Ask the product what became of it; do not send it with another identity.")
                            .build(),
                    reply);
        }
        return new PciStateException(
                call.after(Fault.REMOTE, "The PCI answered with an error state")
                        .remote(state.code(), text)
                        .remedy("Read the text; the PCI has one code for every kind of error.")
                        .build(),
                reply);
    }
}
