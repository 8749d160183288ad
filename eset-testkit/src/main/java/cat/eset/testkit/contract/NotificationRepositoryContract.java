package cat.eset.testkit.contract;

import cat.eset.core.Actor;
import cat.eset.core.OperationId;
import cat.eset.core.TownHall;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.Change;
import cat.eset.core.expedient.ExpedientNumber;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationEvent;
import cat.eset.core.notification.NotificationOrder;
import cat.eset.core.notification.NotificationRepository;
import cat.eset.core.notification.NotificationText;
import cat.eset.core.work.WorkStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link NotificationRepository} promises. */
public interface NotificationRepositoryContract extends StoreContract {

    /** A notification is found as it was stored, and a change on an old state is refused. */
    @Test
    default void aNotificationIsFoundAsItWasStored() {
        notifications().isFoundAsItWasStored();
    }

    /** What rolls back is not there. */
    @Test
    default void aRolledBackNotificationIsNotThere() {
        notifications().isNotThereAfterARollback();
    }

    /** Inside their town hall, oldest first. */
    @Test
    default void notificationsAreFoundByStateAndByExpedient() {
        notifications().areFoundByStateAndByExpedientOldestFirst();
    }

    private Sendings<Notification, NotificationEvent> notifications() {
        WorkStore store = newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC));
        return new Sendings<>(store) {
            @Override
            Change<Notification, NotificationEvent> prepare(
                    OperationId operation, ExpedientNumber expedient, Actor by, Instant at) {
                return Notification.prepare(
                        new NotificationEvent.Prepared(
                                operation,
                                NotificationOrder.Kind.NOTIFICATION,
                                expedient,
                                DocumentId.of("D1"),
                                Sample.person(),
                                Optional.empty(),
                                NotificationText.of("Resolucio", "Text")),
                        by,
                        at);
            }

            @Override
            Change<Notification, NotificationEvent> move(Notification prepared, Actor by, Instant at) {
                return prepared.startSending(by, at);
            }

            @Override
            void save(Change<Notification, NotificationEvent> change) {
                store.notifications().save(change);
            }

            @Override
            Optional<Notification> find(OperationId operation) {
                return store.notifications().find(operation);
            }

            @Override
            List<Notification> inFirstState(TownHall townHall) {
                return store.notifications().in(townHall, Notification.State.CREATED);
            }

            @Override
            List<Notification> inSecondState(TownHall townHall) {
                return store.notifications().in(townHall, Notification.State.UNKNOWN);
            }

            @Override
            List<Notification> of(TownHall townHall, ExpedientNumber expedient) {
                return store.notifications().of(townHall, expedient);
            }
        };
    }
}
