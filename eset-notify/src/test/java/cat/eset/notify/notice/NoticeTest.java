package cat.eset.notify.notice;

import static cat.eset.notify.notice.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.DocumentContent;
import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.id.Nif;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A notice refuses what the service would refuse (contract enotum 5, 6.1, 9, 14 and trap 5). */
class NoticeTest {

    private static final DocumentContent PDF =
            DocumentContent.of("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), MediaType.PDF);
    private static final PersonRecipient MARIA =
            Recipient.person(Nif.of("00000000T"), "Maria", "Exemple").email("maria@exemple.cat");
    private static final CompanyRecipient COMPANY = Recipient.company(Nif.of("A58818501"), "Exemple SA");

    private static NoticeBuilder notification() {
        return Notice.notification("Concessio de llicencia").to(MARIA).resolution(PDF);
    }

    private static NoticeBuilder communication() {
        return Notice.communication("Avis de tall de carrer").to(MARIA).resolution(PDF);
    }

    @Test
    void aPlainNotificationHasTheLegalPeriodAndASubstantialLevel() {
        Notice notice = notification().build();

        assertThat(notice.expiryDays()).hasValue(10);
        assertThat(notice.accessLevel()).isEqualTo(AccessLevel.SUBSTANTIAL);
        assertThat(notice.channel()).isEqualTo(Channel.DIGITAL);
        assertThat(notice.language()).isEqualTo(ContentLanguage.CATALAN);
        assertThat(notice.body()).isEqualTo("Us notifiquem el document adjunt.");
        assertThat(notice.registration()).isEqualTo(new Registration.ByENotum());
        assertThat(notice.resolution().wireName()).isEqualTo("resolucio.pdf");
    }

    @Test
    void aCommunicationNeverExpires() {
        assertThat(communication().build().expiryDays()).isEmpty();
        assertThatThrownBy(() -> communication().expiryDays(10).build()).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void titlesHave3To100Characters() {
        assertRefused(
                1006, () -> Notice.notification(" ").to(MARIA).resolution(PDF).build());
        assertRefused(
                1005, () -> Notice.notification("ab").to(MARIA).resolution(PDF).build());
        assertRefused(
                1005,
                () -> Notice.notification("a".repeat(101))
                        .to(MARIA)
                        .resolution(PDF)
                        .build());
        assertThat(Notice.notification("a".repeat(100))
                        .to(MARIA)
                        .resolution(PDF)
                        .build()
                        .title())
                .hasSize(100);
    }

    @Test
    void textsKeepTheirLimits() {
        assertRefused(1003, () -> notification().body(" ").build());
        assertRefused(101, () -> notification().body("a".repeat(4001)).build());
        assertRefused(728, () -> notification().expedient("ab").build());
        assertRefused(728, () -> notification().expedient("a".repeat(51)).build());
        assertRefused(730, () -> notification().tramit("ab").build());
        assertRefused(1013, () -> notification().registryOffice("12A").build());
        assertRefused(1014, () -> notification().organisationalUnit("U1").build());
    }

    @Test
    void fewerDaysThanTheLegalPeriodHaveToBeForced() {
        assertThatThrownBy(() -> notification().expiryDays(9))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("43.2");
        assertThatThrownBy(() -> notification().expiryDaysBelowTheLegalPeriod(10))
                .isInstanceOf(InvalidValueException.class);
        assertRefused(1007, () -> notification().expiryDays(181));
        assertThat(notification().expiryDays(180).build().expiryDays()).hasValue(180);
        assertThat(notification().expiryDaysBelowTheLegalPeriod(5).build().expiryDays())
                .hasValue(5);
    }

    @Test
    void remindersAreAtMostFortyPercentOfTheDays() {
        assertThat(notification().reminderDays(List.of(2, 4, 6, 8)).build().reminderDays())
                .hasSize(4);
        assertRefused(
                1008, () -> notification().reminderDays(List.of(1, 2, 3, 4, 5)).build());
        assertThat(notification()
                        .expiryDays(20)
                        .reminderDays(List.of(1, 2, 3, 4, 5, 6, 7, 8))
                        .build()
                        .reminderDays())
                .hasSize(8);
    }

    /** Contract enotum 6.1: without any the service sends one half-way, however short the life is. */
    @Test
    void oneReminderIsNeverTooMany() {
        for (int life : List.of(1, 2, 3, 4)) {
            assertThat(notification()
                            .expiryDaysBelowTheLegalPeriod(life)
                            .reminderDays(List.of(1))
                            .build()
                            .reminderDays())
                    .hasSize(1);
            assertRefused(
                    1008,
                    () -> notification()
                            .expiryDaysBelowTheLegalPeriod(life)
                            .reminderDays(List.of(1, 2))
                            .build());
        }
        assertThat(notification()
                        .expiryDaysBelowTheLegalPeriod(5)
                        .reminderDays(List.of(1, 2))
                        .build()
                        .reminderDays())
                .hasSize(2);
    }

    @Test
    void onlyACommunicationGoesWithoutRegistryAndOnlyANotificationOnPaper() {
        assertRefused(1012, () -> notification().withoutRegistry().build());
        assertThat(communication().withoutRegistry().build().registration()).isEqualTo(new Registration.Without());
        assertRefused(723, () -> communication().complementingPaper().build());
        assertRefused(717, () -> notification().registered(" ", java.time.Instant.EPOCH));
    }

    @Test
    void aNaturalPersonNeedsAContactUnlessObligedOrOnPaper() {
        PersonRecipient unreachable = Recipient.person(Nif.of("00000000T"), "Maria", "Exemple");

        assertRefused(
                701,
                () -> Notice.notification("Concessio")
                        .to(unreachable)
                        .resolution(PDF)
                        .build());
        assertThat(Notice.notification("Concessio")
                        .to(unreachable.obligedToElectronic())
                        .resolution(PDF)
                        .build())
                .isNotNull();
        assertThat(Notice.notification("Concessio")
                        .to(unreachable)
                        .resolution(PDF)
                        .complementingPaper()
                        .build())
                .isNotNull();
        assertThat(Notice.notification("Concessio").to(COMPANY).resolution(PDF).build())
                .isNotNull();
    }

    @ParameterizedTest(name = "contract enotum trap 27: a number that starts with {0}")
    @ValueSource(strings = {"P", "Q", "S"})
    void whatLooksLikeAPublicBodyIsRefusedUnlessVouchedFor(String letter) {
        CompanyRecipient body = Recipient.company(publicNumber(letter), "Un ens");

        assertRefused(
                720,
                () -> Notice.notification("Concessio").to(body).resolution(PDF).build());
        assertThat(Notice.notification("Concessio")
                        .to(body.notAPublicBody())
                        .resolution(PDF)
                        .build())
                .isNotNull();
    }

    private static Nif publicNumber(String letter) {
        for (char c : "ABCDEFGHIJ0123456789".toCharArray()) {
            Nif nif = Nif.of(letter + "0801175" + c);
            if (nif.hasValidControl()) {
                return nif;
            }
        }
        throw new AssertionError("no control character fits");
    }

    @Test
    void oneRecordForSeveralIsAnExplicitChoiceWithOneHolderAtMost() {
        Notice shared = Notice.notification("Concessio")
                .toOneRecordForAll(List.of(MARIA.asHolder(), COMPANY))
                .resolution(PDF)
                .build();

        assertThat(shared.recipients()).hasSize(2);
        assertRefused(
                708,
                () -> Notice.notification("Concessio")
                        .toOneRecordForAll(List.of(MARIA.asHolder(), COMPANY.asHolder()))
                        .resolution(PDF)
                        .build());
        assertRefused(
                101,
                () -> Notice.notification("Concessio")
                        .toOneRecordForAll(Collections.nCopies(101, MARIA))
                        .resolution(PDF)
                        .build());
    }

    @Test
    void readdressingKeepsEverythingButTheRecipient() {
        Notice first =
                notification().expedient("X-2026/12").appeals("Reposicio").build();
        Notice second = first.readdressedTo(COMPANY);

        assertThat(second.recipients()).containsExactly(COMPANY);
        assertThat(second.expedient()).hasValue("X-2026/12");
        assertThat(second.appeals()).hasValue("Reposicio");
        assertThat(first.recipients()).containsExactly(MARIA);
    }

    @Test
    void oneResolutionAndFourAnnexesAtMost() {
        NoticeBuilder four = notification();
        for (int i = 0; i < 4; i++) {
            four.annex(NoticeDocument.of("annex" + i + ".pdf", PDF));
        }

        assertThat(four.build().annexes()).hasSize(4);
        assertRefused(
                922, () -> four.annex(NoticeDocument.of("annex5.pdf", PDF)).build());
    }

    @Test
    void nothingPrintsWhoOrWhat() {
        Notice notice = notification().expedient("X-2026/12").build();

        assertThat(notice.toString() + MARIA + COMPANY + MARIA.contacts())
                .doesNotContain("Maria", "Exemple", "exemple.cat", "00000000T", "llicencia", "X-2026");
    }
}
