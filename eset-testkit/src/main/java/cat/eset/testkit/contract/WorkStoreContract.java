package cat.eset.testkit.contract;

/** Everything that a whole {@link cat.eset.core.work.WorkStore} promises. */
public interface WorkStoreContract
        extends UnitOfWorkContract,
                RegistryBookContract,
                InboundLedgerContract,
                OutboxContract,
                TrackingStateContract,
                AnnouncementsContract,
                DocumentStoreContract,
                ExpedientRepositoryContract,
                DecreeBookContract,
                DiligenceBookContract,
                TaskListContract,
                NotificationRepositoryContract,
                PaperRepositoryContract,
                ExchangeRepositoryContract,
                PublicationRepositoryContract,
                JournalContract {}
