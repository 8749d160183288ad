package cat.eset.core.expedient;

import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The checks before a closing and the index it builds (contract eset-model 4, legal-rules R8.7). */
final class ClosingCheck {

    private ClosingCheck() {}

    static List<Obstacle> obstacles(Expedient expedient, Collection<Document> documents, Collection<String> openTasks) {
        List<Obstacle> found = new ArrayList<>();
        for (Step step : expedient.steps()) {
            if (step.isOpen()) {
                found.add(
                        step.what().isWork()
                                ? new Obstacle.OpenWork(
                                        step.number(), step.what().title())
                                : new Obstacle.RunningTerm(
                                        step.number(), step.what().title()));
            }
        }
        openTasks.forEach(task -> found.add(new Obstacle.OpenTask(task)));

        Map<DocumentId, Document> byId = byId(documents);
        boolean any = false;
        for (DocumentLink link : expedient.documents()) {
            if (link.isIndexed()) {
                any = true;
                check(link.document(), byId, found);
            }
        }
        if (!any) {
            found.add(new Obstacle.NoDocuments());
        }
        return List.copyOf(found);
    }

    private static void check(DocumentId id, Map<DocumentId, Document> byId, List<Obstacle> found) {
        Document document = byId.get(id);
        if (document == null) {
            found.add(new Obstacle.Missing(id));
            return;
        }
        if (document.state() == Document.State.IN_SIGNATURE) {
            found.add(new Obstacle.InSignature(id));
        } else if (document.signatures().isEmpty() && document.code().isEmpty()) {
            found.add(new Obstacle.Unprotected(id));
        }
        if (!document.type().isTyped()) {
            found.add(new Obstacle.Untyped(id));
        }
    }

    static ExpedientIndex index(Expedient expedient, Collection<Document> documents, Instant at) {
        Map<DocumentId, Document> byId = byId(documents);
        List<ExpedientIndex.Item> items = new ArrayList<>();
        for (DocumentLink link : expedient.documents()) {
            Document document = byId.get(link.document());
            if (link.isIndexed() && document != null) {
                items.add(new ExpedientIndex.Item(
                        items.size() + 1,
                        link.document(),
                        document.content().sha256(),
                        link.incorporatedAt(),
                        link.folder()));
            }
        }
        return new ExpedientIndex(expedient.number(), at, items);
    }

    private static Map<DocumentId, Document> byId(Collection<Document> documents) {
        Map<DocumentId, Document> byId = new HashMap<>();
        documents.forEach(document -> byId.put(document.id(), document));
        return byId;
    }
}
