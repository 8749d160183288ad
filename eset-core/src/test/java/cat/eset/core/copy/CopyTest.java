package cat.eset.core.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cat.eset.core.Sha256;
import cat.eset.core.copy.VerifiableDocument.Verification;
import cat.eset.core.eni.EniElaboration;
import cat.eset.core.id.Csv;
import cat.eset.core.id.EniDocumentId;
import cat.eset.core.rule.RuleBrokenException;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CopyTest {

    @ParameterizedTest(name = "legal-rules R10: {0} is {1}")
    @CsvSource({
        "SAME_ORIGINAL, EE01",
        "FORMAT_CHANGE, EE02",
        "PAPER_TO_ELECTRONIC, EE03",
        "PARTIAL, EE04",
        "PLAIN, EE99"
    })
    void elaboration(CopyKind kind, String code) {
        assertThat(kind.elaboration()).isEqualTo(EniElaboration.of(code));
    }

    @ParameterizedTest
    @EnumSource(CopyKind.class)
    void aPlainCopyIsNoSourceOfAnAuthenticOne(CopyKind kind) {
        kind.checkSource(EniElaboration.ORIGINAL);
        kind.checkSource(EniElaboration.COPY_OF_PAPER);
        if (kind.isAuthentic()) {
            assertThatThrownBy(() -> kind.checkSource(EniElaboration.OTHER))
                    .isInstanceOf(RuleBrokenException.class)
                    .hasMessageContaining("47.2");
        } else {
            kind.checkSource(EniElaboration.OTHER);
        }
    }

    @Test
    void aDigitisationHasAtLeast200PointsPerInch() {
        CopyKind.PAPER_TO_ELECTRONIC.checkResolution(200);
        assertThatThrownBy(() -> CopyKind.PAPER_TO_ELECTRONIC.checkResolution(199))
                .isInstanceOf(RuleBrokenException.class);
    }

    @Test
    void r11WhatIsServedIsComparedWithWhatGotTheCode() {
        Sha256 bytes = Sha256.of(new byte[] {1});
        Sha256 other = Sha256.of(new byte[] {2});
        Instant created = Instant.parse("2026-03-01T09:00:00Z");
        Instant until = Instant.parse("2031-03-01T09:00:00Z");
        VerifiableDocument document = new VerifiableDocument(
                Csv.random(new Random(1)),
                EniDocumentId.of("ES_L01080253_2026_X"),
                bytes,
                created,
                until,
                Optional.empty());

        assertThat(document.verify(bytes, created)).isEqualTo(Verification.AUTHENTIC);
        assertThat(document.verify(other, created)).isEqualTo(Verification.ALTERED);
        assertThat(document.verify(bytes, until)).isEqualTo(Verification.EXPIRED);
        assertThat(document.revoked(created.plusSeconds(60)).verify(bytes, created.plusSeconds(60)))
                .isEqualTo(Verification.REVOKED);
        assertThatThrownBy(() -> new VerifiableDocument(
                        document.csv(), document.document(), bytes, created, created, Optional.empty()))
                .hasMessageContaining("some time");
    }
}
