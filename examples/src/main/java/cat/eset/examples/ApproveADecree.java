package cat.eset.examples;

import static cat.eset.core.signature.SignatureGroup.MAYOR_OR_DELEGATE;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.decree.Decree;
import cat.eset.core.diligence.ProcessDecision;
import cat.eset.core.document.DocumentId;
import cat.eset.core.expedient.Assignee;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.Opening;
import cat.eset.core.expedient.Series;
import cat.eset.core.party.Party;
import cat.eset.core.registry.EntryDraft;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.work.WorkModel;

/** From an application at the counter to a decree in the book of the year; each official does his part. */
public final class ApproveADecree {

    private static final Opening LICENCE = Opening.atRequest(
                    "Llicència d'obres", Series.of("1373", "Llicències d'obres"), Assignee.group("Urbanisme"))
            .build();

    private ApproveADecree() {}

    /** Registers the application and opens its expedient, with the form in it. */
    static Expedient register(WorkModel work, Party citizen, DocumentContent form, Actor registrar) {
        // tag::register[]
        RegistryEntry entry = work.entries()
                .receive(
                        EntryDraft.entry("Sol·licitud de llicència d'obres")
                                .party(citizen)
                                .attachment(work.entries().keep("instancia.pdf", form)) // the bytes go to the store
                                .build(),
                        registrar);
        work.entries().accept(entry.number(), registrar);
        return work.entries() // the process diligence says what becomes of it
                .process(entry.number(), ProcessDecision.open(LICENCE), registrar)
                .expedient()
                .orElseThrow();
        // end::register[]
    }

    /** Grants it by a decree. */
    static Decree grant(WorkModel work, Expedient expedient, DocumentContent text, Actor handler, Actor mayor) {
        // tag::grant[]
        DocumentId decree = work.decrees()
                .draft(expedient.number(), "Decret", "Atorgar la llicència", text, MAYOR_OR_DELEGATE, handler)
                .document();
        work.decrees().propose(decree, handler);
        work.decrees().sign(decree, mayor); // may wait for days, or be refused: see SignatureResult
        return work.decrees().approve(decree, handler); // the next number of the year of the signature
        // end::grant[]
    }
}
