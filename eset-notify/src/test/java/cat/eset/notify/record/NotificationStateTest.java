package cat.eset.notify.record;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.notification.RemoteState;
import cat.eset.notify.notice.ContentLanguage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The states of contract enotum 4. */
class NotificationStateTest {

    @ParameterizedTest(name = "contract enotum 4.2: {0} -> {1}: {2}")
    @CsvSource({
        "PENDENT, REGISTRADA, true",
        "PENDENT, ERROR, true",
        "PENDENT, ACCEPTADA, true",
        "REGISTRADA, DIPOSITADA, true",
        "REGISTRADA, PENDENT, false",
        "DIPOSITADA, ACCEPTADA, true",
        "DIPOSITADA, REBUTJADA, true",
        "DIPOSITADA, EXPIRADA, true",
        "DIPOSITADA, ERROR, true",
        "DIPOSITADA, REGISTRADA, false",
        "ACCEPTADA, DIPOSITADA, false",
        "ACCEPTADA, EXPIRADA, false",
        "ACCEPTADA, ERROR, false",
        "ACCEPTADA, ANUL·LADA, true",
        "EXPIRADA, ANUL·LADA, true",
        "REBUTJADA, ANUL·LADA, true",
        "ERROR, PENDENT, true",
        "ERROR, DIPOSITADA, true",
        "ERROR, ERROR, false",
        "ANUL·LADA, ACCEPTADA, false",
        "ANUL·LADA, ERROR, false",
        "DIPOSITADA, DIPOSITADA, false",
        "DIPOSITADA, NOVETAT, true",
        "NOVETAT, ACCEPTADA, true",
        "ANUL·LADA, NOVETAT, false"
    })
    void neverGoesBackwardsExceptAsTheNoteSays(String from, String to, boolean allowed) {
        assertThat(NotificationState.of(from).canBecome(NotificationState.of(to)))
                .isEqualTo(allowed);
    }

    @Test
    void theCancelledLiteralHasAMiddleDot() {
        assertThat(NotificationState.CANCELLED.literal())
                .isEqualTo("ANUL\u00b7LADA")
                .hasSize(9);
        assertThat(NotificationState.of("ANUL.LADA").isKnown()).isFalse();
    }

    @Test
    void aStateThatIsNotKnownIsKept() {
        NotificationState state = NotificationState.of("NOVETAT");

        assertThat(state.isKnown()).isFalse();
        assertThat(state.remoteState()).isEqualTo(RemoteState.UNRECOGNISED);
        assertThat(state.label(ContentLanguage.CATALAN)).isEqualTo("NOVETAT");
    }

    @ParameterizedTest(name = "labels of {0}")
    @CsvSource({
        "PENDENT, Pendent, Pendiente, Pending",
        "DIPOSITADA, Dipositada, Puesta a disposición, At disposal",
        "REBUTJADA, Rebutjada, Rechazada, Rejected",
        "ANUL·LADA, Anul·lada, Anulada, Cancelled"
    })
    void hasLabelsInThreeLanguages(String literal, String ca, String es, String en) {
        NotificationState state = NotificationState.of(literal);

        assertThat(state.label(ContentLanguage.CATALAN)).isEqualTo(ca);
        assertThat(state.label(ContentLanguage.ARANESE)).isEqualTo(ca);
        assertThat(state.label(ContentLanguage.SPANISH)).isEqualTo(es);
        assertThat(state.label(ContentLanguage.ENGLISH)).isEqualTo(en);
    }

    @ParameterizedTest(name = "contract enotum 4.1: word {0} of version 3 is {1}")
    @CsvSource({
        "0, PENDENT",
        "1, REGISTRADA",
        "3, DIPOSITADA",
        "7, DIPOSITADA",
        "47, ACCEPTADA",
        "31, REBUTJADA",
        "19, EXPIRADA",
        "23, EXPIRADA",
        "1024, ERROR",
        "2048, ERROR",
        "512, ANUL·LADA",
        "1023, ANUL·LADA"
    })
    void readsTheWordsOfVersion3(int word, String literal) {
        assertThat(NotificationState.ofLegacyWord(word).literal()).isEqualTo(literal);
    }
}
