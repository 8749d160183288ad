package cat.eset.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.id.Nif;
import cat.eset.core.party.IdentityDocument;
import cat.eset.core.privacy.PersonalDataFinding.Kind;
import cat.eset.core.privacy.PublishedIdentities.Named;
import cat.eset.core.privacy.SlottedText.Blocked;
import cat.eset.core.privacy.SlottedText.Ready;
import cat.eset.core.privacy.SlottedText.Slot;
import cat.eset.core.privacy.SlottedText.SlotKind;
import cat.eset.core.rule.RuleBrokenException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyTest {

    private static Named person(String name, String nif) {
        return new Named(name, Optional.of(IdentityDocument.of(Nif.of(nif))));
    }

    @ParameterizedTest(name = "legal-rules R12: {0} is shown as {1}")
    @CsvSource({
        "12345678X, ***4567**, true",
        "L1234567X, ****4567*, true",
        "ABC123456, *****3456, false",
        "XY12345678AB, *****4567***, false",
        "ABCD123XY, *****23XY, false"
    })
    void masks(String number, String shown, boolean confirmed) {
        assertThat(IdentityMask.mask(number)).isEqualTo(shown);
        assertThat(IdentityMask.isConfirmed(number)).isEqualTo(confirmed);
    }

    @Test
    void aNumberSoShortThatNothingIsHiddenIsRefused() {
        assertThatThrownBy(() -> IdentityMask.mask("1234")).hasMessageContaining("four");
        assertThat(IdentityMask.mask("12345")).isEqualTo("*2345");
    }

    @Test
    void anActNamesByNameAndMaskAndAnAnnouncementByNumberAlone() {
        Named one = person("Maria Exemple", "00000000T");
        Named none = new Named("Joan Sense Document", Optional.empty());

        assertThat(PublishedIdentities.ofAct(List.of(one, none)).lines())
                .containsExactly("Maria Exemple (***0000**)", "Joan Sense Document");
        assertThat(PublishedIdentities.ofAnnouncement(List.of(one, none)).lines())
                .containsExactly("00000000T", "Joan Sense Document");
        assertThatThrownBy(() -> PublishedIdentities.checkNeverBoth("Es notifica a MARIA EXEMPLE, 00.000.000-T", one))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessageContaining("never published together");
        PublishedIdentities.checkNeverBoth("Es notifica a Maria Exemple, ***0000**", one);
    }

    @Test
    void r16TwoPersonsWhoWouldReadTheSameNeedAPerson() {
        // Both show 0001: digits four to seven are the same.
        List<Named> same = List.of(person("Maria Exemple", "12300018V"), person("maria exemple", "45600019K"));

        assertThatThrownBy(() -> PublishedIdentities.ofAct(same))
                .isInstanceOf(RuleBrokenException.class)
                .hasMessageContaining("read the same")
                .hasMessageNotContaining("Maria");
    }

    @ParameterizedTest(name = "found: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "el senyor amb DNI 00000000T | IDENTITY_NUMBER | true",
                "dni 00.000.000-t. | IDENTITY_NUMBER | true",
                "NIE X-1234567-L | IDENTITY_NUMBER | true",
                "00000000A | IDENTITY_NUMBER | false",
                "compte ES91 2100 0418 4502 0005 1332 de | IBAN | true",
                "compte ES9121000418450200051333 | IBAN | false",
                "truqueu al 612 345 678 | PHONE | true",
                "+34 937710006 | PHONE | true",
                "escriviu a maria@exemple.cat avui | EMAIL | true",
                "martí.güell@exemple.cat | EMAIL | true"
            })
    void scan(String text, Kind kind, boolean control) {
        List<PersonalDataFinding> findings = PersonalDataScan.scan(text);

        assertThat(findings)
                .filteredOn(f -> f.kind() == kind)
                .hasSize(1)
                .allSatisfy(f -> assertThat(f.control()).isEqualTo(control));
    }

    @ParameterizedTest(name = "clean: {0}")
    @ValueSource(
            strings = {
                "Decret 12/2026, de 14 de març, expedient 0031/2026",
                "article 30.2 de la Llei 39/2015",
                "import de 12.345,67 euros",
                "CSV 4Q2MK9TD4XWBP6RH7",
                "***4567**"
            })
    void whatIsNotPersonalDataPasses(String text) {
        assertThat(PersonalDataScan.scan(text)).isEmpty();
    }

    @Test
    void theWholeFormHasTheDataAndThePublicOneHasNot() {
        SlottedText text = SlottedText.fill(
                "Concedir a {who}, amb DNI {id}, llicència a {where}.",
                Map.of(
                        "who", new Slot(SlotKind.PARTY, "Maria Exemple"),
                        "id", new Slot(SlotKind.IDENTITY_NUMBER, "00000000T"),
                        "where", new Slot(SlotKind.ADDRESS, "carrer Major, 1")));

        assertThat(text.whole()).isEqualTo("Concedir a Maria Exemple, amb DNI 00000000T, llicència a carrer Major, 1.");
        assertThat(text.publicForm())
                .isEqualTo(new Ready("Concedir a [PARTY], amb DNI ***0000**, llicència a [ADDRESS]."));
        assertThat(text.toString()).doesNotContain("00000000T").doesNotContain("Maria");
    }

    @Test
    void dataOutsideOfTheSlotsBlockThePublication() {
        SlottedText text = SlottedText.fill(
                "Vist l'escrit de {who} (tel. 612345678).", Map.of("who", new Slot(SlotKind.PARTY, "Maria")));

        assertThat(text.publicForm()).isInstanceOfSatisfying(Blocked.class, b -> {
            assertThat(b.findings()).extracting(PersonalDataFinding::kind).containsExactly(Kind.PHONE);
            assertThat(b.toString()).doesNotContain("612345678");
        });
        assertThat(text.publicForm(Slot::value)).isInstanceOf(Blocked.class);
    }

    @Test
    void aTemplateAndItsSlotsFit() {
        Map<String, Slot> slots = Map.of("who", new Slot(SlotKind.PARTY, "Maria"));

        assertThatThrownBy(() -> SlottedText.fill("no place", slots)).hasMessageContaining("place");
        assertThatThrownBy(() -> SlottedText.fill("{who} {other}", slots)).hasMessageContaining("slot");
        assertThatThrownBy(() -> SlottedText.fill("{who", slots)).hasMessageContaining("slot");
    }

    @ParameterizedTest(name = "a long text of {0} is scanned in time")
    @ValueSource(strings = {"a", "1", "6 ", "ES00 ", "a.", "@a.", "X1234567"})
    void hostileTextsAreScannedInTime(String piece) {
        Assumptions.assumeTrue(piece.length() > 0);
        String text = piece.repeat(200_000 / piece.length());

        Assertions.assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> PersonalDataScan.scan(text)))
                .doesNotThrowAnyException();
    }
}
