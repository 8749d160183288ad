package cat.eset.core.work;

import cat.eset.core.LegalTime;
import cat.eset.core.MediaType;
import cat.eset.core.TownHall;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.Origin;
import cat.eset.core.eni.EniClassification;
import cat.eset.core.eni.EniContent;
import cat.eset.core.eni.EniDocument;
import cat.eset.core.eni.EniDocumentMetadata;
import cat.eset.core.eni.EniDocumentType;
import cat.eset.core.eni.EniElaboration;
import cat.eset.core.eni.EniExpedient;
import cat.eset.core.eni.EniExpedientMetadata;
import cat.eset.core.eni.EniExpedientState;
import cat.eset.core.eni.EniIdentifiers;
import cat.eset.core.eni.EniIndexContent;
import cat.eset.core.eni.EniIndexItem;
import cat.eset.core.eni.EniOrigin;
import cat.eset.core.eni.EniSignature;
import cat.eset.core.eni.Fingerprint;
import cat.eset.core.eni.FingerprintPolicy;
import cat.eset.core.expedient.Closing;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientIndex;
import cat.eset.core.expedient.IndexSeal;
import cat.eset.core.id.EniDocumentId;
import cat.eset.core.id.SiaCode;
import cat.eset.core.internal.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From the work model to ENI (contract eni 4-7). */
final class EniMapping {

    private final Desk desk;
    private final EniIdentifiers identifiers;

    EniMapping(Desk desk, EniIdentifiers identifiers) {
        this.desk = desk;
        this.identifiers = identifiers;
    }

    EniExpedient unsigned(Expedient expedient, ExpedientIndex index, Collection<Document> documents) {
        TownHall townHall = expedient.townHall();
        EniClassification classification = expedient
                .opening()
                .sia()
                .map(sia -> EniClassification.of(SiaCode.of(sia)))
                .orElseGet(() -> EniClassification.ofProcedure(
                        townHall.dir3(), key(expedient.series().code())));
        EniExpedientMetadata metadata = EniExpedientMetadata.of(
                identifiers.expedient(
                        townHall.dir3(),
                        expedient.number().year(),
                        Long.toString(expedient.number().sequence())),
                townHall.dir3(),
                expedient.openedAt(),
                classification,
                EniExpedientState.CLOSED,
                expedient.parties().stream()
                        .map(p -> p.identity().value())
                        .distinct()
                        .toList());
        return EniExpedient.of(metadata, new EniIndexContent(index.generatedAt(), items(index, byId(documents))));
    }

    /** Folders stand where their first document does; order numbers run over the whole tree. */
    private List<EniIndexItem> items(ExpedientIndex index, Map<DocumentId, Document> documents) {
        Map<Optional<String>, List<EniIndexItem>> folders = new LinkedHashMap<>();
        List<EniIndexItem> items = new ArrayList<>();
        for (ExpedientIndex.Item item : index.items()) {
            EniIndexItem.Document entry = EniIndexItem.Document.of(
                    eniId(required(documents, item.document())),
                    new Fingerprint(item.digest().base64(), FingerprintPolicy.STANDARD.function()),
                    item.incorporatedAt(),
                    item.position());
            if (item.folder().isEmpty()) {
                items.add(entry);
            } else {
                folders.computeIfAbsent(item.folder(), name -> new ArrayList<>())
                        .add(entry);
            }
        }
        folders.forEach((name, inside) -> items.add(new EniIndexItem.Folder(name.orElseThrow(), inside)));
        return items;
    }

    EniExport export(Expedient expedient, Collection<Document> documents) {
        List<Closing> closings = expedient.closings();
        Rules.EXPEDIENT_NOT_CLOSED.require(
                !closings.isEmpty() && closings.get(closings.size() - 1).seal().isPresent(),
                "exporting " + expedient.number());
        Closing last = closings.get(closings.size() - 1);
        IndexSeal seal = last.seal().orElseThrow();
        Map<DocumentId, Document> byId = byId(documents);
        List<EniDocument> exported = last.index().items().stream()
                .map(item -> document(required(byId, item.document())))
                .toList();
        return new EniExport(unsigned(expedient, last.index(), documents).indexSigned(signatureOf(seal)), exported);
    }

    private byte[] signatureOf(IndexSeal seal) {
        try {
            return desk.store
                    .documents()
                    .open(seal.signature())
                    .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for the signature of an index"))
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the signature of an index could not be read", e);
        }
    }

    private EniDocument document(Document document) {
        DocumentMetadata metadata = document.metadata();
        EniDocumentMetadata written = EniDocumentMetadata.of(
                eniId(document),
                document.townHall().dir3(),
                document.capturedAt(),
                metadata.origin() == Origin.CITIZEN ? EniOrigin.CITIZEN : EniOrigin.ADMINISTRATION,
                EniElaboration.of(metadata.elaboration().state().code()),
                EniDocumentType.of(metadata.type().eniCode()));
        EniDocument unsigned = EniDocument.of(
                metadata.elaboration()
                        .originId()
                        .map(origin -> written.copiedFrom(EniDocumentId.of(origin), written.elaboration()))
                        .orElse(written),
                new EniContent.Binary(
                        desk.content(document), format(document.content().mediaType())));
        EniDocument signed = document.signatures().isEmpty() ? unsigned : unsigned.signed(EniSignature.pades());
        return document.code()
                .map(code -> signed.signed(EniSignature.csv(code.code(), code.regulation())))
                .orElse(signed);
    }

    EniDocumentId eniId(Document document) {
        return identifiers.document(
                document.townHall().dir3(),
                LegalTime.yearOf(document.capturedAt()),
                document.id().value());
    }

    private static String format(MediaType type) {
        if (type.equals(MediaType.TEXT)) {
            return "TXT";
        }
        String subtype = type.value().substring(type.value().indexOf('/') + 1);
        return subtype.toUpperCase(Locale.ROOT);
    }

    private static String key(String series) {
        String key = series.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return key.isEmpty() ? "0" : key.substring(0, Math.min(key.length(), 26));
    }

    private static Document required(Map<DocumentId, Document> documents, DocumentId id) {
        return Optional.ofNullable(documents.get(id))
                .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for document " + id));
    }

    private static Map<DocumentId, Document> byId(Collection<Document> documents) {
        Map<DocumentId, Document> byId = new HashMap<>();
        documents.forEach(document -> byId.put(document.id(), document));
        return byId;
    }
}
