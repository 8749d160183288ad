package cat.eset.testkit.internal.pci;

import cat.eset.core.LegalTime;
import cat.eset.testkit.internal.xml.XmlText;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the Bodies of PCI answers, in the shapes of contract pci 15. */
final class Answers {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private final Clock clock;

    Answers(Clock clock) {
        this.clock = clock;
    }

    /** PCI's own state of an answer. */
    record State(String code, String literal, int hours) {

        static final State DONE = new State("0003", "OK", 0);

        static State error(String literal) {
            return new State("0502", literal.length() > 255 ? literal.substring(0, 255) : literal, 0);
        }
    }

    /** What identifies the request that is answered. */
    record Echo(String requestId, String elements, String modality, String product) {

        static Echo of(PciRequest request) {
            return new Echo(
                    request.id(), String.valueOf(request.items().size()), request.modality(), request.product());
        }
    }

    /** {@code Respuesta} with one transmission per item; payloads by {@code IdSolicitud}. */
    String respuesta(PciRequest request, State state, Map<String, String> payloads) {
        XmlText x = start("respuesta").open("Respuesta");
        attributes(x, Echo.of(request), state, "respuesta");
        x.open("Transmisiones");
        for (PciItem item : request.items()) {
            transmission(x, request, item, Optional.ofNullable(payloads.get(item.id())));
        }
        return end(x.close().close());
    }

    /** {@code Respuesta} without transmissions: pending, or refused before the items could be read. */
    String respuesta(Echo echo, State state) {
        XmlText x = start("respuesta").open("Respuesta");
        attributes(x, echo, state, "respuesta");
        return end(x.close());
    }

    /** {@code ConfirmacionPeticion}; fields other than id and state come back empty (contract pci 6.1). */
    String confirmation(String requestId, State state) {
        XmlText x = start("confirmacionPeticion").open("ConfirmacionPeticion");
        attributes(x, new Echo(requestId, "", "", ""), state, "confirmacionPeticion");
        return end(x.close());
    }

    static String fault(String code, String text) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                + "<S:Body><S:Fault>"
                + XmlText.prefixed("").leaf("faultcode", code)
                + XmlText.prefixed("").leaf("faultstring", text)
                + "<faultactor>Server</faultactor></S:Fault></S:Body></S:Envelope>";
    }

    private static XmlText start(String vocabulary) {
        return XmlText.prefixed("ns3:")
                .raw("<ns0:procesaResponse xmlns:ns0=\"http://www.openuri.org/\" xmlns:ns3=\""
                        + "http://gencat.net/scsp/esquemes/" + vocabulary + "\">");
    }

    private static String end(XmlText x) {
        return x.raw("</ns0:procesaResponse>").toString();
    }

    private void attributes(XmlText x, Echo echo, State state, String vocabulary) {
        boolean confirmation = vocabulary.equals("confirmacionPeticion");
        x.open("Atributos").leaf("IdPeticion", echo.requestId()).leaf("NumElementos", echo.elements());
        x.leaf("TimeStamp", confirmation ? "" : TIME.format(ZonedDateTime.now(clock.withZone(LegalTime.ZONE))));
        x.open("Estado").leaf("CodigoEstado", state.code());
        x.leafUnlessEmpty("LiteralError", state.literal());
        x.leaf("TiempoEstimadoRespuesta", String.valueOf(state.hours())).close();
        x.leaf("CodigoCertificado", echo.modality()).leaf("CodigoProducto", echo.product());
        if (!confirmation) {
            issuer(x);
        }
        x.close();
    }

    private static void transmission(XmlText x, PciRequest request, PciItem item, Optional<String> payload) {
        x.open("TransmisionDatos").open("DatosGenericos");
        issuer(x);
        x.open("Solicitante")
                .leaf("IdentificadorSolicitante", request.requester())
                .leaf("NombreSolicitante", request.requesterName())
                .leaf("Finalidad", request.purpose())
                .leaf("Consentimiento", item.consent())
                .close();
        x.open("Transmision").leaf("CodigoCertificado", request.modality()).leaf("IdSolicitud", item.id());
        if (payload.isPresent()) {
            x.leaf("IdTransmision", item.caseId());
        }
        x.leaf("FechaGeneracion", item.generated()).close().close();
        x.open("DatosEspecificos").raw(payload.orElse("")).close().close();
    }

    private static void issuer(XmlText x) {
        x.open("Emisor")
                .leaf("NifEmisor", "Q0801175A")
                .leaf("NombreEmisor", "CAOC")
                .close();
    }

    /** The page of status 403, which begins with a DOCTYPE (contract pci 16, trap 16). */
    static String forbiddenPage(String path) {
        return String.join(
                "\n",
                List.of(
                        "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">",
                        "<html><head><title>403 Forbidden</title></head><body>",
                        "<h1>Forbidden</h1><p>You don't have permission to access " + path + " on this server.</p>",
                        "</body></html>"));
    }
}
