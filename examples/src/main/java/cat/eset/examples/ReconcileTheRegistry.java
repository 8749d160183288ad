package cat.eset.examples;

import cat.eset.core.registry.RegistryBook;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.work.WorkStore;
import cat.eset.registry.mux.Mailbox;
import cat.eset.registry.mux.MuxClient;
import cat.eset.registry.mux.MuxInbound;
import cat.eset.registry.mux2.Mux2;
import cat.eset.registry.reconciliation.ReconciliationReport;
import cat.eset.registry.reconciliation.RegistryReconciliation;
import java.time.Clock;
import java.util.List;

/** Brings in what the auxiliary registry numbered while the town hall did not answer, and finds the numbers that nobody was told. */
public final class ReconcileTheRegistry {

    private final RegistryReconciliation reconciliation;

    /**
     * Takes what {@link AcceptRegistryEntries} runs with.
     *
     * @param mailboxId mailbox of the registry, assigned by the consortium
     */
    public ReconcileTheRegistry(
            MuxInbound inbound, MuxClient mux, String mailboxId, Mux2 mux2, WorkStore store, Clock clock) {
        Mailbox mailbox = mux.mailbox(mailboxId);
        RegistryBook book = store.registryBook();
        // tag::reconcile[]
        reconciliation = RegistryReconciliation.builder(inbound, store.unitOfWork(), store.trackingState())
                .mailbox(inbound.mailboxReader(mailbox, store.outbox(), store.trackingState()), mux)
                .auxiliary(mux2, book)
                .clock(clock)
                .onFound(finding -> System.out.println(finding)) // in the transaction that stores it
                .build();
        // end::reconcile[]
    }

    /**
     * Every quarter of an hour, for example; it may be stopped anywhere and run again.
     *
     * @param withoutDocuments entries whose documents MUX did not find, after some attempts
     */
    public ReconciliationReport run(List<RegistryEntry> withoutDocuments) {
        // tag::run[]
        ReconciliationReport report = reconciliation.run(withoutDocuments);
        report.left().forEach(finding -> System.out.println("for a person: " + finding));
        report.interrupted().ifPresent(failure -> System.out.println("run again: " + failure.what()));
        // end::run[]
        return report;
    }
}
