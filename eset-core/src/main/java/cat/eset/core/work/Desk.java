package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentEvent;
import cat.eset.core.document.DocumentId;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.document.VerificationCode;
import cat.eset.core.document.VerificationCodes;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.internal.Rules;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What every circuit works with. */
final class Desk {

    final WorkStore store;
    final Clock clock;
    final RandomGenerator random;
    final VerificationCodes codes;

    Desk(WorkStore store, Clock clock, RandomGenerator random, VerificationCodes codes) {
        this.store = store;
        this.clock = clock;
        this.random = random;
        this.codes = codes;
    }

    Instant now() {
        return clock.instant();
    }

    OperationId nextOperation() {
        return OperationId.next(clock, random);
    }

    <T> T inTransaction(Supplier<T> work) {
        return store.unitOfWork().call(work);
    }

    Expedient expedient(TownHall townHall, ExpedientNumber number) {
        return store.expedients()
                .find(townHall, number)
                .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for expedient " + number));
    }

    Document document(DocumentId id) {
        return store.documents().find(id).orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for document " + id));
    }

    DocumentContent content(Document document) {
        return store.documents()
                .open(document.content())
                .orElseThrow(() -> new EsetException(Failure.of(
                                Failure.Fault.CONFIGURATION,
                                "The bytes of document " + document.id() + " are not in the document store")
                        .remedy("Put them there under digest "
                                + document.content().sha256())
                        .build()));
    }

    /** Captures a document and puts it into an expedient; inside a transaction. */
    Document capture(
            ExpedientNumber expedient,
            DocumentMetadata metadata,
            ContentRef content,
            Optional<VerificationCode> code,
            Optional<String> folder,
            Actor by) {
        Instant at = now();
        Change<Document, DocumentEvent> captured =
                Document.capture(DocumentId.next(clock, random), metadata, content, code, by, at);
        store.documents().save(captured);
        store.expedients()
                .save(expedient(by.townHall(), expedient)
                        .incorporate(captured.state().id(), folder, Optional.empty(), by, at));
        return captured.state();
    }
}
