package cat.eset.store;

import cat.eset.core.TownHall;
import cat.eset.core.diligence.Diligence;
import cat.eset.core.diligence.DiligenceBook;
import cat.eset.core.diligence.DiligenceEvent;
import cat.eset.core.diligence.DiligenceId;
import cat.eset.core.event.Change;
import cat.eset.core.event.Recorded;
import cat.eset.core.registry.RegistryNumber;
import java.util.List;
import java.util.Optional;

/** Diligences. */
final class JdbcDiligences implements DiligenceBook, Aggregates.Shape<Diligence, DiligenceEvent> {

    private static final String ONE = "t.id = ?";
    private static final String OF_ENTRY =
            "t.tenant = ? AND t.entry_direction = ? AND t.entry_year = ? AND t.entry_number = ?";

    private final Aggregates<Diligence, DiligenceEvent> diligences;

    JdbcDiligences(Ground ground) {
        this.diligences = ground.aggregates(this);
    }

    @Override
    public void save(Change<Diligence, DiligenceEvent> change) {
        diligences.save(change);
    }

    @Override
    public Optional<Diligence> find(DiligenceId id) {
        return diligences.one(ONE, id.value());
    }

    @Override
    public List<Diligence> ofEntry(TownHall townHall, RegistryNumber entry) {
        return diligences.many(
                OF_ENTRY,
                "place",
                diligences.scope().tenant(townHall),
                entry.direction(),
                entry.year(),
                entry.sequence());
    }

    @Override
    public String kind() {
        return "Diligence";
    }

    @Override
    public String table() {
        return "diligence";
    }

    @Override
    public Row row(Diligence diligence) {
        Optional<RegistryNumber> entry = diligence.content() instanceof Diligence.ProcessNote note
                ? Optional.of(note.entry())
                : Optional.empty();
        return Row.of(table(), diligence.by().townHall().ine10().value())
                .key("id", diligence.id().value())
                .set("entry_direction", entry.map(RegistryNumber::direction).orElse(null))
                .set("entry_year", entry.map(RegistryNumber::year).orElse(null))
                .set("entry_number", entry.map(RegistryNumber::sequence).orElse(null));
    }

    @Override
    public Diligence replay(List<Recorded<DiligenceEvent>> events) {
        return Diligence.replay(events);
    }
}
