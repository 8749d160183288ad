package cat.eset.core.eni;

import cat.eset.core.DocumentContent;
import cat.eset.core.LegalTime;
import cat.eset.core.MediaType;
import cat.eset.core.id.Dir3;
import cat.eset.core.id.EniDocumentId;
import cat.eset.core.id.EniExpedientId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** The fictitious town of the official examples, made with our own types. */
final class Samples {

    static final Dir3 TOWN = Dir3.of("L01082397");
    static final EniDocumentId APPLICATION = EniDocumentId.of("ES_L01082397_2025_ESET0000000000000000000000D041");
    static final EniDocumentId DECREE = EniDocumentId.of("ES_L01082397_2025_ESET0000000000000000000000D042");
    static final String REGULATION = "Decret d'alcaldia fictici 12/2025";

    private Samples() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(LegalTime.ZONE).toInstant();
    }

    static DocumentContent text(String text) {
        return DocumentContent.of(text.getBytes(StandardCharsets.UTF_8), MediaType.TEXT);
    }

    static EniDocument decree() {
        return EniDocument.of(
                        EniDocumentMetadata.original(
                                DECREE,
                                TOWN,
                                at("2025-03-14T09:30:00"),
                                EniOrigin.ADMINISTRATION,
                                EniDocumentType.RESOLUTION),
                        new EniContent.Binary(text("Decret d'alcaldia fictici\n"), "TXT"))
                .signed(EniSignature.csv("7Q2M-K9TD-4XWB-P6RH", REGULATION));
    }

    static EniDocument application() {
        return EniDocument.of(
                        EniDocumentMetadata.of(
                                APPLICATION,
                                TOWN,
                                at("2025-03-03T11:05:00"),
                                EniOrigin.CITIZEN,
                                EniElaboration.COPY_OF_PAPER,
                                EniDocumentType.APPLICATION),
                        new EniContent.Binary(text("Sol·licitud fictícia\n"), "TXT"))
                .signed(EniSignature.csv("2222-K9TD-4XWB-P6RH", REGULATION));
    }

    static EniIndexContent index() throws IOException {
        FingerprintPolicy policy = FingerprintPolicy.STANDARD;
        return new EniIndexContent(
                at("2025-04-01T10:00:00"),
                List.of(
                        EniIndexItem.Document.of(APPLICATION, policy.of(application()), at("2025-03-03T11:05:00"), 1),
                        new EniIndexItem.Folder(
                                "Resolucio",
                                List.of(EniIndexItem.Document.of(
                                        DECREE, policy.of(decree()), at("2025-03-14T09:30:00"), 2)))));
    }

    static EniExpedient expedient(EniIndexContent index) {
        return EniExpedient.of(
                EniExpedientMetadata.of(
                        EniExpedientId.of("ES_L01082397_2025_EXP_ESET00000000000000000000000017"),
                        TOWN,
                        at("2025-03-03T11:00:00"),
                        EniClassification.ofProcedure(TOWN, "1038"),
                        EniExpedientState.CLOSED,
                        List.of("00000000T")),
                index);
    }

    static byte[] bytes(EniDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EniXml.write(document, out);
        return out.toByteArray();
    }

    static byte[] bytes(EniExpedient expedient) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        EniXml.write(expedient, out);
        return out.toByteArray();
    }
}
