package cat.eset.testkit.internal.pci;

import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import cat.eset.testkit.internal.xml.Shape;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.w3c.dom.Element;

/** Takes a request that passed the door and gives the Body of the answer: routing, duplicates, asynchronous work. */
final class Broker {

    private static final String POLL = "http://gencat.net/scsp/esquemes/solicitudRespuesta";
    private static final Shape POLL_ATTRIBUTES = Shape.of("IdPeticion NumElementos TimeStamp Estado? CodigoCertificado"
            + " DatosAutorizacion? CodigoProducto Emisor? IdSolicitanteOriginal? NomSolicitanteOriginal? Funcionario?");
    private static final int MAX_ASYNCHRONOUS = 500;

    private final PciSettings settings;
    private final Answers answers;
    private final Map<String, Route> routes = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Map<String, Deferred> deferred = new ConcurrentHashMap<>();

    Broker(PciSettings settings) {
        this.settings = settings;
        this.answers = new Answers(settings.clock());
    }

    private record Route(String cluster, PciProduct product) {}

    private record Deferred(PciRequest request, Map<String, String> payloads, Instant ready) {}

    /** The Body and what to write into the log. */
    record Outcome(String body, boolean processed, String text, Optional<PciRequest> request) {}

    void route(String cluster, String product, PciProduct service) {
        routes.put(product, new Route(cluster, service));
    }

    Answers answers() {
        return answers;
    }

    /** {@code IdPeticion} and the rest of {@code Atributos}, unchecked. */
    static Answers.Echo echo(Element body) {
        return new Answers.Echo(
                PeticionReader.glance(body, "Atributos", "IdPeticion"),
                PeticionReader.glance(body, "Atributos", "NumElementos"),
                PeticionReader.glance(body, "Atributos", "CodigoCertificado"),
                PeticionReader.glance(body, "Atributos", "CodigoProducto"));
    }

    Outcome submit(String front, String cluster, Element body, Map<String, Part> parts) {
        boolean asynchronous = front.equals("Asincron");
        PciRequest request;
        try {
            request = new PeticionReader(parts).read(body, asynchronous ? MAX_ASYNCHRONOUS : 1);
        } catch (MalformedXmlException e) {
            return refuse(echo(body), asynchronous, "Error de validació de la petició: " + e.getMessage());
        }
        Route route = routes.get(request.product());
        if (route == null || (!cluster.isEmpty() && !route.cluster().equals(cluster))) {
            return refuse(
                    Answers.Echo.of(request), asynchronous, "Producte no disponible: '" + request.product() + "'.");
        }
        if (!seen.add(request.id())) {
            return refuseItems(request, asynchronous, "Transmissió ja enregistrada: '" + request.id() + "'.");
        }
        Map<String, String> payloads = new LinkedHashMap<>();
        for (PciItem item : request.items()) {
            if (item.payload().isEmpty() && item.files().isEmpty()) {
                return refuseItems(
                        request, asynchronous, "Error de validació de la petició: DatosEspecificos és buit.");
            }
            payloads.put(item.id(), route.product().answer(request, item));
        }
        if (asynchronous) {
            Instant ready = settings.clock().instant().plus(settings.asynchronousWork());
            deferred.put(request.id(), new Deferred(request, payloads, ready));
            int hours = (int) settings.asynchronousWork().toHours();
            return new Outcome(
                    answers.confirmation(request.id(), new Answers.State("0001", "", hours)),
                    true,
                    "0001",
                    Optional.of(request));
        }
        return new Outcome(
                answers.respuesta(request, Answers.State.DONE, payloads), true, "0003", Optional.of(request));
    }

    Outcome poll(Element body) {
        Answers.Echo echo = echo(body);
        Element message = Dom.children(body).stream()
                .flatMap(procesa -> Dom.children(procesa).stream())
                .findFirst()
                .orElse(body);
        Optional<String> fault = Dom.is(message, POLL, "SolicitudRespuesta")
                ? POLL_ATTRIBUTES.fault(Dom.need(message, "Atributos"))
                : Optional.of("a SolicitudRespuesta was expected");
        if (fault.isPresent()) {
            return refuse(echo, false, "Error de validació de la petició: " + fault.get());
        }
        Deferred found = deferred.get(echo.requestId());
        if (found == null) {
            return refuse(echo, false, "No existeix la petició '" + echo.requestId() + "'.");
        }
        if (settings.clock().instant().isBefore(found.ready())) {
            return new Outcome(
                    answers.respuesta(echo, new Answers.State("0002", "", 1)), true, "0002", Optional.empty());
        }
        return new Outcome(
                answers.respuesta(found.request(), Answers.State.DONE, found.payloads()),
                true,
                "0003",
                Optional.of(found.request()));
    }

    private Outcome refuse(Answers.Echo echo, boolean asynchronous, String literal) {
        Answers.State state = Answers.State.error(literal);
        String body = asynchronous ? answers.confirmation(echo.requestId(), state) : answers.respuesta(echo, state);
        return new Outcome(body, false, "0502 " + literal, Optional.empty());
    }

    private Outcome refuseItems(PciRequest request, boolean asynchronous, String literal) {
        Answers.State state = Answers.State.error(literal);
        String body =
                asynchronous ? answers.confirmation(request.id(), state) : answers.respuesta(request, state, Map.of());
        return new Outcome(body, false, "0502 " + literal, Optional.of(request));
    }
}
