package cat.eset.testkit.internal.mux;

import cat.eset.core.LegalTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Transactions, the auxiliary registry and the mailbox. Thread-safe; callers that need several steps hold its monitor. */
final class MuxLedger {

    static final String MAILBOX = "083AF3241D28";

    private final Map<String, Leg> legs = new LinkedHashMap<>();
    private final List<Leg> mailbox = new ArrayList<>();
    private int compacted;
    private int cursor;
    private int auxiliaryEntries;
    private int auxiliaryExits;

    synchronized Leg leg(String transactionId, String leg) {
        return legs.computeIfAbsent(transactionId + "/" + leg, key -> new Leg(transactionId, leg));
    }

    synchronized List<Leg> all() {
        return List.copyOf(legs.values());
    }

    synchronized List<Leg> of(String transactionId) {
        return legs.values().stream()
                .filter(l -> l.transactionId.equals(transactionId))
                .toList();
    }

    /** Numbers a leg in the auxiliary registry and drops it into the mailbox. */
    synchronized void numberAuxiliary(Leg leg, Instant now) {
        boolean exit = leg.leg.equals("S");
        int sequence = exit ? ++auxiliaryExits : ++auxiliaryEntries;
        leg.auxiliaryNumber =
                String.format(Locale.ROOT, "%s/%06d-%d", exit ? "S" : "E", sequence, LegalTime.yearOf(now));
        leg.auxiliaryDate = MuxDates.iso(now);
        mailbox.add(leg);
    }

    synchronized int cursor() {
        return cursor;
    }

    synchronized int size() {
        return mailbox.size();
    }

    /** Position of the first element that was not compacted away. */
    synchronized int first() {
        return compacted + 1;
    }

    synchronized boolean moveTo(int position) {
        if (position < first() || position > mailbox.size()) {
            return false;
        }
        cursor = position;
        return true;
    }

    synchronized Optional<Leg> current() {
        return cursor >= first() && cursor <= mailbox.size() ? Optional.of(mailbox.get(cursor - 1)) : Optional.empty();
    }

    /** Drops every element up to and including a position: the harsher of the two readings of contract mux 6.4. */
    synchronized boolean compact(int position) {
        if (position < first() || position > mailbox.size()) {
            return false;
        }
        compacted = position;
        return true;
    }
}
