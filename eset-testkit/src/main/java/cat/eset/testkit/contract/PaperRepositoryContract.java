package cat.eset.testkit.contract;

import cat.eset.core.Actor;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.notification.PaperEvent;
import cat.eset.core.notification.PaperNotification;
import cat.eset.core.notification.PaperRepository;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link PaperRepository} promises. */
public interface PaperRepositoryContract extends StoreContract {

    /** A notification on paper is found as it was stored, and a change on an old state is refused. */
    @Test
    default void aPaperIsFoundAsItWasStored() {
        papers().isFoundAsItWasStored();
    }

    /** What rolls back is not there. */
    @Test
    default void aRolledBackPaperIsNotThere() {
        papers().isNotThereAfterARollback();
    }

    /** Inside their town hall, oldest first. */
    @Test
    default void papersAreFoundByStateAndByExpedient() {
        papers().areFoundByStateAndByExpedientOldestFirst();
    }

    private Sendings<PaperNotification, PaperEvent> papers() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        return new Sendings<>(store) {
            @Override
            Change<PaperNotification, PaperEvent> prepare(
                    OperationId operation, ExpedientNumber expedient, Actor by, Instant at) {
                return PaperNotification.prepare(
                        new PaperEvent.PaperPrepared(
                                operation, expedient, DocumentId.of("D1"), Sample.person(), Sample.EXIT),
                        by,
                        at);
            }

            @Override
            Change<PaperNotification, PaperEvent> move(PaperNotification prepared, Actor by, Instant at) {
                return prepared.handOver("Correus", by, at);
            }

            @Override
            void save(Change<PaperNotification, PaperEvent> change) {
                store.papers().save(change);
            }

            @Override
            Optional<PaperNotification> find(OperationId operation) {
                return store.papers().find(operation);
            }

            @Override
            List<PaperNotification> inFirstState(TownHall townHall) {
                return store.papers().in(townHall, PaperNotification.State.PREPARED);
            }

            @Override
            List<PaperNotification> inSecondState(TownHall townHall) {
                return store.papers().in(townHall, PaperNotification.State.SENT);
            }

            @Override
            List<PaperNotification> of(TownHall townHall, ExpedientNumber expedient) {
                return store.papers().of(townHall, expedient);
            }
        };
    }
}
