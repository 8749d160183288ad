package cat.eset.core.work;

import cat.eset.core.decree.DecreeBook;
import cat.eset.core.diligence.DiligenceBook;
import cat.eset.core.document.DocumentStore;
import cat.eset.core.event.Journal;
import cat.eset.core.expedient.ExpedientRepository;
import cat.eset.core.notification.NotificationRepository;
import cat.eset.core.notification.PaperRepository;
import cat.eset.core.publication.PublicationRepository;
import cat.eset.core.registry.ExchangeRepository;
import cat.eset.core.registry.RegistryBook;
import cat.eset.core.task.TaskList;

/**
 * Everything the work model keeps, in one place: ports whose writes join the same {@link UnitOfWork}. A vendor that wants
 * its own registry or its own document store gives it here and takes the rest from an adapter. Thread-safe.
 */
public interface WorkStore {

    /** The transaction that all others join. */
    UnitOfWork unitOfWork();

    /** Entries and exits. */
    RegistryBook registryBook();

    /** Expedients. */
    ExpedientRepository expedients();

    /** Documents and their bytes. */
    DocumentStore documents();

    /** Decrees and official books. */
    DecreeBook decreeBook();

    /** Diligences. */
    DiligenceBook diligences();

    /** Tasks. */
    TaskList tasks();

    /** Electronic notifications. */
    NotificationRepository notifications();

    /** Notifications on paper. */
    PaperRepository papers();

    /** Registry exchanges. */
    ExchangeRepository exchanges();

    /** Publications. */
    PublicationRepository publications();

    /** What arrived. */
    InboundLedger inboundLedger();

    /** What is to be sent. */
    Outbox outbox();

    /** What pollers remember. */
    TrackingState trackingState();

    /** What services tell once. */
    Announcements announcements();

    /** The audit trail. */
    Journal journal();
}
