package cat.eset.notify.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.notify.notice.Channel;
import cat.eset.notify.notice.NoticeKind;
import cat.eset.notify.record.NotificationDetail;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.Practice;
import cat.eset.notify.record.Report;
import cat.eset.notify.record.SearchHit;
import cat.eset.notify.record.SearchPage;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked examples of the contract note parse, and what is new or odd does not break parsing. */
class AnswersTest {

    private static final String NS =
            " xmlns='http://www.aocat.net/NT/v4.0'" + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";

    @Test
    void contractEnotum20_2Created() {
        NtAnswer<java.util.List<NotificationId>> answer = Wire.read(
                new SendCodec(),
                "<RespostaProcessarTramesa" + NS + "><NotificacionsCreades><IdNotificacio>7700001</IdNotificacio>"
                        + "</NotificacionsCreades></RespostaProcessarTramesa>");

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.body().orElseThrow()).containsExactly(NotificationId.of(7_700_001));
    }

    @Test
    void contractEnotum20_2Refused() {
        NtAnswer<?> answer = Wire.read(
                new SendCodec(),
                "<RespostaProcessarTramesa" + NS + "><Errors><Error><CodiError>701</CodiError>"
                        + "<MissatgeError>(text in Catalan)</MissatgeError></Error></Errors></RespostaProcessarTramesa>");

        assertThat(answer.body()).isEmpty();
        assertThat(answer.errors()).containsExactly(new NtAnswer.ErrorLine(701, "(text in Catalan)"));
    }

    @Test
    void contractEnotum20_3Consulta() {
        NotificationDetail detail =
                Wire.read(new ConsultCodec(), ExampleOf.consulta()).body().orElseThrow();

        assertThat(detail.id()).isEqualTo(NotificationId.of(7_700_001));
        assertThat(detail.issuer().organisationName()).isEqualTo("Ajuntament de Vilaprova");
        NotificationDetail.Header header = detail.header().orElseThrow();
        assertThat(header.reference()).isEqualTo("2026-EXP-000123/N0001");
        assertThat(header.issuerReference()).hasValue("2026-EXP-000123/N0001");
        assertThat(header.registryNumber()).hasValue("S/000456-2026");
        assertThat(header.registeredAt()).hasValue(Instant.parse("2026-03-02T08:16:02Z"));
        assertThat(header.expiryDays()).hasValue(10);
        assertThat(header.channel()).hasValue(Channel.DIGITAL);
        NotificationDetail.Status status = detail.status().orElseThrow();
        assertThat(status.state()).isEqualTo(NotificationState.ACCEPTED);
        assertThat(status.depositedAt()).hasValue(Instant.parse("2026-03-02T08:17:40Z"));
        assertThat(status.practisedAt()).hasValue(Instant.parse("2026-03-04T17:05:11Z"));
        assertThat(detail.recipients()).singleElement().satisfies(r -> {
            assertThat(r.signed()).isTrue();
            assertThat(r.holder()).isTrue();
            assertThat(r.emails()).containsExactly("destinataria@example.org");
            assertThat(r.party().documentType()).isEqualTo("NIF");
            assertThat(r.party().documentNumber()).isEqualTo("00000001R");
            assertThat(r.party().name()).isEqualTo("Nom Fictici");
        });
        assertThat(detail.practice()).hasValueSatisfying(p -> assertThat(p).isInstanceOf(Practice.ByInterested.class));
    }

    @Test
    void contractEnotum20_3BeforeDepositTheDatesAreNil() {
        NotificationDetail detail = Wire.read(
                        new ConsultCodec(),
                        "<RespostaConsulta" + NS + "><IdNotificacio>1</IdNotificacio><DadesEstat><Estat>PENDENT</Estat>"
                                + "<DataPublicacio xsi:nil='true'/><DataAcceptacioRebuig xsi:nil='true'/></DadesEstat>"
                                + "</RespostaConsulta>")
                .body()
                .orElseThrow();

        assertThat(detail.state()).hasValue(NotificationState.PENDING);
        assertThat(detail.status().orElseThrow().depositedAt()).isEmpty();
    }

    @Test
    void contractEnotum20_5Report() {
        Report report = ReportCodec.report(Wire.parse(ExampleOf.report()));

        assertThat(report.date()).hasValue(LocalDate.of(2026, 3, 4));
        assertThat(report.type()).isEqualTo("OnLine");
        assertThat(report.entries()).singleElement().satisfies(e -> {
            assertThat(e.id()).isEqualTo(NotificationId.of(7_700_001));
            assertThat(e.state()).isEqualTo(NotificationState.ACCEPTED);
            assertThat(e.changedAt()).hasValue(Instant.parse("2026-03-04T17:05:11Z"));
            assertThat(e.kind()).isEqualTo(NoticeKind.NOTIFICATION);
            assertThat(e.registryNumber()).hasValue("S/000456-2026");
            assertThat(e.practice()).isPresent();
        });
    }

    @Test
    void trap7DocumentsWithAnIdentifierOnly() {
        NotificationDetail detail = Wire.read(
                        new ConsultCodec(),
                        "<RespostaConsulta" + NS
                                + "><IdNotificacio>1</IdNotificacio><Documents><Resolucio><Nom>r.pdf</Nom>"
                                + "<UUID>11111111-2222-4333-8444-555555555555</UUID></Resolucio></Documents></RespostaConsulta>")
                .body()
                .orElseThrow();

        assertThat(detail.documents())
                .singleElement()
                .extracting(NotificationDetail.StoredDocument::desalDocument)
                .isEqualTo(java.util.Optional.of("11111111-2222-4333-8444-555555555555"));
    }

    @ParameterizedTest(name = "trap 8: neither errors nor body: {0}")
    @ValueSource(strings = {"", "<Errors/>", "<Nou/>"})
    void anEmptyAnswerIsNoAnswer(String content) {
        NtAnswer<?> answer = Wire.read(
                new SendCodec(), "<RespostaProcessarTramesa" + NS + ">" + content + "</RespostaProcessarTramesa>");

        assertThat(answer.errors()).isEmpty();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void unknownElementsStatesAndCodesAreTolerated() {
        NtAnswer<NotificationDetail> answer = Wire.read(
                new ConsultCodec(),
                "<RespostaConsulta" + NS + "><Nou a='b'><Fill/></Nou><IdNotificacio>1</IdNotificacio>"
                        + "<x:Altre xmlns:x='urn:x'/><DadesNotificacio><TipusObjecte>NOVA</TipusObjecte><Canal>COLOM</Canal>"
                        + "<TipusAcces>MOLT_ALT</TipusAcces><Idioma>fr</Idioma></DadesNotificacio>"
                        + "<DadesEstat><Nou/><Estat>NOVETAT</Estat><DataPublicacio>ahir</DataPublicacio></DadesEstat>"
                        + "<DadesSignador><Robot/></DadesSignador></RespostaConsulta>");

        NotificationDetail detail = answer.body().orElseThrow();
        assertThat(detail.state()).hasValue(NotificationState.of("NOVETAT"));
        assertThat(detail.status().orElseThrow().depositedAt()).isEmpty();
        assertThat(detail.header().orElseThrow().channel()).hasValue(Channel.of("COLOM"));
        assertThat(detail.practice()).isEmpty();
    }

    @Test
    void anErrorWithoutANumberIsStillAnError() {
        NtAnswer<?> answer = Wire.read(
                new SendCodec(),
                "<RespostaProcessarTramesa" + NS + "><Errors><Error><CodiError>E-1</CodiError></Error></Errors>"
                        + "</RespostaProcessarTramesa>");

        assertThat(answer.errors()).containsExactly(new NtAnswer.ErrorLine(0, ""));
    }

    @ParameterizedTest(name = "contract enotum 11.1: {0}")
    @CsvSource({
        "2026-03-02T09:17:40+01:00, 2026-03-02T08:17:40Z",
        "2026-03-02T09:17:40, 2026-03-02T08:17:40Z",
        "2026-07-02T09:17:40, 2026-07-02T07:17:40Z",
        "2026-03-02T08:17:40Z, 2026-03-02T08:17:40Z",
        "2026-03-02T09:17:40.123+01:00, 2026-03-02T08:17:40.123Z",
        "2026-03-02T09:17:40+0100, 2026-03-02T08:17:40Z"
    })
    void datesComeWithAndWithoutOffset(String text, Instant instant) {
        assertThat(Reading.instant(text)).hasValue(instant);
    }

    @Test
    void aSearchGivesTheInstantOfExpiry() {
        SearchPage page = Wire.read(new SearchCodec(), ExampleOf.cerca()).body().orElseThrow();

        assertThat(page.totalHits()).isEqualTo(1);
        assertThat(page.hits()).singleElement().satisfies(AnswersTest::isTheExample);
    }

    private static void isTheExample(SearchHit hit) {
        assertThat(hit.state()).isEqualTo(NotificationState.CANCELLED);
        assertThat(hit.expiresAt()).hasValue(Instant.parse("2026-03-12T22:59:59Z"));
        assertThat(hit.registryNumber()).isEmpty();
        assertThat(hit.practisedAt()).isEmpty();
        assertThat(hit.seen()).hasValue(false);
    }

    @Test
    void trap36EvidenceKeepsEveryCharacter() {
        String signed = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<e>  <s>·&amp;</s>\n\t</e>\n";
        EvidenceCodec.Found found = Wire.read(
                        new EvidenceCodec(),
                        "<RespostaEvidencia" + NS
                                + "><IdNotificacio>1</IdNotificacio><TipusEvidencia>XML</TipusEvidencia>"
                                + "<Diposit><![CDATA[" + signed + "]]></Diposit><AcceptacioRebuig>"
                                + signed.replace("&", "&amp;").replace("<", "&lt;")
                                + "</AcceptacioRebuig></RespostaEvidencia>")
                .body()
                .orElseThrow();

        assertThat(found.deposit()).hasValue(signed);
        assertThat(found.practice()).hasValue(signed);
        assertThat(found.cancellation()).isEmpty();
    }

    @Test
    void aMissingReportIsAnAnswer() {
        assertThat(Wire.read(new ReportCodec(), "<RespostaRecuperarReport" + NS + "/>")
                        .body()
                        .orElseThrow())
                .isEmpty();
    }
}
