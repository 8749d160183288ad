package cat.eset.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Secret;
import cat.eset.core.id.Nif;
import cat.eset.notify.error.NoticeRefusedException;
import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.Channel;
import cat.eset.notify.notice.CompanyDocument;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.Recipient;
import cat.eset.notify.record.ChannelChange;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.Search;
import cat.eset.notify.record.Sections;
import cat.eset.notify.record.Summary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a citizen does, logged in with VALId (contract enotum 6.0, 6.5, 6.8). */
class CitizenDeskTest {

    private static Desk desk;
    private static ENotum enotum;

    @BeforeAll
    static void open() {
        desk = Desk.open();
        desk.consortium().enotum().createBackOffice("PADRO");
        enotum = desk.client(b -> b.backOffice("PADRO"));
    }

    @AfterAll
    static void close() {
        enotum.close();
        desk.close();
    }

    private static CitizenDesk citizen(String level) {
        return enotum.asCitizen(Secret.of(desk.consortium().enotum().logIn("00000000T", level)));
    }

    private static NotificationId deposited(Notice notice) {
        SendResult.Queued queued = (SendResult.Queued) enotum.send(desk.operation(), notice);
        desk.consortium().clock().advanceBy(Duration.ofMinutes(30));
        return queued.id();
    }

    @Test
    void acceptsAndThenReads() {
        NotificationId id = deposited(desk.registeredNotice());
        CitizenDesk maria = citizen("ALT");
        assertThatThrownBy(() -> maria.open(id)).isInstanceOf(ENotumException.class);

        assertThat(maria.accept(desk.operation(), id)).isEqualTo(new ActionResult.Done(id));

        assertThat(maria.open(id).state()).hasValue(NotificationState.ACCEPTED);
        assertThat(maria.reject(desk.operation(), id))
                .isInstanceOfSatisfying(
                        ActionResult.AlreadyDone.class,
                        done -> assertThat(done.error().code()).isEqualTo(3003));
        assertThat(enotum.consult(id, Sections.PEOPLE).practice()).isPresent();
    }

    @Test
    void rejects() {
        NotificationId id = deposited(desk.registeredNotice());

        assertThat(citizen("SUBSTANCIAL").reject(desk.operation(), id)).isEqualTo(new ActionResult.Done(id));

        assertThat(enotum.consult(id).state()).hasValue(NotificationState.REJECTED);
    }

    @Test
    void openingACommunicationAcceptsIt() {
        NotificationId id = deposited(Notice.communication("Un avis al vei")
                .to(Recipient.person(Nif.of("00000000T"), "Maria", "Exemple").email("maria@exemple.cat"))
                .resolution(Desk.PDF)
                .withoutRegistry()
                .build());
        assertThat(enotum.consult(id).state()).hasValue(NotificationState.DEPOSITED);

        citizen("ALT").open(id);

        assertThat(enotum.consult(id).state()).hasValue(NotificationState.ACCEPTED);
    }

    @Test
    void aLowLevelOfAssuranceIsNotEnough() {
        NotificationId id = deposited(desk.registeredNotice());

        assertThat(citizen("BAIX").accept(desk.operation(), id))
                .isInstanceOfSatisfying(
                        ActionResult.Refused.class,
                        refused -> assertThat(refused.error().code()).isEqualTo(1032));
    }

    @Test
    void aTokenThatIsNotGoodIsRefused() {
        assertThatThrownBy(() -> enotum.asCitizen(Secret.of("fals")).summary())
                .isInstanceOfSatisfying(
                        ENotumException.class, e -> assertThat(e.has(1050)).isTrue());
    }

    @Test
    void countsAndFindsTheCitizensOwn() {
        NotificationId mine = deposited(desk.registeredNotice());
        NotificationId other =
                deposited(desk.registeredNotice().readdressedTo(Recipient.company(Nif.of("A58818501"), "Exemple SA")));

        Summary summary = citizen("ALT").summary();
        List<NotificationId> found = new ArrayList<>();
        citizen("ALT").searchAll(Search.builder().build(), hit -> found.add(hit.id()));

        assertThat(summary.total()).isPositive();
        assertThat(summary.issuers())
                .singleElement()
                .satisfies(i -> assertThat(i.total()).isEqualTo(summary.total()));
        assertThat(found).contains(mine).doesNotContain(other);
        assertThat(citizen("ALT")
                        .summary(Optional.of(AccessLevel.HIGH), Optional.empty(), Optional.empty())
                        .total())
                .isZero();
    }

    @Test
    void aRepresentativeActsForACompany() {
        NotificationId id =
                deposited(desk.registeredNotice().readdressedTo(Recipient.company(Nif.of("A58818501"), "Exemple SA")));
        CitizenDesk representative = enotum.asRepresentativeOf(
                CompanyDocument.cif(Nif.of("A58818501")),
                Secret.of(desk.consortium().enotum().logIn("00000000T", "ALT")));

        assertThat(representative.accept(desk.operation(), id)).isEqualTo(new ActionResult.Done(id));
    }

    @Test
    void aChangeOfChannelIsForThoseBornOnPaperAndNeedsAContact() {
        NotificationId id = deposited(Notice.notification("Un acte en paper")
                .to(Recipient.person(Nif.of("00000000T"), "Maria", "Exemple"))
                .resolution(Desk.PDF)
                .complementingPaper()
                .registered("S/9-2026", desk.consortium().clock().instant())
                .build());

        assertThatThrownBy(() -> citizen("ALT")
                        .acceptAndChangeChannel(
                                desk.operation(),
                                id,
                                new ChannelChange(Channel.DIGITAL, Optional.empty(), Optional.empty())))
                .isInstanceOf(NoticeRefusedException.class)
                .hasMessageContaining("1042");
        assertThat(citizen("ALT")
                        .acceptAndChangeChannel(
                                desk.operation(), id, ChannelChange.toDigitalByEmail("maria@exemple.cat")))
                .isEqualTo(new ActionResult.Done(id));
        assertThat(enotum.consult(id, Sections.PEOPLE).recipients())
                .singleElement()
                .satisfies(r -> assertThat(r.channelChange()).isPresent());
    }
}
