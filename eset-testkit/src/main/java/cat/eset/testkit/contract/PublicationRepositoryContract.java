package cat.eset.testkit.contract;

import cat.eset.core.Actor;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.publication.Publication;
import cat.eset.core.publication.PublicationEvent;
import cat.eset.core.publication.PublicationRepository;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link PublicationRepository} promises. */
public interface PublicationRepositoryContract extends StoreContract {

    /** A publication is found as it was stored, and a change on an old state is refused. */
    @Test
    default void aPublicationIsFoundAsItWasStored() {
        publications().isFoundAsItWasStored();
    }

    /** What rolls back is not there. */
    @Test
    default void aRolledBackPublicationIsNotThere() {
        publications().isNotThereAfterARollback();
    }

    /** Inside their town hall, oldest first. */
    @Test
    default void publicationsAreFoundByStateAndByExpedient() {
        publications().areFoundByStateAndByExpedientOldestFirst();
    }

    private Sendings<Publication, PublicationEvent> publications() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        return new Sendings<>(store) {
            @Override
            Change<Publication, PublicationEvent> prepare(
                    OperationId operation, ExpedientNumber expedient, Actor by, Instant at) {
                return Sample.publication(operation, expedient, by, at);
            }

            @Override
            Change<Publication, PublicationEvent> move(Publication prepared, Actor by, Instant at) {
                return prepared.startPublishing(by, at);
            }

            @Override
            void save(Change<Publication, PublicationEvent> change) {
                store.publications().save(change);
            }

            @Override
            Optional<Publication> find(OperationId operation) {
                return store.publications().find(operation);
            }

            @Override
            List<Publication> inFirstState(TownHall townHall) {
                return store.publications().in(townHall, Publication.State.PREPARED);
            }

            @Override
            List<Publication> inSecondState(TownHall townHall) {
                return store.publications().in(townHall, Publication.State.UNKNOWN);
            }

            @Override
            List<Publication> of(TownHall townHall, ExpedientNumber expedient) {
                return store.publications().of(townHall, expedient);
            }
        };
    }
}
