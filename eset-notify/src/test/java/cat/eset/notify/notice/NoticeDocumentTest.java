package cat.eset.notify.notice;

import static cat.eset.notify.notice.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** File names and references of documents (contract enotum 5.5 and 9). */
class NoticeDocumentTest {

    private static final DocumentContent PDF = DocumentContent.of(new byte[] {1, 2, 3}, MediaType.PDF);

    @ParameterizedTest(name = "error 1039 is avoided: {0} goes out as {1}")
    @CsvSource({
        "Resolució.pdf, Resolucio.pdf",
        "Llicència d'obres.PDF, Llicencia d_obres.pdf",
        "Anul·lació.pdf, Anullacio.pdf",
        "ñandú çedilla.pdf, nandu cedilla.pdf",
        "decret, decret.pdf"
    })
    void namesGoOutInAsciiAndStayPrettyHere(String pretty, String sent) {
        NoticeDocument document = NoticeDocument.of(pretty, PDF);

        assertThat(document.wireName()).isEqualTo(sent);
        assertThat(document.name()).startsWith(pretty);
    }

    @Test
    void namesHaveAtMost100CharactersAndAnExtension() {
        assertRefused(925, () -> NoticeDocument.of("a".repeat(97) + ".pdf", PDF));
        assertThat(NoticeDocument.of("a".repeat(96) + ".pdf", PDF).wireName()).hasSize(100);
        assertRefused(911, () -> NoticeDocument.desalFile("decret", "11111111-2222-4333-8444-555555555555"));
        assertRefused(911, () -> NoticeDocument.of(".pdf", PDF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11111111-2222-4333-8444-555555555555", "cpd2-11111111-2222-4333-8444-555555555555"})
    void aDesalFileMayHaveATenantPrefix(String reference) {
        assertThat(NoticeDocument.desalFile("decret.pdf", reference).sha256()).isEmpty();
    }

    @Test
    void aDesalReferenceIsCheckedAndMayCarryItsDigest() {
        assertRefused(912, () -> NoticeDocument.desalFile("decret.pdf", "cpd22-1234"));
        Sha256 digest = Sha256.of(new byte[] {1});
        assertThat(NoticeDocument.desalDocument("decret.pdf", new UUID(1, 2))
                        .withSha256(digest)
                        .sha256())
                .hasValue(digest);
    }

    @Test
    void contentBringsItsOwnDigest() {
        assertThat(NoticeDocument.of("decret.pdf", PDF).sha256()).hasValue(PDF.sha256());
    }
}
