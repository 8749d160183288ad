package cat.eset.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;
import cat.eset.core.Sha256;
import cat.eset.core.id.Nif;
import cat.eset.notify.error.NoticeRefusedException;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.NoticeDocument;
import cat.eset.notify.notice.Recipient;
import cat.eset.notify.record.EvidencePdf;
import cat.eset.notify.record.EvidenceXml;
import cat.eset.notify.record.NotificationDetail;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.PaperPractice;
import cat.eset.notify.record.Report;
import cat.eset.notify.record.Search;
import cat.eset.notify.record.SearchHit;
import cat.eset.notify.record.Sections;
import cat.eset.testkit.enotum.StoredNotification;
import cat.eset.testkit.pci.PciExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** Every operation of the back office through real sockets, against a service that was written from the contract. */
class LifeOfANotificationTest {

    private static Desk desk;
    private static ENotum enotum;

    @BeforeAll
    static void open() {
        desk = Desk.open();
        enotum = desk.client();
    }

    @AfterAll
    static void close() {
        enotum.close();
        desk.close();
    }

    private static NotificationId sent() {
        return sent(desk.registeredNotice());
    }

    private static NotificationId sent(Notice notice) {
        SendResult result = enotum.send(desk.operation(), notice);
        return result.fold(
                SendResult.Queued::id,
                refused -> {
                    throw new AssertionError(refused.failure().toString());
                },
                unknown -> {
                    throw new AssertionError(unknown.failure().toString());
                });
    }

    private static void pass(Duration time) {
        desk.consortium().clock().advanceBy(time);
    }

    private static NotificationId deposited() {
        NotificationId id = sent();
        pass(Duration.ofMinutes(30));
        assertThat(enotum.consult(id).state()).hasValue(NotificationState.DEPOSITED);
        return id;
    }

    @Test
    void aSendTravelsAsAttachmentOnMutualTlsAndAQuestionIsSigned() {
        NotificationId id = sent();
        enotum.consult(id);
        pass(Duration.ofMinutes(30));

        List<PciExchange> exchanges = desk.consortium().pci().exchanges();
        PciExchange send = last(exchanges, "PeticioProcessarTramesa");
        assertThat(send.authentication()).isEqualTo("TLS");
        assertThat(send.attachments()).isEqualTo(1);
        assertThat(last(exchanges, "PeticioConsulta").authentication()).startsWith("WSS");
        StoredNotification stored = desk.consortium().enotum().find(id.value()).orElseThrow();
        assertThat(stored.documents())
                .singleElement()
                .satisfies(d ->
                        assertThat(d.sha256Hex()).isEqualTo(Desk.PDF.sha256().hex()));
        assertThat(stored.registryNumber()).isEqualTo("S/000456-2026");
    }

    private static PciExchange last(List<PciExchange> exchanges, String operation) {
        return exchanges.stream()
                .filter(e -> e.operation().equals(operation))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    @Test
    void severalDocumentsAndPeopleArriveAsSent() {
        Notice notice = Notice.notification("Un acte amb annexos")
                .toOneRecordForAll(List.of(
                        Recipient.person(Nif.of("00000000T"), "Maria", "Exemple")
                                .email("maria@exemple.cat")
                                .asHolder(),
                        Recipient.company(Nif.of("A58818501"), "Exemple SA")))
                .resolution(Desk.PDF)
                .annex(NoticeDocument.of("Plànol.pdf", Desk.PDF))
                .registered("S/000457-2026", desk.consortium().clock().instant())
                .build();

        NotificationId id = sent(notice);

        StoredNotification stored = desk.consortium().enotum().find(id.value()).orElseThrow();
        assertThat(stored.recipients()).containsExactly("00000000T", "A58818501");
        assertThat(stored.documents())
                .extracting(StoredNotification.StoredDocument::name)
                .containsExactly("resolucio.pdf", "Planol.pdf");
    }

    @Test
    void aDocumentMayBeAReferenceToTheDocumentStore() throws IOException {
        String reference = "cpd2-11111111-2222-4333-8444-555555555555";
        desk.consortium().enotum().putInDocumentStore(reference, Desk.PDF.readAllBytes());

        NotificationId id = sent(Notice.notification("Un acte desat")
                .to(Recipient.company(Nif.of("A58818501"), "Exemple SA"))
                .resolution(NoticeDocument.desalFile("decret.pdf", reference).withSha256(Desk.PDF.sha256()))
                .registered("S/000460-2026", desk.consortium().clock().instant())
                .build());

        assertThat(last(desk.consortium().pci().exchanges(), "PeticioProcessarTramesa")
                        .attachments())
                .isZero();
        assertThat(desk.consortium().enotum().find(id.value()).orElseThrow().documents())
                .singleElement()
                .satisfies(d ->
                        assertThat(d.sha256Hex()).isEqualTo(Desk.PDF.sha256().hex()));
    }

    @Test
    void theSealOfTheEvidenceHoldsOverTheBytesThatAreKept() throws Exception {
        NotificationId id = deposited();
        desk.consortium().enotum().accept(id.value());
        pass(Duration.ofMinutes(30));

        EvidenceXml xml = enotum.evidenceXml(id);

        for (DocumentContent kept :
                List.of(xml.deposit().orElseThrow(), xml.practice().orElseThrow())) {
            assertThat(isSealed(kept.readAllBytes())).isTrue();
            assertThat(isSealed(new String(kept.readAllBytes(), StandardCharsets.UTF_8)
                            .replace("Concessio", "Denegacio")
                            .getBytes(StandardCharsets.UTF_8)))
                    .isFalse();
        }
    }

    private static boolean isSealed(byte[] evidence) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(evidence));
        DOMValidateContext context = new DOMValidateContext(
                desk.consortium().pki().enotumSeal().certificate().getPublicKey(),
                document.getElementsByTagNameNS("*", "Signature").item(0));
        return XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(context)
                .validate(context);
    }

    @Test
    void acceptedByTheCitizenItHasItsEvidence() throws IOException {
        NotificationId id = deposited();
        desk.consortium().enotum().accept(id.value());
        pass(Duration.ofMinutes(30));

        NotificationDetail detail = enotum.consult(id, Sections.ALL);
        assertThat(detail.state()).hasValue(NotificationState.ACCEPTED);
        assertThat(detail.status().orElseThrow().practisedAt()).isPresent();
        assertThat(detail.recipients())
                .singleElement()
                .satisfies(r -> assertThat(r.signed()).isTrue());
        assertThat(detail.practice()).isPresent();

        EvidenceXml xml = enotum.evidenceXml(id);
        assertThat(xml.deposit()).isPresent();
        assertThat(xml.practice()).isPresent();
        assertThat(xml.cancellation()).isEmpty();
        EvidencePdf pdf = enotum.evidencePdf(id);
        byte[] bytes = pdf.content().readAllBytes();
        assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf.content().sha256()).isEqualTo(Sha256.of(bytes));
    }

    @Test
    void evidenceIsNotMadeBeforeTheDeposit() {
        NotificationId id = sent();

        assertThatThrownBy(() -> enotum.evidenceXml(id))
                .isInstanceOfSatisfying(
                        ENotumException.class, e -> assertThat(e.has(3020)).isTrue());
    }

    @Test
    void aNumberThatDoesNotExistIsError1010() {
        assertThatThrownBy(() -> enotum.consult(NotificationId.of(1)))
                .isInstanceOfSatisfying(
                        ENotumException.class, e -> assertThat(e.has(1010)).isTrue());
    }

    @Test
    void aSearchWalksEveryRowOnce() {
        List<Long> sent = new ArrayList<>();
        for (int i = 0; i < 53; i++) {
            sent.add(sent(Notice.communication("Un avis numerat")
                            .to(Recipient.company(Nif.of("A58818501"), "Exemple SA"))
                            .resolution(Desk.PDF)
                            .withoutRegistry()
                            .tramit("RECOMPTE")
                            .build())
                    .value());
        }

        List<Long> found = new ArrayList<>();
        enotum.searchAll(
                Search.builder().tramit("RECOMPTE").build(),
                hit -> found.add(hit.id().value()));

        assertThat(found).containsExactlyElementsOf(sent);
        assertThat(enotum.search(Search.builder().tramit("RECOMPTE").build(), 2).hits())
                .hasSize(3);
        try (Desk other = Desk.open();
                ENotum there = other.client()) {
            other.consortium().enotum().ignoreOrderOfSearches();
            found.clear();
            for (int i = 0; i < 53; i++) {
                there.send(other.operation(), other.registeredNotice());
            }

            there.searchAll(Search.builder().build(), hit -> found.add(hit.id().value()));

            assertThat(found).hasSize(53).doesNotHaveDuplicates();
        }
    }

    @Test
    void aSearchTellsWhenItExpires() {
        NotificationId id = deposited();

        SearchHit hit = enotum.search(Search.builder().id(id).build(), 1).hits().get(0);

        Instant limit = desk.consortium()
                .enotum()
                .find(id.value())
                .orElseThrow()
                .limit()
                .orElseThrow();
        assertThat(hit.expiresAt().orElseThrow().getEpochSecond()).isEqualTo(limit.getEpochSecond());
    }

    @Test
    void cancelledItStaysCancelled() {
        NotificationId id = deposited();
        OperationId operation = desk.operation();

        assertThat(enotum.cancel(operation, id, "Error material")).isEqualTo(new ActionResult.Done(id));
        assertThat(enotum.cancel(desk.operation(), id, "Altre cop"))
                .isInstanceOfSatisfying(
                        ActionResult.AlreadyDone.class,
                        done -> assertThat(done.error().code()).isEqualTo(3038));
        NotificationDetail detail = enotum.consult(id);
        assertThat(detail.state()).hasValue(NotificationState.CANCELLED);
        assertThat(detail.status().orElseThrow().cancellationReason()).hasValue("Error material");
        assertThat(enotum.evidenceXml(id).cancellation()).isPresent();
    }

    @Test
    void acceptedOnPaperItIsRecordedByTheTownHall() {
        NotificationId id = sent(Notice.notification("Un acte en paper")
                .to(Recipient.person(Nif.of("00000000T"), "Maria", "Exemple"))
                .resolution(Desk.PDF)
                .complementingPaper()
                .registered("S/000458-2026", desk.consortium().clock().instant())
                .build());
        pass(Duration.ofMinutes(30));

        ActionResult result = enotum.recordPaperAcceptance(
                desk.operation(),
                id,
                new PaperPractice(
                        Nif.of("00000001R"), desk.consortium().clock().instant().minusSeconds(60), "ACUSE-1"));

        assertThat(result).isEqualTo(new ActionResult.Done(id));
        assertThat(enotum.consult(id, Sections.PEOPLE).practice())
                .hasValueSatisfying(p -> assertThat(p).isInstanceOf(cat.eset.notify.record.Practice.OnPaper.class));
    }

    @Test
    void aReportTellsTheStateOfOneAndTheChangesOfADay() {
        NotificationId id = deposited();
        LocalDate today =
                cat.eset.core.LegalTime.dateOf(desk.consortium().clock().instant());

        Report one = enotum.report(id).orElseThrow();
        assertThat(one.entries()).singleElement().satisfies(e -> {
            assertThat(e.id()).isEqualTo(id);
            assertThat(e.state()).isEqualTo(NotificationState.DEPOSITED);
        });
        assertThat(enotum.reportOfDay(today).orElseThrow().entries())
                .extracting(Report.Entry::id)
                .contains(id);
        assertThat(enotum.reportOfDay(today.minusYears(1)).map(Report::entries).orElse(List.of()))
                .isEmpty();
    }

    @Test
    void whatDependsOnTheTownHallIsRefusedBeforeSending() {
        long before = desk.consortium().pci().exchanges().size();
        Instant now = desk.consortium().clock().instant();

        assertThatThrownBy(
                        () -> enotum.send(desk.operation(), Desk.notice().registered("S/1-2026", now.plusSeconds(60))))
                .isInstanceOf(NoticeRefusedException.class)
                .hasMessageContaining("716");
        assertThatThrownBy(() -> enotum.send(
                        desk.operation(), Desk.notice().registered("S/1-2026", now.minus(Duration.ofDays(31)))))
                .isInstanceOf(NoticeRefusedException.class)
                .hasMessageContaining("716");
        try (ENotum small = desk.client(
                b -> b.limits(ServiceLimits.documented().withAttachedBytes(3).registeringInSarcat()))) {
            assertThatThrownBy(() -> small.send(desk.operation(), desk.registeredNotice()))
                    .isInstanceOf(NoticeRefusedException.class)
                    .hasMessageContaining("914");
        }
        assertThat(desk.consortium().pci().exchanges()).hasSize((int) before);
    }

    @Test
    void whatTheServiceRefusesCarriesItsNumberAndRemedy() {
        Notice unknownTag = Notice.notification("Un acte amb etiqueta")
                .to(Recipient.company(Nif.of("A58818501"), "Exemple SA"))
                .resolution(Desk.PDF)
                .tag("una-etiqueta-que-ningu-no-ha-pactat")
                .registered("S/000459-2026", desk.consortium().clock().instant())
                .build();

        assertThat(enotum.send(desk.operation(), unknownTag))
                .isInstanceOfSatisfying(SendResult.Refused.class, refused -> {
                    assertThat(refused.error().code()).isEqualTo(1100);
                    assertThat(refused.failure().toString())
                            .contains("1100", refused.error().remedy());
                });
    }

    @Test
    void smallDocumentsCanTravelInline() {
        try (ENotum inline = desk.client(b -> b.documentTransport(DocumentTransport.INLINE_WHEN_SMALL))) {
            OperationId operation = desk.operation();

            assertThat(inline.send(operation, desk.registeredNotice())).isInstanceOf(SendResult.Queued.class);

            PciExchange send = last(desk.consortium().pci().exchanges(), "PeticioProcessarTramesa");
            assertThat(send.attachments()).isZero();
            assertThat(send.authentication()).startsWith("WSS");
            assertThat(desk.held(operation).get(0).documents().get(0).sha256Hex())
                    .isEqualTo(Desk.PDF.sha256().hex());
        }
    }

    @Test
    void evidenceIsNotFetchedFromAHostThatWasNotAllowed() {
        NotificationId id = deposited();
        desk.consortium().enotum().accept(id.value());
        pass(Duration.ofMinutes(30));

        try (ENotum wary = desk.client(b -> b.evidenceHosts(java.util.Set.of("desal.aoc.cat")))) {
            assertThatThrownBy(() -> wary.evidencePdf(id)).isInstanceOf(cat.eset.core.EsetException.class);
        }
    }
}
