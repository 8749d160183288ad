package cat.eset.signature.dss.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another build may bring another Bouncy Castle: from 1.85 on its known flaws are mended (local-signature 1). */
class LibrarySetTest {

    @Test
    void theSetThatIsLoadedHereIsGood() {
        assertThatCode(LibrarySet::check).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.84", "1.83", "1.78.1", "1.70", "0.99", "unknown", ""})
    void oldOnesAreRefused(String version) {
        assertThat(LibrarySet.isOld(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.85", "1.87", "1.100", "2.0", "1.87-SNAPSHOT"})
    void newOnesAreNot(String version) {
        assertThat(LibrarySet.isOld(version)).isFalse();
    }
}
