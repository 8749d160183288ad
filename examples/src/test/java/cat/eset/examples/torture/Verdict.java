package cat.eset.examples.torture;

import static org.assertj.core.api.Assertions.assertThat;

import cat.eset.core.LegalTime;
import cat.eset.core.OperationId;
import cat.eset.core.decree.Decree;
import cat.eset.core.document.DocumentId;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.expedient.Situation;
import cat.eset.core.notification.Notification;
import cat.eset.core.registry.Direction;
import cat.eset.core.registry.RegistryEntry;
import cat.eset.store.ChainCheck;
import cat.eset.store.JdbcStore;
import cat.eset.testkit.Consortium;
import cat.eset.testkit.enotum.StoredNotification;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** What must be true in the end, however often everything died. */
final class Verdict {

    private final JdbcStore store;
    private final Consortium consortium;
    private final Told told;
    private final int year;

    Verdict(JdbcStore store, Consortium consortium, Told told) {
        this.store = store;
        this.consortium = consortium;
        this.told = told;
        this.year = LegalTime.yearOf(consortium.clock().instant());
    }

    /** How many decrees were notified. */
    int check() {
        List<RegistryEntry> entries = store.registryBook().year(TownHallProcess.TOWN_HALL, Direction.ENTRY, year);
        List<RegistryEntry> exits = store.registryBook().year(TownHallProcess.TOWN_HALL, Direction.EXIT, year);
        List<Expedient> everyExpedient = store.expedients().in(TownHallProcess.TOWN_HALL, Situation.OPEN);
        List<Expedient> expedients = everyExpedient.stream()
                .filter(expedient -> !expedient.entries().isEmpty())
                .toList();
        List<Decree> decrees = store.decreeBook().year(TownHallProcess.TOWN_HALL, year);

        int all = entries.size();
        withoutGaps(all, entries.stream().mapToLong(entry -> entry.number().sequence()));
        withoutGaps(all, exits.stream().mapToLong(exit -> exit.number().sequence()));
        // One more: the expedient of the book of decrees.
        withoutGaps(
                all + 1,
                everyExpedient.stream()
                        .mapToLong(expedient -> expedient.number().sequence()));
        withoutGaps(
                all,
                decrees.stream()
                        .mapToLong(decree -> decree.number().orElseThrow().sequence()));
        assertThat(store.verifyChain(TownHallProcess.TOWN_HALL)).isInstanceOf(ChainCheck.Intact.class);

        assertThat(expedients).hasSize(all);
        everyApplicationHasItsOneEntry(entries);
        everyDecreeHasItsOneNotification(expedients, decrees);
        everythingThatWasSaidIsThere(entries, expedients);
        assertThat(store.outbox().parked()).isEmpty();
        return all;
    }

    private static void withoutGaps(int count, LongStream numbers) {
        assertThat(numbers.boxed().toList())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, count).boxed().toList());
    }

    private void everyApplicationHasItsOneEntry(List<RegistryEntry> entries) {
        Map<String, String> numbered = told.numbered();
        assertThat(entries).hasSameSizeAs(numbered.entrySet());
        for (RegistryEntry entry : entries) {
            String transaction = entry.content().extract().substring("Llicència ".length());
            assertThat(numbered).containsEntry(transaction, entry.number().text());
        }
    }

    private void everyDecreeHasItsOneNotification(List<Expedient> expedients, List<Decree> decrees) {
        Map<String, String> sent = told.sent();
        assertThat(consortium.enotum().notifications()).hasSameSizeAs(decrees);
        for (Expedient expedient : expedients) {
            List<Notification> prepared = store.notifications().of(TownHallProcess.TOWN_HALL, expedient.number());
            assertThat(prepared).hasSize(1);
            Notification notification = prepared.get(0);
            String operation = notification.operation().value();
            assertThat(consortium.enotum().withReference(operation))
                    .extracting(StoredNotification::id)
                    .containsExactly(Long.parseLong(notification.remoteId().orElseThrow()));
            assertThat(sent).containsEntry(operation, notification.remoteId().orElseThrow());
            assertThat(expedient.documents())
                    .anyMatch(link ->
                            link.document().equals(notification.prepared().document()));
        }
        assertThat(decrees)
                .allMatch(decree -> decree.marks().stream().anyMatch(mark -> mark.mark() == Decree.Mark.NOTIFIED));
    }

    /** Every line of every life. */
    private void everythingThatWasSaidIsThere(List<RegistryEntry> entries, List<Expedient> expedients) {
        for (String line : told.done()) {
            String[] words = line.split(" ", -1);
            boolean isThere = switch (words[0]) {
                case "accepted" ->
                    entries.stream()
                            .anyMatch(entry -> entry.number().text().equals(words[1])
                                    && entry.state() == RegistryEntry.State.ACCEPTED);
                case "opened" ->
                    expedients.stream()
                            .anyMatch(expedient -> expedient.number().text().equals(words[1])
                                    && expedient.entries().stream()
                                            .anyMatch(entry -> entry.text().equals(words[3])));
                case "drafted" -> happened("Decree", words[1], "Drafted");
                case "signed" -> happened("Document", words[1], "Signed");
                case "approved" ->
                    store.decreeBook()
                            .find(new DocumentId(words[1]))
                            .flatMap(Decree::number)
                            .filter(number -> number.text().equals(words[2]))
                            .isPresent();
                case "transcribed" -> happened("Decree", words[1], "Transcribed");
                case "prepared" ->
                    store.notifications().find(OperationId.of(words[1])).isPresent();
                default -> false;
            };
            assertThat(isThere).as(line).isTrue();
        }
    }

    private boolean happened(String kind, String id, String event) {
        return store.journal().of(new AggregateKey(kind, id)).stream()
                .anyMatch(line -> line.recorded().event().type().equals(event));
    }
}
