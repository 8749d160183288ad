package cat.eset.core.memory;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.notification.PaperEvent;
import cat.eset.core.notification.PaperNotification;
import cat.eset.core.notification.PaperRepository;
import java.util.List;
import java.util.Optional;

/** Notifications on paper of any number of town halls. */
final class MemoryPapers implements PaperRepository {

    private final MemoryTable<OperationId, PaperNotification, PaperEvent> papers;

    MemoryPapers(MemoryTransactions transactions, MemoryJournal journal) {
        this.papers = new MemoryTable<>(transactions, journal, PaperNotification::operation);
    }

    @Override
    public void save(Change<PaperNotification, PaperEvent> change) {
        papers.save(change);
    }

    @Override
    public Optional<PaperNotification> find(OperationId operation) {
        return papers.find(operation);
    }

    @Override
    public List<PaperNotification> in(TownHall townHall, PaperNotification.State state) {
        return papers.where(n -> n.townHall().equals(townHall) && n.state() == state);
    }

    @Override
    public List<PaperNotification> of(TownHall townHall, ExpedientNumber expedient) {
        return papers.where(
                n -> n.townHall().equals(townHall) && n.prepared().expedient().equals(expedient));
    }
}
