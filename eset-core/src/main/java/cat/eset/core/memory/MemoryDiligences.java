package cat.eset.core.memory;

import cat.eset.core.TownHall;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.diligence.DiligenceBook;
import cat.eset.core.diligence.DiligenceEvent;
import cat.eset.core.diligence.DiligenceId;
import cat.eset.core.event.Change;
import cat.eset.core.registry.RegistryNumber;
import java.util.List;
import java.util.Optional;

/** Diligences of any number of town halls. */
final class MemoryDiligences implements DiligenceBook {

    private final MemoryTable<DiligenceId, Diligence, DiligenceEvent> diligences;

    MemoryDiligences(MemoryTransactions transactions, MemoryJournal journal) {
        this.diligences = new MemoryTable<>(transactions, journal, Diligence::id);
    }

    @Override
    public void save(Change<Diligence, DiligenceEvent> change) {
        diligences.save(change);
    }

    @Override
    public Optional<Diligence> find(DiligenceId id) {
        return diligences.find(id);
    }

    @Override
    public List<Diligence> ofEntry(TownHall townHall, RegistryNumber entry) {
        return diligences.where(d -> d.by().townHall().equals(townHall)
                && d.content() instanceof Diligence.ProcessNote process
                && process.entry().equals(entry));
    }
}
