package cat.eset.store;

import cat.eset.core.Actor;
import cat.eset.core.TownHall;
import cat.eset.core.decree.BookKind;
import cat.eset.core.decree.DecreeNumber;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.expedient.Phase;
import cat.eset.core.expedient.Situation;
import cat.eset.core.notification.Notification;
import cat.eset.core.notification.PaperNotification;
import cat.eset.core.publication.Publication;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryExchange;
import cat.eset.store.desk.DeskQueries;
import cat.eset.store.desk.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything that a town hall of {@link SameNamesTest} can ask: of its own store, and of that of the platform what names the town hall. */
final class SameNamesView {

    private static final LocalDate NEXT_YEAR = LocalDate.of(2027, 1, 1);

    private SameNamesView() {}

    static List<Deed> of(JdbcStore platform, Actor by) {
        JdbcStore its = platform.of(by.townHall());
        return Stream.of(ofTown(its, by.townHall()), ofTown(platform, by.townHall()), byIdentity(its))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Deed> ofTown(JdbcStore store, TownHall town) {
        DeskQueries desk = store.desk(town);
        return List.of(
                Deed.ofBoth(() -> store.registryBook().find(town, SameNamesWork.ENTRY)),
                Deed.ofBoth(() -> store.registryBook().year(town, Direction.ENTRY, 2026)),
                Deed.ofBoth(() -> store.expedients().find(town, SameNamesWork.EXPEDIENT)),
                Deed.ofBoth(() -> store.expedients().in(town, Situation.OPEN)),
                Deed.ofBoth(() -> store.expedients().holding(town, DocumentId.of("D1"))),
                Deed.ofBoth(() -> store.decreeBook().find(town, new DecreeNumber(2026, 1, "1/2026"))),
                Deed.ofBoth(() -> store.decreeBook().year(town, 2026)),
                Deed.ofBoth(() -> store.decreeBook().book(town, BookKind.DECREES, 2026)),
                Deed.ofBoth(() -> store.diligences().ofEntry(town, SameNamesWork.ENTRY)),
                Deed.ofBoth(() -> store.tasks().open(town)),
                Deed.ofBoth(() -> store.tasks().open(town, SameNamesWork.EXPEDIENT)),
                Deed.ofBoth(() -> store.notifications().in(town, Notification.State.CREATED)),
                Deed.ofBoth(() -> store.notifications().of(town, SameNamesWork.EXPEDIENT)),
                Deed.ofBoth(() -> store.papers().in(town, PaperNotification.State.PREPARED)),
                Deed.ofBoth(() -> store.papers().of(town, SameNamesWork.EXPEDIENT)),
                Deed.ofBoth(() -> store.exchanges().in(town, RegistryExchange.State.CREATED)),
                Deed.ofBoth(() -> store.exchanges().of(town, SameNamesWork.EXPEDIENT)),
                Deed.ofBoth(() -> store.publications().in(town, Publication.State.PREPARED)),
                Deed.ofBoth(() -> store.publications().of(town, SameNamesWork.EXPEDIENT)),
                Deed.ofBoth(() -> all(desk::openExpedients)),
                Deed.ofBoth(() -> all(page -> desk.openExpedients(Phase.INSTRUCTION, page))),
                Deed.ofBoth(() -> all(page -> desk.openExpedients(SameNamesWork.URBANISM, page))),
                Deed.ofBoth(() -> all(page -> desk.overdueExpedients(NEXT_YEAR, page))),
                Deed.ofBoth(() -> all(desk::expedientsWithoutPendingWork)),
                Deed.ofBoth(() -> all(page -> desk.pendingEntries(Direction.ENTRY, page))),
                Deed.ofBoth(() -> all(page -> desk.openTasks(SameNamesWork.URBANISM, page))),
                Deed.ofBoth(() -> all(page -> desk.overdueTasks(NEXT_YEAR, page))),
                Deed.ofBoth(() -> all(page -> desk.searchEntries("Llicència", page))),
                Deed.ofBoth(() -> all(page -> desk.searchExpedients("Llicència", page))),
                Deed.ofBoth(() -> store.chainEnd(town)),
                Deed.ofBoth(() -> store.verifyChain(town)));
    }

    private static List<Deed> byIdentity(JdbcStore its) {
        return List.of(
                Deed.ofBoth(() -> its.documents().find(DocumentId.of("D1"))),
                Deed.ofBoth(() -> its.documents().findAll(List.of(DocumentId.of("D1"), DocumentId.of("D2")))),
                Deed.ofBoth(() -> its.decreeBook().find(DocumentId.of("D1"))),
                Deed.ofBoth(() -> its.diligences().find(SameNamesWork.diligence("1"))),
                Deed.ofBoth(() -> its.tasks().find(SameNamesWork.task("1"))),
                Deed.ofBoth(() -> its.exchanges().find(SameNamesWork.operation("1"))),
                Deed.ofBoth(() -> its.notifications().find(SameNamesWork.operation("41"))),
                Deed.ofBoth(() -> its.papers().find(SameNamesWork.operation("51"))),
                Deed.ofBoth(() -> its.publications().find(SameNamesWork.operation("61"))),
                Deed.ofBoth(() -> its.journal().of(new AggregateKey("Document", "D1"))),
                Deed.ofBoth(() -> its.journal().after(0, 100)));
    }

    /** Page by page, one row at a time: a row of somebody else would take the place of one. */
    private static <T> List<T> all(Function<Page.Request, Page<T>> list) {
        List<T> rows = new ArrayList<>();
        Optional<Page.Request> next = Optional.of(Page.first(1));
        while (next.isPresent()) {
            Page<T> page = list.apply(next.get());
            rows.addAll(page.rows());
            next = page.next();
        }
        return rows;
    }
}
