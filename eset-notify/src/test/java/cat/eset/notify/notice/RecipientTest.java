package cat.eset.notify.notice;

import static cat.eset.notify.notice.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.id.Nif;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recipients refuse what the service would refuse (contract enotum 5.1, 5.2, 8, 14). */
class RecipientTest {

    private static PersonRecipient maria() {
        return Recipient.person(Nif.of("00000000T"), "Maria", "Exemple");
    }

    @Test
    void namesHave1To50Characters() {
        Nif nif = Nif.of("00000000T");
        assertRefused(702, () -> Recipient.person(nif, " ", "Exemple"));
        assertRefused(703, () -> Recipient.person(nif, "Maria", ""));
        assertRefused(725, () -> Recipient.person(nif, "m".repeat(51), "Exemple"));
        assertRefused(726, () -> Recipient.person(nif, "Maria", "e".repeat(51)));
        assertRefused(727, () -> maria().secondSurname("e".repeat(51)));
        assertRefused(705, () -> Recipient.company(Nif.of("A58818501"), " "));
    }

    @Test
    void identityNumbersCarryTheirControlCharacter() {
        assertRefused(615, () -> Recipient.person(Nif.of("00000000A"), "Maria", "Exemple"));
        assertRefused(614, () -> Recipient.company(Nif.of("A58818502"), "Exemple SA"));
        assertRefused(719, () -> Recipient.person(Nif.of("A58818501"), "Maria", "Exemple"));
        assertRefused(719, () -> Recipient.company(Nif.of("00000000T"), "Exemple SA"));
    }

    @Test
    void foreignDocumentsCarryTheirCountry() {
        assertThat(PersonDocument.passport("AB123", "FR")).isInstanceOf(PersonDocument.Passport.class);
        assertRefused(616, () -> PersonDocument.passport("ab 123", "FR"));
        assertRefused(618, () -> PersonDocument.passport("AB123", "ZZ"));
        assertRefused(619, () -> CompanyDocument.vat("FR-123", "FR"));
        assertRefused(621, () -> CompanyDocument.vat("FR123", "fr"));
        assertThat(CompanyDocument.vat("EL123456789", "EL")).isInstanceOf(CompanyDocument.Vat.class);
    }

    @ParameterizedTest(name = "contract enotum 8: {0} goes out as {1}")
    @CsvSource({
        "600 123 456, 600123456",
        "+34 600-123-456, 600123456",
        "0034600123456, 600123456",
        "938 00 00 00, 938000000",
        "711234567, 711234567",
        "+33 6 12 34 56 78, 0033612345678",
        "0044 20 7946 0958, 00442079460958"
    })
    void phonesAreNormalised(String written, String sent) {
        assertThat(maria().phone(written).contacts().phones()).containsExactly(sent);
    }

    @ParameterizedTest(name = "error 630: {0}")
    @ValueSource(strings = {"700123456", "751234567", "60012345", "6001234567", "abc", "", "+34 512345678", "00"})
    void malformedPhonesAreRefused(String written) {
        assertRefused(630, () -> maria().phone(written));
    }

    @ParameterizedTest(name = "error 613: {0}")
    @ValueSource(
            strings = {
                "maria",
                "maria@",
                "@exemple.cat",
                "maria@exemple",
                "ma ria@exemple.cat",
                "a..b@exemple.cat",
                "maria@-exemple.cat",
                "maria@exemple.cat,altra@exemple.cat"
            })
    void malformedAddressesAreRefused(String written) {
        assertRefused(613, () -> maria().email(written));
    }

    @Test
    void aNoticePersonNeedsAContact() {
        assertRefused(707, () -> new Contacts.NoticePerson("Pau", Optional.empty(), Optional.empty()));
        assertThat(maria().noticePerson(Contacts.NoticePerson.byPhone("Pau", "+34600123456"))
                        .contacts()
                        .noticePersons()
                        .get(0)
                        .phone())
                .hasValue("600123456");
    }

    @Test
    void onlyTheLawMakesElectronicMeansCompulsory() {
        assertThat(maria().electronicIsCompulsory()).isFalse();
        assertThat(maria().obligedToElectronic().electronicIsCompulsory()).isTrue();
        assertThat(Recipient.company(Nif.of("A58818501"), "Exemple SA").electronicIsCompulsory())
                .isTrue();
    }
}
