package cat.eset.store;

import cat.eset.core.Actor;
import cat.eset.core.DocumentContent;
import cat.eset.core.Sha256;
import cat.eset.core.document.ContentRef;
import cat.eset.core.event.AggregateKey;
import cat.eset.core.work.Announcement;
import cat.eset.core.work.InboundKey;
import cat.eset.core.work.InboundLedger;
import cat.eset.core.work.Outbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What a town hall of {@link SameNamesTest} sends, receives, remembers and keeps. */
final class SameNamesTraffic {

    private static final Instant AT = Town.MORNING;
    private static final Instant LATER = AT.plus(Duration.ofHours(1));
    private static final Duration LOAN = Duration.ofMinutes(5);
    private static final Set<String> TOPIC = Set.of("topic");
    private static final Sha256 NOTHING = Sha256.of(new byte[0]);

    private final JdbcStore store;
    private final String name;
    private final Map<String, Outbox.Leased> lent = new HashMap<>();

    private SameNamesTraffic(JdbcStore platform, Actor by) {
        this.store = platform.of(by.townHall());
        this.name = by.townHall().name();
    }

    static List<Deed> of(JdbcStore platform, Actor by) {
        SameNamesTraffic one = new SameNamesTraffic(platform, by);
        return List.of(
                // First and second are about the same thing, third and fourth about nothing.
                Deed.ofBoth(() -> one.add("1", true)),
                Deed.ofBoth(() -> one.add("2", true)),
                Deed.ofBoth(() -> one.add("3", false)),
                Deed.ofBoth(() -> one.add("4", false)),
                Deed.ofBoth(() -> one.lease(AT)),
                Deed.ofBusy(() -> one.outbox().delivered(one.lent("1"), AT)),
                Deed.ofBusy(() -> one.outbox().retry(one.lent("3"), "més tard", LATER)),
                Deed.ofBusy(() -> one.outbox().park(one.lent("4"), "prou", AT)),
                Deed.ofBoth(() -> one.outbox().parked()),
                Deed.ofBoth(() -> one.lease(AT.plusSeconds(600))),
                Deed.ofBoth(() -> one.outbox().delivered(one.lent("1"), AT)),
                Deed.ofBoth(() -> one.outbox().park(one.lent("4"), "prou", AT)),
                Deed.ofBoth(() -> one.outbox().parked()),
                Deed.ofBusy(() -> one.outbox().requeue(SameNamesWork.operation("4"), AT)),
                Deed.ofBoth(() -> one.outbox().parked()),
                Deed.ofBusy(() -> one.lease(LATER)),
                Deed.ofBusy(() -> one.outbox().park(one.lent("4"), "prou", AT)),
                Deed.ofBusy(() -> one.outbox().drop(SameNamesWork.operation("4"), "no cal", AT)),
                Deed.ofBoth(() -> one.outbox().parked()),
                Deed.ofBusy(() -> one.store.forgetDelivered(LATER)),
                Deed.ofBoth(() -> one.add("1", false)),
                Deed.ofBoth(() -> one.lease(LATER.plusSeconds(600))),
                Deed.ofBoth(() -> one.claim("1", AT)),
                Deed.ofBoth(() -> one.claim("2", AT)),
                Deed.ofBusy(() -> one.ledger().finish(ticket("1", 1), "de " + one.name, LATER)),
                Deed.ofBusy(() -> one.ledger().fail(ticket("2", 1), "error", LATER)),
                Deed.ofBoth(() -> one.ledger().stale(LOAN, LATER)),
                Deed.ofBusy(() -> one.claim("1", LATER)),
                Deed.ofBusy(() -> one.claim("2", LATER)),
                Deed.ofBoth(() -> one.claim("1", LATER)),
                Deed.ofBoth(() -> one.claim("2", LATER)),
                Deed.ofBoth(() -> one.ledger().stale(LOAN, LATER)),
                Deed.ofBoth(() -> one.ledger().finish(ticket("2", 1), "de " + one.name, LATER)),
                Deed.ofBoth(() -> one.store.trackingState().replace("cursor", Optional.empty(), "7")),
                Deed.ofBoth(() -> one.store.trackingState().replace("cursor 2", Optional.empty(), "7")),
                Deed.ofBusy(() -> one.store.trackingState().replace("cursor 3", Optional.empty(), "7")),
                Deed.ofBusy(() -> one.store.trackingState().replace("cursor", Optional.of("7"), "8")),
                Deed.ofBusy(() -> one.store.trackingState().forget("cursor 2", "7")),
                Deed.ofBoth(() -> one.store.trackingState().read("cursor")),
                Deed.ofBoth(() -> one.store.trackingState().read("cursor 2")),
                Deed.ofBoth(() -> Set.copyOf(one.store.trackingState().keys("cursor"))),
                Deed.ofBoth(() -> one.keep("a")),
                Deed.ofBusy(() -> one.keep("b")),
                Deed.ofBusy(() -> one.store.announcements().markDone("SIR", "a", AT)),
                Deed.ofBoth(() -> one.store.announcements().open("SIR", 10)),
                Deed.ofBoth(() -> one.store.announcements().about("SIR", "X")),
                Deed.ofBusy(() -> one.store.documents().put(content())),
                Deed.ofBoth(one::read));
    }

    private Outbox outbox() {
        return store.outbox();
    }

    private InboundLedger ledger() {
        return store.inboundLedger();
    }

    private void add(String id, boolean about) {
        Outbox.Message message = new Outbox.Message(SameNamesWork.operation(id), "topic", "de " + name);
        outbox().add(about ? message.about(new AggregateKey("Expedient", "2026/1")) : message, AT);
    }

    private List<Outbox.Leased> lease(Instant now) {
        List<Outbox.Leased> all = outbox().lease(TOPIC, now, LOAN, 10);
        all.forEach(one -> lent.put(one.message().id().value(), one));
        return all;
    }

    private Outbox.Leased lent(String id) {
        return Objects.requireNonNull(lent.get(SameNamesWork.operation(id).value()));
    }

    private InboundLedger.Claim claim(String id, Instant now) {
        return ledger().claim(ticket(id, 1).key(), NOTHING, now);
    }

    private static InboundLedger.Ticket ticket(String id, int attempt) {
        return new InboundLedger.Ticket(new InboundKey("MUX", id, "E"), attempt);
    }

    private int keep(String key) {
        return store.announcements().keep("SIR", List.of(new Announcement(key, "X", "A " + name)), AT);
    }

    private Optional<String> read() throws Exception {
        Optional<DocumentContent> found = store.documents().open(ContentRef.of(content()));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new String(found.get().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static DocumentContent content() {
        return SameNamesWork.pdf("dels dos");
    }
}
