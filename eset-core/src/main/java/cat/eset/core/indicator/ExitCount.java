package cat.eset.core.indicator;

import cat.eset.core.TownHall;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.NotificationOrder;
import cat.eset.core.notification.PaperNotification;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.core.registry.RegistryExchange;
import cat.eset.core.registry.RegistryNumber;
import cat.eset.core.work.WorkStore;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Counts the exits of some years by the way they left. */
final class ExitCount {

    /** The way an exit left, or that it reached nobody. */
    private enum Way {
        NOTIFICATION,
        COMMUNICATION,
        EXCHANGE,
        PAPER,
        OTHERWISE,
        NOWHERE
    }

    private final WorkStore store;
    private final TownHall townHall;
    private final Map<RegistryNumber, Way> ways = new HashMap<>();

    ExitCount(WorkStore store, TownHall townHall) {
        this.store = store;
        this.townHall = townHall;
        notifications();
        exchanges();
        papers();
    }

    ExitsByChannel between(Instant from, Instant to, IntStream years) {
        Map<Way, Long> counts = new EnumMap<>(Way.class);
        years.boxed()
                .flatMap(year -> store.registryBook().year(townHall, Direction.EXIT, year).stream())
                .filter(exit -> exit.state() != RegistryEntry.State.ANNULLED)
                .filter(exit -> !exit.registeredAt().isBefore(from)
                        && !exit.registeredAt().isAfter(to))
                .forEach(exit -> counts.merge(ways.getOrDefault(exit.number(), Way.OTHERWISE), 1L, Long::sum));
        return new ExitsByChannel(
                counts.getOrDefault(Way.NOTIFICATION, 0L),
                counts.getOrDefault(Way.COMMUNICATION, 0L),
                counts.getOrDefault(Way.EXCHANGE, 0L),
                counts.getOrDefault(Way.PAPER, 0L),
                counts.getOrDefault(Way.OTHERWISE, 0L));
    }

    private void notifications() {
        for (Notification.State state : Notification.State.values()) {
            boolean lost = state == Notification.State.REFUSED || state == Notification.State.ANNULLED;
            for (Notification one : store.notifications().in(townHall, state)) {
                Way way = one.prepared().kind() == NotificationOrder.Kind.NOTIFICATION
                        ? Way.NOTIFICATION
                        : Way.COMMUNICATION;
                one.prepared().exit().ifPresent(exit -> ways.put(exit, lost ? Way.NOWHERE : way));
            }
        }
    }

    private void exchanges() {
        for (RegistryExchange.State state : RegistryExchange.State.values()) {
            Way way = state == RegistryExchange.State.REFUSED ? Way.NOWHERE : Way.EXCHANGE;
            store.exchanges()
                    .in(townHall, state)
                    .forEach(one -> ways.put(one.prepared().exit(), way));
        }
    }

    private void papers() {
        for (PaperNotification.State state : PaperNotification.State.values()) {
            store.papers()
                    .in(townHall, state)
                    .forEach(one -> ways.put(one.prepared().exit(), Way.PAPER));
        }
    }
}
