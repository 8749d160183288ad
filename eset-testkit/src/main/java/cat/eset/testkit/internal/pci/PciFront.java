package cat.eset.testkit.internal.pci;

import cat.eset.testkit.internal.http.Exchanges;
import cat.eset.testkit.internal.http.Site;
import cat.eset.testkit.internal.net.Unreliability;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.MalformedXmlException;
import cat.eset.testkit.pci.PciDesk;
import cat.eset.testkit.pci.PciExchange;
import cat.eset.testkit.pci.PciFault;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.w3c.dom.Element;

/** The three fronts of PCI on one or more sites. */
public final class PciFront implements PciDesk {

    private static final String PATH = "/siri-proxy/services/";
    private static final List<String> FRONTS = List.of("Sincron", "Asincron", "AsincronResposta");
    private static final String SERVER_ERROR = "Server";

    private final Doorkeeper door;
    private final Broker broker;
    private final Misbehaviour misbehaviour;
    private final Unreliability unreliability;
    private final Script script = new Script();
    private final Recorder recorder = new Recorder();

    /** A front without products. */
    public PciFront(PciSettings settings, Unreliability unreliability) {
        this.door = new Doorkeeper(settings);
        this.broker = new Broker(settings);
        this.misbehaviour = new Misbehaviour(settings.pki());
        this.unreliability = unreliability;
    }

    /** Adds a product, which lives on one cluster. */
    public void product(String cluster, String code, PciProduct product) {
        broker.route(cluster, code, product);
    }

    /** Listens on a site for one cluster; an empty name serves them all. */
    public void listen(Site site, String cluster) {
        for (String front : FRONTS) {
            site.serve(PATH + front, exchange -> handle(exchange, new Visit(site, cluster, front)));
        }
    }

    private record Visit(Site site, String cluster, String front) {}

    @Override
    public void script(PciFault fault, String operation, int times) {
        script.add(fault, operation, times);
    }

    @Override
    public void clearScript() {
        script.clear();
    }

    @Override
    public List<PciExchange> exchanges() {
        return recorder.all();
    }

    @Override
    public void recordTo(Path directory) {
        recorder.recordTo(directory);
    }

    private void handle(HttpExchange exchange, Visit visit) throws IOException {
        Delivery delivery = new Delivery(exchange, visit.site().line());
        if (!exchange.getRequestURI().getPath().equals(PATH + visit.front())) {
            delivery.page(404, "<html><body>Not Found</body></html>");
            return;
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            delivery.page(405, "<html><body>Method Not Allowed</body></html>");
            return;
        }
        CountingStream counted = new CountingStream(exchange.getRequestBody());
        byte[] raw = new byte[0];
        InputStream in = counted;
        if (recorder.wantsBytes()) {
            raw = counted.readAllBytes();
            in = new ByteArrayInputStream(raw);
        }
        Glimpse glimpse = new Glimpse(visit.front(), tlsCertificate(exchange));
        Reply reply;
        try {
            PciMessage message = PciMessage.read(header(exchange, "Content-Type"), in);
            glimpse.see(message);
            reply = reply(visit, message, glimpse);
        } catch (Exchanges.TooLargeException e) {
            drain(counted);
            glimpse.outcome = "request XML above 2 MB";
            reply = Reply.fault(SERVER_ERROR, "La petició supera la mida màxima de 2 MB.");
        } catch (MalformedXmlException | IOException e) {
            glimpse.outcome = "unreadable: " + e.getMessage();
            reply = Reply.fault(SERVER_ERROR, "Petició mal formada: " + e.getMessage());
        }
        // Noted before it is delivered, so that whoever has the answer also finds the note.
        PciExchange seen = glimpse.toExchange(recorder.nextNumber(), counted.count);
        recorder.add(seen);
        recorder.write(seen, glimpse.mtom, raw, reply.text().getBytes(StandardCharsets.UTF_8));
        reply.way().send(delivery);
    }

    /** How a reply reaches the client. */
    @FunctionalInterface
    private interface Way {
        void send(Delivery delivery) throws IOException;
    }

    private record Reply(String text, Way way) {

        static Reply good(String text) {
            return new Reply(text, delivery -> delivery.send(200, text));
        }

        static Reply fault(String code, String text) {
            String fault = Answers.fault(code, text);
            return new Reply(fault, delivery -> delivery.send(500, fault));
        }
    }

    private Reply reply(Visit visit, PciMessage message, Glimpse glimpse) throws MalformedXmlException {
        Element body = Dom.child(message.envelope().getDocumentElement(), "Body")
                .orElseThrow(() -> new MalformedXmlException("a SOAP envelope without Body", null));
        Optional<PciFault> fault = script.take(glimpse.operation);
        if (fault.isEmpty()) {
            fault = unreliability.next();
        }
        fault.ifPresent(f -> glimpse.outcome = f.toString());
        Optional<Reply> refusal = fault.flatMap(f -> refusal(f, visit, body));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            X509Certificate caller = door.authenticate(message, glimpse.tls);
            door.authorise(caller, requester(body));
        } catch (Doorkeeper.Refusal e) {
            glimpse.outcome = "fault " + Doorkeeper.UNAUTHORISED + ": " + e.getMessage();
            return Reply.fault(Doorkeeper.UNAUTHORISED, String.valueOf(e.getMessage()));
        }
        Broker.Outcome outcome = process(visit, body, message);
        glimpse.processed = outcome.processed();
        boolean ofTheLine = fault.filter(unreliability::isOwn).isPresent();
        if (ofTheLine && fault.get().kind() == PciFault.Kind.DUPLICATED) {
            outcome = process(visit, body, message);
        }
        glimpse.outcome = fault.map(f -> f + ", ").orElse("") + outcome.text();
        if (fault.isEmpty()) {
            return Reply.good(misbehaviour.sign(outcome.body()));
        }
        PciFault what = fault.get();
        String text = ofTheLine ? misbehaviour.sign(outcome.body()) : misbehaviour.spoil(what, outcome.body());
        return new Reply(text, delivery -> delivery.send(what, text));
    }

    private Broker.Outcome process(Visit visit, Element body, PciMessage message) {
        return visit.front().equals("AsincronResposta")
                ? broker.poll(body)
                : broker.submit(visit.front(), visit.cluster(), body, message.parts());
    }

    /** The faults that keep the request from being processed. */
    private Optional<Reply> refusal(PciFault fault, Visit visit, Element body) {
        return switch (fault.kind()) {
            case RESET_BEFORE_PROCESSING -> Optional.of(new Reply("", Delivery::reset));
            case SOAP_FAULT -> Optional.of(Reply.fault(fault.code(), fault.text()));
            case FORBIDDEN -> {
                String page = Answers.forbiddenPage(PATH + visit.front());
                yield Optional.of(new Reply(page, delivery -> delivery.page(403, page)));
            }
            case STATUS -> Optional.of(new Reply("", delivery -> delivery.status((int) fault.amount(), fault.text())));
            case STATE ->
                Optional.of(Reply.good(misbehaviour.sign(broker.answers()
                        .respuesta(Broker.echo(body), new Answers.State(fault.code(), fault.text(), 1)))));
            default -> Optional.empty();
        };
    }

    private static String requester(Element body) {
        return PeticionReader.glance(body, "Atributos", "DatosAutorizacion", "IdentificadorSolicitante");
    }

    private static Optional<X509Certificate> tlsCertificate(HttpExchange exchange) {
        if (exchange instanceof HttpsExchange https) {
            try {
                return Optional.of((X509Certificate) https.getSSLSession().getPeerCertificates()[0]);
            } catch (SSLPeerUnverifiedException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static void drain(InputStream in) throws IOException {
        byte[] sink = new byte[64 * 1024];
        while (in.read(sink) >= 0) {
            // the client must be able to finish sending before it can read the refusal
        }
    }

    /** What the log will say about one exchange. */
    private static final class Glimpse {

        private final String front;
        private final Optional<X509Certificate> tls;
        private String means = "NONE";
        private String requestId = "";
        private String product = "";
        private String operation = "";
        private String requester = "";
        private int attachments;
        private boolean mtom;
        private boolean processed;
        private String outcome = "";

        private Glimpse(String front, Optional<X509Certificate> tls) {
            this.front = front;
            this.tls = tls;
        }

        private void see(PciMessage message) {
            mtom = message.mtom();
            attachments = message.parts().size();
            means = Doorkeeper.means(message, tls);
            Dom.child(message.envelope().getDocumentElement(), "Body").ifPresent(body -> {
                Answers.Echo echo = Broker.echo(body);
                requestId = echo.requestId();
                product = echo.product();
                requester = PciFront.requester(body);
                operation = Dom.descendants(body).stream()
                        .filter(e -> "DatosEspecificos".equals(e.getLocalName()))
                        .flatMap(e -> Dom.children(e).stream())
                        .filter(e -> !"ExtensionesPeticion".equals(e.getLocalName()))
                        .map(e -> String.valueOf(e.getLocalName()))
                        .findFirst()
                        .orElse("");
            });
        }

        private PciExchange toExchange(long number, long bytes) {
            return new PciExchange(
                    number,
                    front,
                    requestId,
                    product,
                    operation,
                    requester,
                    means,
                    attachments,
                    bytes,
                    processed,
                    outcome);
        }
    }

    private static final class CountingStream extends java.io.FilterInputStream {

        private long count;

        private CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
