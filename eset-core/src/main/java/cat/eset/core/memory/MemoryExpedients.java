package cat.eset.core.memory;

import cat.eset.core.TownHall;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.ExpedientEvent;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.expedient.ExpedientNumberFormat;
import cat.eset.core.expedient.ExpedientRepository;
import cat.eset.core.expedient.Situation;
import cat.eset.core.id.Ine10;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Expedients of any number of town halls. */
final class MemoryExpedients implements ExpedientRepository {

    private record Key(Ine10 townHall, ExpedientNumber number) {}

    private record Sequence(Ine10 townHall, int year) {}

    private final MemorySequences sequences;
    private final ExpedientNumberFormat format;
    private final MemoryTable<Key, Expedient, ExpedientEvent> expedients;

    MemoryExpedients(
            MemoryTransactions transactions,
            MemoryJournal journal,
            MemorySequences sequences,
            ExpedientNumberFormat format) {
        this.sequences = sequences;
        this.format = format;
        this.expedients = new MemoryTable<>(
                transactions, journal, e -> new Key(e.townHall().ine10(), e.number()));
    }

    @Override
    public ExpedientNumber nextNumber(TownHall townHall, int year) {
        return format.number(year, sequences.next(new Sequence(townHall.ine10(), year)));
    }

    @Override
    public void save(Change<Expedient, ExpedientEvent> change) {
        expedients.save(change);
    }

    @Override
    public Optional<Expedient> find(TownHall townHall, ExpedientNumber number) {
        return expedients.find(new Key(townHall.ine10(), number));
    }

    @Override
    public List<Expedient> in(TownHall townHall, Situation situation) {
        return byNumber(e -> e.townHall().equals(townHall) && e.situation() == situation);
    }

    @Override
    public List<Expedient> holding(TownHall townHall, DocumentId document) {
        return byNumber(
                e -> e.townHall().equals(townHall) && e.document(document).isPresent());
    }

    private List<Expedient> byNumber(Predicate<Expedient> condition) {
        return expedients.where(condition).stream()
                .sorted(Comparator.comparingInt((Expedient e) -> e.number().year())
                        .thenComparingLong(e -> e.number().sequence()))
                .toList();
    }
}
