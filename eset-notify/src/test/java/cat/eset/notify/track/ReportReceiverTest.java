package cat.eset.notify.track;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.LegalTime;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.endpoint.EndpointResponse;
import cat.eset.endpoint.Refusal;
import cat.eset.notify.record.NotificationState;
import cat.eset.transport.xml.XmlElement;
import cat.eset.transport.xml.XmlParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The callback of contract enotum 7: stored first, acknowledged without an error element, read later. */
class ReportReceiverTest {

    private static final String NT = "http://www.aocat.net/NT/v4.0";
    private static final String REPORT = "<Report xmlns='" + NT + "'><Emissor><CodiOrganisme>0899990001</CodiOrganisme>"
            + "<NomOrganisme>V</NomOrganisme><CodiDepartament>0899990001</CodiDepartament><NomDepartament>V</NomDepartament>"
            + "</Emissor><DataInforme>2026-03-04</DataInforme><TipusInforme>OnLine</TipusInforme><DadesNotificacio>"
            + "<DadesEstat><Estat>ACCEPTADA</Estat><DataActualitzacio>2026-03-04T18:05:11+01:00</DataActualitzacio></DadesEstat>"
            + "<DadesNotificacio><Referencia>R</Referencia><IdNotificacio>7700001</IdNotificacio>"
            + "<TipusObjecte>NOTIFICACIO</TipusObjecte></DadesNotificacio><DadesRegistre/></DadesNotificacio></Report>";
    private static final String WRAPPED =
            "<o:clientRequestwithReturn xmlns:o='http://www.openuri.org/'>" + REPORT + "</o:clientRequestwithReturn>";

    private final Memory.Inbox inbox = new Memory.Inbox();
    private final ReportReceiver receiver =
            ReportReceiver.of(inbox, Clock.fixed(Instant.parse("2026-03-04T17:06:00Z"), LegalTime.ZONE));

    private static String envelope(String header, String body) {
        return "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>" + header + "<s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    private EndpointResponse post(String message) {
        return receiver.handle(EndpointRequest.builder("POST", "/reports").body(message));
    }

    @ParameterizedTest(name = "variant {index}")
    @ValueSource(strings = {"plain", "signed", "bare", "unwrapped"})
    void acknowledgesSignedAndUnsignedVariantsWithoutAnErrorElement(String variant) {
        String security = "<s:Header><w:Security xmlns:w='http://docs.oasis-open.org/wss/2004/01/"
                + "oasis-200401-wss-wssecurity-secext-1.0.xsd'><w:BinarySecurityToken>AAAA</w:BinarySecurityToken>"
                + "</w:Security></s:Header>";
        String message = switch (variant) {
            case "signed" -> envelope(security, WRAPPED);
            case "bare" -> envelope("", REPORT);
            case "unwrapped" -> REPORT;
            default -> envelope("", WRAPPED);
        };

        EndpointResponse answer = post(message);

        assertThat(answer.status()).isEqualTo(200);
        XmlElement root = XmlParser.strict().parse(answer.body());
        XmlElement ack = root.children().get(0).children().get(0).children().get(0);
        assertThat(ack.is(NT, "RespostaReport")).isTrue();
        assertThat(ack.children()).isEmpty();
        assertThat(inbox.messages())
                .singleElement()
                .satisfies(m -> assertThat(
                                ReportReceiver.report(m).entries().get(0).state())
                        .isEqualTo(NotificationState.ACCEPTED));
    }

    @Test
    void theSameMessageIsStoredOnce() {
        post(envelope("", WRAPPED));
        post(envelope("", WRAPPED));

        assertThat(inbox.messages()).hasSize(1);
    }

    @ParameterizedTest(name = "not a report {index}")
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<a/>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>"
            })
    void whatIsNoReportIsAFaultAndNotStored(String message) {
        EndpointResponse answer = post(message);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("Fault")
                .doesNotContain("Error");
        assertThat(inbox.messages()).isEmpty();
    }

    @Test
    void onlyPostIsTaken() {
        assertThat(receiver.handle(EndpointRequest.builder("GET", "/reports").empty())
                        .status())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @EnumSource(Refusal.Reason.class)
    void whatCouldNotBeStoredIsNotAcknowledged(Refusal.Reason reason) {
        EndpointResponse answer = receiver.refuse(
                new Refusal(reason, EndpointRequest.builder("POST", "/reports").empty()));

        assertThat(answer.status()).isEqualTo(reason.status());
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("Fault")
                .doesNotContain("RespostaReport");
    }
}
