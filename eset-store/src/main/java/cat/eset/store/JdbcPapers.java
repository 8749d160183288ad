package cat.eset.store;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.notification.PaperEvent;
import cat.eset.core.notification.PaperNotification;
import cat.eset.core.notification.PaperRepository;
import java.util.List;
import java.util.Optional;

/** Notifications on paper. */
final class JdbcPapers implements PaperRepository {

    private final Sendings<PaperNotification, PaperEvent> sendings;

    JdbcPapers(Ground ground) {
        this.sendings = new Sendings<>(
                ground,
                "PaperNotification",
                one -> new Sendings.Facts(
                        one.townHall(),
                        one.operation(),
                        one.state(),
                        one.prepared().expedient()),
                PaperNotification::replay);
    }

    @Override
    public void save(Change<PaperNotification, PaperEvent> change) {
        sendings.save(change);
    }

    @Override
    public Optional<PaperNotification> find(OperationId operation) {
        return sendings.find(operation);
    }

    @Override
    public List<PaperNotification> in(TownHall townHall, PaperNotification.State state) {
        return sendings.in(townHall, state);
    }

    @Override
    public List<PaperNotification> of(TownHall townHall, ExpedientNumber expedient) {
        return sendings.of(townHall, expedient);
    }
}
