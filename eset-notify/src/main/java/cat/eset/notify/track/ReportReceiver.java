package cat.eset.notify.track;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.Sha256;
import cat.eset.core.work.Outbox;
import cat.eset.endpoint.EndpointHandler;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.endpoint.EndpointResponse;
import cat.eset.endpoint.Refusal;
import cat.eset.notify.internal.wire.ReportCodec;
import cat.eset.notify.record.Report;
import cat.eset.transport.xml.XmlElement;
import cat.eset.transport.xml.XmlParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The address that e-NOTUM calls when states change ({@code RecepcioReports}, contract enotum 7). It stores first,
 * acknowledges, and leaves the reading to {@link NotificationTracker#readReports}. Thread-safe.
 *
 * <p>Signed and unsigned messages are taken alike, because nothing is believed: the tracker confirms every change with a
 * question. By default the service authenticates itself in no way, so restrict who can reach this address. A message that
 * comes twice is stored once. The answer never has an {@code Error} element, which would mean "send it again" whatever it
 * holds; what could not be stored is answered with a SOAP fault, which means the same.
 */
public final class ReportReceiver implements EndpointHandler {

    /** Topic under which reports lie in the outbox. */
    public static final String TOPIC = "enotum-report";

    private static final Logger LOG = LoggerFactory.getLogger(ReportReceiver.class);
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String OPEN = "http://www.openuri.org/";
    private static final String NT = "http://www.aocat.net/NT/v4.0";
    private static final String TEXT_XML = "text/xml; charset=utf-8";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String ACKNOWLEDGEMENT = "<soapenv:Envelope xmlns:soapenv=\"" + SOAP + "\"><soapenv:Body>"
            + "<open:clientRequestwithReturnResponse xmlns:open=\"" + OPEN + "\">"
            + "<RespostaReport xmlns=\"" + NT + "\"/>"
            + "</open:clientRequestwithReturnResponse></soapenv:Body></soapenv:Envelope>";

    private final Outbox inbox;
    private final Clock clock;
    private final XmlParser parser = XmlParser.strict();

    private ReportReceiver(Outbox inbox, Clock clock) {
        this.inbox = Objects.requireNonNull(inbox, "inbox");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * A receiver.
     *
     * @param inbox where reports are stored until they are read; best one of its own
     * @param clock when they may be read
     */
    public static ReportReceiver of(Outbox inbox, Clock clock) {
        return new ReportReceiver(inbox, clock);
    }

    @Override
    public EndpointResponse handle(EndpointRequest request) {
        if (!"POST".equals(request.method())) {
            return EndpointResponse.empty(405).with("Allow", "POST");
        }
        byte[] body = request.body();
        try {
            reportElement(parser.parse(body));
        } catch (EsetException e) {
            LOG.warn(
                    "a message at the address of e-NOTUM's reports is no report: {}",
                    e.failure().what());
            return fault(500, "soapenv:Client", "no Report was found in the message");
        }
        OperationId id = identity(body);
        inbox.add(new Outbox.Message(id, TOPIC, Base64.getEncoder().encodeToString(body)), clock.instant());
        LOG.info("report {} stored, {} bytes", id, body.length);
        return EndpointResponse.of(200, TEXT_XML, ACKNOWLEDGEMENT);
    }

    @Override
    public EndpointResponse refuse(Refusal refusal) {
        return fault(refusal.reason().status(), "soapenv:Server", "the report was not stored");
    }

    private static EndpointResponse fault(int status, String code, String text) {
        return EndpointResponse.of(
                status,
                TEXT_XML,
                "<soapenv:Envelope xmlns:soapenv=\"" + SOAP + "\"><soapenv:Body><soapenv:Fault><faultcode>" + code
                        + "</faultcode><faultstring>" + text
                        + "</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>");
    }

    /** The same message has the same identity, so that the outbox takes it once. */
    private static OperationId identity(byte[] body) {
        byte[] digest = Sha256.of(body).bytes();
        StringBuilder s = new StringBuilder(26);
        s.append(ALPHABET.charAt(digest[0] & 7));
        for (int i = 1; i < 26; i++) {
            s.append(ALPHABET.charAt(digest[i] & 31));
        }
        return OperationId.of(s.toString());
    }

    /** Reads a stored report. */
    static Report report(Outbox.Message message) {
        byte[] body = Base64.getDecoder().decode(message.payload().getBytes(StandardCharsets.US_ASCII));
        return ReportCodec.report(reportElement(XmlParser.strict().parse(body)));
    }

    /** With or without security header, and with small variations of the wrapping (contract enotum 7). */
    private static XmlElement reportElement(XmlElement root) {
        if (root.is(NT, "Report")) {
            return root;
        }
        return root.child(SOAP, "Body").stream()
                .flatMap(body -> body.children().stream())
                .flatMap(inner -> inner.is(NT, "Report") ? Stream.of(inner) : inner.child(NT, "Report").stream())
                .findFirst()
                .orElseThrow(() -> new EsetException(
                        Failure.of(Failure.Fault.REMOTE, "a message without Report came as a report of e-NOTUM")
                                .service("e-NOTUM")
                                .build()));
    }
}
