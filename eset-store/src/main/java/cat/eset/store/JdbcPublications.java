package cat.eset.store;

import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.publication.Publication;
import cat.eset.core.publication.PublicationEvent;
import cat.eset.core.publication.PublicationRepository;
import java.util.List;
import java.util.Optional;

/** Publications. */
final class JdbcPublications implements PublicationRepository {

    private final Sendings<Publication, PublicationEvent> sendings;

    JdbcPublications(Ground ground) {
        this.sendings = new Sendings<>(
                ground,
                "Publication",
                one -> new Sendings.Facts(
                        one.townHall(),
                        one.operation(),
                        one.state(),
                        one.prepared().expedient()),
                Publication::replay);
    }

    @Override
    public void save(Change<Publication, PublicationEvent> change) {
        sendings.save(change);
    }

    @Override
    public Optional<Publication> find(OperationId operation) {
        return sendings.find(operation);
    }

    @Override
    public List<Publication> in(TownHall townHall, Publication.State state) {
        return sendings.in(townHall, state);
    }

    @Override
    public List<Publication> of(TownHall townHall, ExpedientNumber expedient) {
        return sendings.of(townHall, expedient);
    }
}
