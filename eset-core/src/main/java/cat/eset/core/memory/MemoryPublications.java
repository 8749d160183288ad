package cat.eset.core.memory;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.publication.Publication;
import cat.eset.core.publication.PublicationEvent;
import cat.eset.core.publication.PublicationRepository;
import java.util.List;
import java.util.Optional;

/** Publications of any number of town halls. */
final class MemoryPublications implements PublicationRepository {

    private final MemoryTable<OperationId, Publication, PublicationEvent> publications;

    MemoryPublications(MemoryTransactions transactions, MemoryJournal journal) {
        this.publications = new MemoryTable<>(transactions, journal, Publication::operation);
    }

    @Override
    public void save(Change<Publication, PublicationEvent> change) {
        publications.save(change);
    }

    @Override
    public Optional<Publication> find(OperationId operation) {
        return publications.find(operation);
    }

    @Override
    public List<Publication> in(TownHall townHall, Publication.State state) {
        return publications.where(p -> p.townHall().equals(townHall) && p.state() == state);
    }

    @Override
    public List<Publication> of(TownHall townHall, ExpedientNumber expedient) {
        return publications.where(
                p -> p.townHall().equals(townHall) && p.prepared().expedient().equals(expedient));
    }
}
