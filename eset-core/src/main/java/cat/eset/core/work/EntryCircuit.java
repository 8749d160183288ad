package cat.eset.core.work;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.diligence.ProcessDecision;
import cat.eset.core.document.ContentRef;
import cat.eset.core.document.Document;
import cat.eset.core.document.DocumentMetadata;
import cat.eset.core.event.Change;
import cat.eset.core.event.StaleStateException;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.Opening;
import cat.eset.core.internal.Rules;
import cat.eset.core.registry.Attachment;
import cat.eset.core.registry.AttachmentSource;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryEvent;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.task.TaskRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What enters by the registry, from its number to its expedient (contract eset-model 2.1 and 6). Thread-safe. */
public final class EntryCircuit {

    /**
     * What a process diligence led to.
     *
     * @param entry the entry afterwards
     * @param diligence the diligence
     * @param expedient the expedient it is in, if it needs one
     * @param documents the attachments, now documents of the expedient without type
     */
    public record Processed(
            RegistryEntry entry, Diligence diligence, Optional<Expedient> expedient, List<Document> documents) {
        /** Checks the values. */
        public Processed {
            Objects.requireNonNull(entry, "entry");
            Objects.requireNonNull(diligence, "diligence");
            Objects.requireNonNull(expedient, "expedient");
            documents = List.copyOf(documents);
        }
    }

    private record Arrived(Attachment attachment, ContentRef content) {}

    private final Desk desk;
    private final AttachmentSource source;

    EntryCircuit(Desk desk, AttachmentSource source) {
        this.desk = desk;
        this.source = source;
    }

    /**
     * Keeps the bytes of something that came with an entry, for example what was scanned at the counter, and gives the attachment for its
     * draft.
     *
     * @param name file name, 1 to 80 characters
     */
    public Attachment keep(String name, DocumentContent content) {
        Attachment attachment = Attachment.of(name, content);
        desk.store.documents().put(content);
        return attachment;
    }

    /** Registers an entry: it gets the next number of the year. */
    public RegistryEntry receive(EntryDraft draft, Actor by) {
        return desk.inTransaction(() -> desk.store.registryBook().register(draft, by));
    }

    /** The office accepts an entry. */
    public RegistryEntry accept(RegistryNumber number, Actor by) {
        return change(number, by, (entry, who, at) -> entry.accept(who, at));
    }

    /** The office sends an entry back to whoever presented it. */
    public RegistryEntry giveBack(RegistryNumber number, String reason, Actor by) {
        return change(number, by, (entry, who, at) -> entry.giveBack(reason, who, at));
    }

    /** Corrects an entry by a diligence; what was registered stays. */
    public RegistryEntry correct(RegistryNumber number, String correction, Actor by) {
        return desk.inTransaction(() -> {
            Diligence diligence = desk.state(correction, by);
            return change(
                    number, by, (entry, who, at) -> entry.correct(diligence.id().value(), correction, who, at));
        });
    }

    /** Annuls an entry by a diligence; its number stays. */
    public RegistryEntry annul(RegistryNumber number, String reason, Actor by) {
        return desk.inTransaction(() -> {
            Diligence diligence = desk.state(reason, by);
            return change(
                    number, by, (entry, who, at) -> entry.annul(diligence.id().value(), reason, who, at));
        });
    }

    /** Writes the process diligence of an accepted entry and does what it decides. */
    public Processed process(RegistryNumber number, ProcessDecision decision, Actor by) {
        return process(number, decision, Optional.empty(), by);
    }

    /**
     * Writes the process diligence of an accepted entry and does what it decides: opens or finds the expedient, links the
     * entry, and brings its attachments in as documents without type.
     *
     * @param due until when it is to be dealt with
     * @throws StaleStateException if somebody else changed the entry meanwhile; nothing was stored but the bytes that were brought
     * @throws EsetException if the bytes of an attachment are not in the document store and nothing brings them, or are not those that were
     *     declared; nothing was stored but the bytes that were brought before
     */
    public Processed process(RegistryNumber number, ProcessDecision decision, Optional<LocalDate> due, Actor by) {
        RegistryEntry entry = get(by.townHall(), number);
        boolean intoExpedient = decision instanceof ProcessDecision.Open || decision instanceof ProcessDecision.Attach;
        List<Arrived> arrived =
                intoExpedient ? entry.attachments().stream().map(this::bring).toList() : List.of();
        return desk.inTransaction(() -> {
            Diligence diligence = desk.state(new Diligence.ProcessNote(number, decision, due), by);
            requireUnchanged(entry, by);
            return decision.fold(
                    open -> into(entry, diligence, open(open.opening(), entry, by), arrived, by),
                    attach -> into(entry, diligence, desk.expedient(by.townHall(), attach.expedient()), arrived, by),
                    answer -> {
                        TaskRequest task = TaskRequest.of("Respondre " + number, answer.assignee())
                                .about(number);
                        desk.request(due.map(task::due).orElse(task), by);
                        return without(number, diligence, answer.reason(), by);
                    },
                    forward -> without(number, diligence, forward.reason(), by),
                    file -> without(number, diligence, file.reason(), by));
        });
    }

    /** An entry or an exit, as it is now. */
    public RegistryEntry get(TownHall townHall, RegistryNumber number) {
        return desk.store
                .registryBook()
                .find(townHall, number)
                .orElseThrow(() -> Rules.NOT_FOUND.refuse("looking for entry " + number));
    }

    /** After something was written, so that a store makes whoever decides at the same moment wait; bringing documents may take long. */
    private void requireUnchanged(RegistryEntry read, Actor by) {
        long stored = get(by.townHall(), read.number()).version();
        if (stored != read.version()) {
            throw new StaleStateException(read.key(), read.version(), stored);
        }
    }

    private Expedient open(Opening opening, RegistryEntry entry, Actor by) {
        Opening complete = new Opening(
                opening.title(),
                opening.series(),
                opening.reason(),
                opening.responsible(),
                opening.parties().isEmpty() ? entry.content().parties() : opening.parties(),
                opening.entries().stream()
                        .filter(n -> !n.equals(entry.number()))
                        .toList(),
                opening.sia());
        Instant at = desk.now();
        Change<Expedient, ExpedientEvent> opened = Expedient.open(
                desk.store.expedients().nextNumber(by.townHall(), LegalTime.yearOf(at)), complete, by, at);
        desk.store.expedients().save(opened);
        return opened.state();
    }

    private Processed into(
            RegistryEntry entry, Diligence diligence, Expedient expedient, List<Arrived> arrived, Actor by) {
        Instant at = desk.now();
        desk.store
                .expedients()
                .save(expedient
                        .link(entry.number(), by, at)
                        .then(e -> e.note(diligence.id().value(), by, at)));
        List<Document> documents = new ArrayList<>();
        for (Arrived one : arrived) {
            documents.add(desk.capture(
                    expedient.number(),
                    DocumentMetadata.ofCitizen(one.attachment().title()),
                    one.content(),
                    desk.codes.next(by.townHall()),
                    Optional.empty(),
                    by));
        }
        RegistryEntry linked = change(
                entry.number(), by, (e, who, when) -> e.link(expedient.number().text(), who, when));
        return new Processed(
                linked, diligence, Optional.of(desk.expedient(by.townHall(), expedient.number())), documents);
    }

    private Processed without(RegistryNumber number, Diligence diligence, String reason, Actor by) {
        RegistryEntry filed = change(
                number,
                by,
                (e, who, at) -> e.fileWithoutExpedient(diligence.id().value(), reason, who, at));
        return new Processed(filed, diligence, Optional.empty(), List.of());
    }

    /** The bytes from the source if it has them, checked against what was declared; or what was declared. */
    private Arrived bring(Attachment attachment) {
        Optional<ContentRef> declared = attachment
                .sha256()
                .flatMap(digest ->
                        attachment.length().map(length -> new ContentRef(digest, length, attachment.mediaType())));
        Optional<DocumentContent> fetched = source.open(attachment);
        if (fetched.isPresent()) {
            boolean same = attachment
                    .sha256()
                    .map(digest -> digest.equals(fetched.get().sha256()))
                    .orElse(true);
            if (!same) {
                throw new EsetException(Failure.of(
                                Failure.Fault.REMOTE,
                                "An attachment is not the one that was declared: its digest differs")
                        .remedy("Ask the sender to present it again")
                        .build());
            }
            return new Arrived(attachment, desk.store.documents().put(fetched.get()));
        }
        return new Arrived(
                attachment,
                declared.filter(content -> desk.store.documents().open(content).isPresent())
                        .orElseThrow(() -> new EsetException(Failure.of(
                                        Failure.Fault.CONFIGURATION,
                                        "The bytes of an attachment are not in the document store and nothing can bring them")
                                .remedy("Keep them with EntryCircuit.keep, or give the work model an AttachmentSource: "
                                        + "for entries of MUX, DesalAttachments")
                                .build())));
    }

    private RegistryEntry change(RegistryNumber number, Actor by, Command<RegistryEntry, RegistryEvent> command) {
        return desk.inTransaction(() -> {
            Change<RegistryEntry, RegistryEvent> change = command.on(get(by.townHall(), number), by, desk.now());
            desk.store.registryBook().save(change);
            return change.state();
        });
    }
}
