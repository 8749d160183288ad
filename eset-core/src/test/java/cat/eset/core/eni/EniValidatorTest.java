package cat.eset.core.eni;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.id.EniDocumentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EniValidatorTest {

    private static final EniValidator VALIDATOR = EniValidator.standard();

    private static EniDocument with(EniDocumentMetadata metadata) {
        return new EniDocument(
                Samples.decree().content(), metadata, Samples.decree().signatures(), EniDocument.NodeIds.STANDARD);
    }

    private static EniDocumentMetadata metadata(
            String version, String id, Instant at, EniElaboration how, Optional<EniDocumentId> source) {
        return new EniDocumentMetadata(
                version,
                EniDocumentId.of(id),
                List.of("L01082397"),
                at,
                EniOrigin.ADMINISTRATION,
                how,
                source,
                EniDocumentType.RESOLUTION);
    }

    private static List<Integer> rules(List<EniFinding> findings) {
        return findings.stream().map(EniFinding::rule).toList();
    }

    @Test
    void rule1IdentifierAndYearInMadrid() {
        Instant newYear = Samples.at("2026-01-01T00:00:10");
        String id2026 = "ES_L01082397_2026_ESET0000000000000000000000D042";

        assertThat(VALIDATOR.check(
                        with(metadata(EniNames.DOCUMENT, id2026, newYear, EniElaboration.ORIGINAL, Optional.empty()))))
                .isEmpty();
        assertThat(rules(VALIDATOR.check(with(metadata(
                        EniNames.DOCUMENT,
                        Samples.DECREE.value(),
                        newYear,
                        EniElaboration.ORIGINAL,
                        Optional.empty())))))
                .containsExactly(1);
        assertThat(rules(VALIDATOR.check(with(
                        metadata(EniNames.DOCUMENT, "whatever", newYear, EniElaboration.ORIGINAL, Optional.empty())))))
                .containsExactly(1);
    }

    @Test
    void rule2TheVersionsAreOftenSwapped() {
        assertThat(rules(VALIDATOR.check(with(metadata(
                        EniNames.EXPEDIENT,
                        Samples.DECREE.value(),
                        Samples.at("2025-03-14T09:30:00"),
                        EniElaboration.ORIGINAL,
                        Optional.empty())))))
                .containsExactly(2);
    }

    @Test
    void rule3CopiesNameTheirSource() {
        Instant at = Samples.at("2025-03-14T09:30:00");
        Optional<EniDocumentId> source = Optional.of(Samples.APPLICATION);
        for (EniElaboration how : List.of(EniElaboration.COPY_FORMAT_CHANGE, EniElaboration.PARTIAL_COPY)) {
            assertThat(rules(VALIDATOR.check(
                            with(metadata(EniNames.DOCUMENT, Samples.DECREE.value(), at, how, Optional.empty())))))
                    .containsExactly(3);
            assertThat(VALIDATOR.check(with(metadata(EniNames.DOCUMENT, Samples.DECREE.value(), at, how, source))))
                    .isEmpty();
        }
        for (EniElaboration how : List.of(EniElaboration.ORIGINAL, EniElaboration.COPY_OF_PAPER)) {
            assertThat(rules(VALIDATOR.check(
                            with(metadata(EniNames.DOCUMENT, Samples.DECREE.value(), at, how, source)))))
                    .containsExactly(3);
        }
    }

    @Test
    void rules4To6SignaturesExistFitAndReferToSomething() {
        EniDocument bare =
                EniDocument.of(Samples.decree().metadata(), Samples.decree().content());
        EniSignature wrongContent = new EniSignature(
                EniSignatureType.PADES,
                new EniSignature.Csv("A", "B"),
                Optional.empty(),
                List.of(EniDocument.CONTENT_ID));

        assertThat(rules(VALIDATOR.check(bare))).containsExactly(4);
        assertThat(rules(VALIDATOR.check(bare.signed(wrongContent)))).containsExactly(5);
        assertThat(rules(VALIDATOR.check(bare.signed(EniSignature.csv("A", "B").over("NOWHERE")))))
                .containsExactly(6);
    }

    @Test
    void rule8FormatsAreCheckedWhenACatalogueIsGiven() {
        EniValidator strict = VALIDATOR.formats("PDF"::equals, (content, name) -> true);
        EniValidator detecting = VALIDATOR.formats(name -> true, (content, name) -> false);

        assertThat(rules(strict.check(Samples.decree()))).containsExactly(8);
        assertThat(rules(detecting.check(Samples.decree()))).containsExactly(8);
    }

    @Test
    void rule10TheIndexIsWholeUniqueAndInTime() throws Exception {
        EniIndexItem.Document first =
                (EniIndexItem.Document) Samples.index().items().get(0);
        Instant at = Samples.at("2025-04-01T10:00:00");

        assertThat(rules(check(at, first, first))).containsOnly(10).hasSize(2);
        assertThat(rules(check(Samples.at("2025-01-01T10:00:00"), first))).containsExactly(10);
        assertThat(rules(check(
                        at,
                        new EniIndexItem.Document(
                                first.id(), first.fingerprint(), first.incorporatedAt(), Optional.of("2")))))
                .containsExactly(10);
        assertThat(check(at, first)).isEmpty();
    }

    private static List<EniFinding> check(Instant at, EniIndexItem... items) {
        return VALIDATOR.check(
                Samples.expedient(new EniIndexContent(at, List.of(items))).indexSignedByCsv("A", "B"));
    }

    @Test
    void rule10AFingerprintThatDoesNotMatchIsFound() throws Exception {
        EniIndex index = EniIndex.of(Samples.index());
        EniDocument altered =
                EniDocument.of(Samples.decree().metadata(), new EniContent.Binary(Samples.text("another"), "TXT"));

        assertThat(VALIDATOR.checkFingerprints(
                        index, id -> Optional.of(id.equals(Samples.DECREE) ? Samples.decree() : Samples.application())))
                .isEmpty();
        assertThat(VALIDATOR.checkFingerprints(
                        index, id -> Optional.of(id.equals(Samples.DECREE) ? altered : Samples.application())))
                .extracting(EniFinding::text)
                .containsExactly("document " + Samples.DECREE + " is not the one that was indexed");
    }

    @Test
    void rule11AClosedExpedientHasASignedIndex() throws Exception {
        assertThat(rules(VALIDATOR.check(Samples.expedient(Samples.index())))).containsExactly(11);
        assertThat(VALIDATOR.check(Samples.expedient(Samples.index()).indexSignedByCsv("A", "B")))
                .isEmpty();
    }
}
