package cat.eset.notify.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.OperationId;
import cat.eset.core.Secret;
import cat.eset.core.id.Nif;
import cat.eset.endpoint.EndpointRequest;
import cat.eset.endpoint.EndpointResponse;
import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.Channel;
import cat.eset.notify.notice.CompanyDocument;
import cat.eset.notify.notice.CompanyRecipient.LinkedPerson;
import cat.eset.notify.notice.Contacts.NoticePerson;
import cat.eset.notify.notice.ContentLanguage;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.NoticeBuilder;
import cat.eset.notify.notice.NoticeDocument;
import cat.eset.notify.notice.NoticeKind;
import cat.eset.notify.notice.PersonDocument;
import cat.eset.notify.notice.Recipient;
import cat.eset.notify.record.ChannelChange;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.PaperPractice;
import cat.eset.notify.record.Period;
import cat.eset.notify.record.RecipientCriteria;
import cat.eset.notify.record.Search;
import cat.eset.notify.record.SearchBuilder;
import cat.eset.notify.record.Sections;
import cat.eset.notify.track.Memory;
import cat.eset.notify.track.ReportReceiver;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request that the client can build validates against the official schemas. */
public class RequestsTest {

    private static final DocumentContent PDF =
            DocumentContent.of("%PDF-1.4\n%EOF\n".getBytes(StandardCharsets.US_ASCII), MediaType.PDF);
    private static final NotificationId ID = NotificationId.of(7_700_001);
    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final Period PERIOD = new Period(NOON, NOON.plusSeconds(3600));
    private static final String REFERENCE =
            OperationId.of("01KQ7ZJ0000000000000000000").value();

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void validates(String name, String xml) {
        OfficialSchemas.enotum("Peticions.xsd").assertValid(xml);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void isRefusedByTheSchemaWhenAnElementIsSpoilt(String name, String xml) {
        // The check can fail: the same request with one element renamed does not pass.
        assertThat(OfficialSchemas.enotum("Peticions.xsd").isValid(xml.replace("nt:Usuari", "nt:Usuaria")))
                .isFalse();
    }

    @Test
    void theAnswerToTheCallbackValidatesToo() {
        EndpointResponse answer = ReportReceiver.of(new Memory.Inbox(), Clock.fixed(NOON, ZoneOffset.UTC))
                .handle(EndpointRequest.builder("POST", "/").body("<Report xmlns='http://www.aocat.net/NT/v4.0'/>"));
        Matcher element =
                Pattern.compile("<RespostaReport[^>]*/>").matcher(new String(answer.body(), StandardCharsets.UTF_8));
        assertThat(element.find()).isTrue();
        OfficialSchemas.enotum("RespostaReport.xsd").assertValid(element.group());
    }

    /** What is validated, by operation and variant, the answer to a callback included. */
    public static List<String> names() {
        return Stream.concat(requests().map(r -> (String) r.get()[0]), Stream.of("RecepcioReports answer"))
                .toList();
    }

    static Stream<Arguments> requests() {
        List<Arguments> all = new ArrayList<>();
        sends().forEach(all::add);
        others().forEach(all::add);
        searches().forEach(all::add);
        return all.stream();
    }

    private static Stream<Arguments> sends() {
        SendCodec codec = new SendCodec();
        NoticeBuilder plain = Notice.notification("Resolució de llicència d'obres")
                .to(Recipient.person(Nif.of("00000000T"), "Nom", "Fictici").email("destinataria@example.org"))
                .resolution(PDF);
        Notice everything = Notice.notification("Tot <el> que & hi cap")
                .toOneRecordForAll(List.of(
                        Recipient.person(PersonDocument.passport("AB123", "FR"), "Nom", "Fictici")
                                .secondSurname("Segon")
                                .chosenName("Triat")
                                .email("a@example.org")
                                .email("b@example.org")
                                .phone("600123456")
                                .noticePerson(NoticePerson.byEmail("Algú", "c@example.org"))
                                .noticePerson(NoticePerson.byPhone("Altri", "+33612345678"))
                                .language(ContentLanguage.SPANISH)
                                .obligedToElectronic()
                                .asHolder(),
                        Recipient.person(PersonDocument.europeanId("IT123", "IT"), "Nom", "Fictici")
                                .phone("938000000"),
                        Recipient.company(Nif.of("A58818501"), "Exemple SA")
                                .linkedPerson(new LinkedPerson(
                                        PersonDocument.nif(Nif.of("00000000T")),
                                        "Nom",
                                        "Fictici",
                                        Optional.of("Segon"))),
                        Recipient.company(CompanyDocument.vat("FR12345678901", "FR"), "Exemple SARL")))
                .resolution(NoticeDocument.of("Resolució.pdf", PDF))
                .annex(NoticeDocument.of("annex 1.pdf", PDF))
                .annex(NoticeDocument.desalFile("annex2.pdf", "cpd2-11111111-2222-4333-8444-555555555555"))
                .annex(NoticeDocument.desalDocument(
                                "annex3.pdf", UUID.fromString("11111111-2222-4333-8444-555555555555"))
                        .withSha256(PDF.sha256()))
                .body("Us notifiquem.")
                .appeals("Recurs de reposició en el termini d'un mes.")
                .accessLevel(AccessLevel.HIGH)
                .expiryDays(20)
                .language(ContentLanguage.ARANESE)
                .complementingPaper()
                .registered("S/000456-2026", NOON)
                .expedient("2026-EXP-000123")
                .tramit("Llicència")
                .caseNumber("1")
                .siaProcedure("123456")
                .classification("G0101")
                .tag("urbanisme")
                .reminderDays(List.of(3, 6))
                .registryOffice("001")
                .organisationalUnit("002")
                .build();
        Notice communication = Notice.communication("Avís de tall")
                .to(Recipient.company(Nif.of("A58818501"), "Exemple SA"))
                .resolution(PDF)
                .withoutRegistry()
                .build();
        return Stream.of(
                arguments("ProcessarTramesa plain", codec, shipment(plain.build(), true)),
                arguments("ProcessarTramesa inline", codec, shipment(plain.build(), false)),
                arguments("ProcessarTramesa with everything", codec, shipment(everything, true)),
                arguments("ProcessarTramesa communication", codec, shipment(communication, true)));
    }

    private static SendCodec.Shipment shipment(Notice notice, boolean attached) {
        List<SendCodec.PlacedDocument> documents = new ArrayList<>();
        documents.add(
                new SendCodec.PlacedDocument(notice.resolution(), attached ? Optional.of("doc-1") : Optional.empty()));
        int n = 2;
        for (NoticeDocument annex : notice.annexes()) {
            documents.add(new SendCodec.PlacedDocument(annex, Optional.of("doc-" + n++)));
        }
        return new SendCodec.Shipment(REFERENCE, notice, documents);
    }

    private static Stream<Arguments> others() {
        EvidenceCodec evidence = new EvidenceCodec();
        PractiseCodec practise = new PractiseCodec();
        ReportCodec report = new ReportCodec();
        SummaryCodec summary = new SummaryCodec();
        PaperPractice paper = new PaperPractice(Nif.of("00000000T"), NOON, "ACUSE-1");
        return Stream.of(
                arguments("Consulta", new ConsultCodec(), new ConsultCodec.Query(ID, Sections.STATE)),
                arguments("Consulta of everything", new ConsultCodec(), new ConsultCodec.Query(ID, Sections.ALL)),
                arguments("Evidencia XML", evidence, new EvidenceCodec.Query(ID, false, Optional.empty())),
                arguments(
                        "Evidencia PDF",
                        evidence,
                        new EvidenceCodec.Query(ID, true, Optional.of(ContentLanguage.SPANISH))),
                arguments(
                        "Practicar on paper",
                        practise,
                        new PractiseCodec.Decision(ID, true, Optional.of(paper), Optional.empty())),
                arguments(
                        "Practicar rejecting",
                        practise,
                        new PractiseCodec.Decision(ID, false, Optional.empty(), Optional.empty())),
                arguments(
                        "Practicar with channel change",
                        practise,
                        new PractiseCodec.Decision(
                                ID,
                                true,
                                Optional.empty(),
                                Optional.of(new ChannelChange(
                                        Channel.DIGITAL, Optional.of("a@example.org"), Optional.of("600123456"))))),
                arguments("Anullacio", new CancelCodec(), new CancelCodec.Cancellation(ID, "Error material")),
                arguments("RecuperarReport by id", report, new ReportCodec.Query(Optional.of(ID), Optional.empty())),
                arguments(
                        "RecuperarReport by day",
                        report,
                        new ReportCodec.Query(Optional.empty(), Optional.of(LocalDate.of(2026, 3, 2)))),
                arguments(
                        "Resum", summary, new SummaryCodec.Query(Optional.empty(), Optional.empty(), Optional.empty())),
                arguments(
                        "Resum with criteria",
                        summary,
                        new SummaryCodec.Query(
                                Optional.of(AccessLevel.LOW),
                                Optional.of(NoticeKind.NOTIFICATION),
                                Optional.of(PERIOD))),
                as("Consulta of a citizen", new Caller.Citizen(Secret.of("token"))),
                as(
                        "Consulta for a person",
                        new Caller.Representative(
                                Secret.of("token"),
                                Optional.of(PersonDocument.nif(Nif.of("00000000T"))),
                                Optional.empty())),
                as(
                        "Consulta for a company",
                        new Caller.Representative(
                                Secret.of("token"),
                                Optional.empty(),
                                Optional.of(CompanyDocument.cif(Nif.of("A58818501"))))));
    }

    private static Stream<Arguments> searches() {
        SearchCodec codec = new SearchCodec();
        Search everything = Search.builder()
                .organisation("0899990001")
                .department("0899990001")
                .backOffice("BO")
                .recipient(RecipientCriteria.person(PersonDocument.nif(Nif.of("00000000T"))))
                .channelChange(false)
                .obliged(true)
                .title("llicència")
                .id(ID)
                .referencePrefix(REFERENCE)
                .registryNumber("S/000456-2026")
                .state(NotificationState.CANCELLED)
                .accessLevel(AccessLevel.LOW)
                .kind(NoticeKind.COMMUNICATION)
                .channel(Channel.PAPER)
                .seen(false)
                .siaProcedure("1")
                .classification("G")
                .expedient("X")
                .tramit("T")
                .caseNumber("1")
                .created(PERIOD)
                .registered(PERIOD)
                .deposited(PERIOD)
                .practised(PERIOD)
                .expiring(new Search.DayRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 2)))
                .build();
        RecipientCriteria company = new RecipientCriteria(
                List.of("a@example.org"),
                List.of("600"),
                Optional.empty(),
                Optional.of(new RecipientCriteria.CompanyCriteria(
                        Optional.of(CompanyDocument.vat("FR1", "FR")),
                        Optional.of("Exemple"),
                        Optional.of(new RecipientCriteria.PersonCriteria(
                                Optional.empty(),
                                Optional.of("Nom"),
                                Optional.of("Triat"),
                                Optional.of("Primer"),
                                Optional.of("Segon"))))));
        return Stream.of(
                arguments("Cerca without criteria", codec, query(Search.builder())),
                arguments("Cerca with everything", codec, new SearchCodec.Query(everything, 3)),
                arguments("Cerca by company", codec, query(Search.builder().recipient(company))),
                arguments(
                        "Cerca by contact",
                        codec,
                        query(Search.builder().recipient(RecipientCriteria.email("a@example.org")))),
                arguments("Cerca of practised", codec, query(Search.builder().state(Search.PRACTISED))),
                arguments("Cerca of rejected", codec, query(Search.builder().state(Search.REJECTED_IN_ANY_WAY))),
                arguments("Cerca in transit", codec, query(Search.builder().state(Search.IN_TRANSIT))));
    }

    private static SearchCodec.Query query(SearchBuilder search) {
        return new SearchCodec.Query(search.build(), 1);
    }

    private static Arguments as(String name, Caller caller) {
        return Arguments.of(
                name,
                Wire.write(
                        new ConsultCodec(),
                        new NtRequest<>(Optional.of("BO"), caller, new ConsultCodec.Query(ID, Sections.ALL))));
    }

    private static <Q, T> Arguments arguments(String name, NtCodec<Q, T> codec, Q body) {
        return Arguments.of(name, Wire.write(codec, body));
    }
}
