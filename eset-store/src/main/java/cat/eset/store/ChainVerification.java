package cat.eset.store;

import cat.eset.core.Sha256;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Follows the chain of a town hall from its beginning, page by page. */
final class ChainVerification {

    private static final int PAGE = 1000;
    private static final String END = "SELECT position, hash FROM eset.chain WHERE tenant = ?";
    private static final String SPAN = """
            SELECT COALESCE(MIN(position), 1) AS first_one, COALESCE(MAX(position), 0) AS last_one
            FROM eset.event WHERE tenant = ?""";
    private static final String EVENTS = """
            SELECT tenant, position, kind, aggregate, version, type, happened_at, shapes, body, hash FROM eset.event
            WHERE tenant = ? AND position > ? AND position <= ? ORDER BY position FETCH FIRST ? ROWS ONLY""";

    /** From the first to the last event that there is, wherever the chain says that it ends. */
    private record Span(long first, long last) {
        static Span of(ResultSet row) throws SQLException {
            return new Span(row.getLong("first_one"), row.getLong("last_one"));
        }
    }

    private record Link(long position, String hash) {
        static Link of(ResultSet row) throws SQLException {
            return new Link(row.getLong("position"), row.getString("hash"));
        }
    }

    private record Event(ChainedEvent what, String hash) {
        static Event of(ResultSet row) throws SQLException {
            return new Event(
                    new ChainedEvent(
                            row.getString("tenant"),
                            row.getLong("position"),
                            row.getString("kind"),
                            row.getString("aggregate"),
                            row.getLong("version"),
                            row.getString("type"),
                            Sql.instant(row, "happened_at"),
                            row.getInt("shapes"),
                            row.getString("body")),
                    row.getString("hash"));
        }

        long position() {
            return what.position();
        }

        boolean isLinkedTo(Link before) {
            return hash.equals(what.linkAfter(before.hash()));
        }
    }

    private final Transactions transactions;
    private final String tenant;
    private final Optional<ChainLink> known;

    ChainVerification(Transactions transactions, String tenant, Optional<ChainLink> known) {
        this.transactions = transactions;
        this.tenant = tenant;
        this.known = known;
    }

    static ChainLink end(Transactions transactions, String tenant) {
        Link end = endOf(transactions, tenant);
        return new ChainLink(end.position(), new Sha256(end.hash()));
    }

    private static Link endOf(Transactions transactions, String tenant) {
        return transactions
                .in(transaction -> transaction.sql().first(END, Link::of, tenant))
                .orElseGet(() -> new Link(0, Chain.BEGINNING));
    }

    ChainCheck run() {
        // Before the end is read, so that what is written meanwhile is not taken for something beyond it.
        Span span = transactions.in(
                transaction -> transaction.sql().first(SPAN, Span::of, tenant).orElseThrow());
        if (span.first() < 1) {
            return added(span.first());
        }
        Link end = endOf(transactions, tenant);
        Link last = new Link(0, Chain.BEGINNING);
        while (last.position() < end.position()) {
            List<Event> page = page(last.position(), end.position(), PAGE);
            for (Event event : page) {
                if (event.position() != last.position() + 1) {
                    return missing(last);
                }
                if (!event.isLinkedTo(last)) {
                    return new ChainCheck.Broken(event.position(), "it is not as it was written");
                }
                last = new Link(event.position(), event.hash());
                if (contradicts(last)) {
                    return new ChainCheck.Broken(last.position(), "it is not the link that was known");
                }
            }
            if (page.isEmpty()) {
                return missing(last);
            }
        }
        return verdict(last, end, span);
    }

    private ChainCheck verdict(Link last, Link end, Span span) {
        if (!last.hash().equals(end.hash())) {
            return new ChainCheck.Broken(last.position(), "it is not the end that was stored");
        }
        if (span.last() > end.position()) {
            return added(page(end.position(), span.last(), 1).stream()
                    .mapToLong(Event::position)
                    .findFirst()
                    .orElse(span.last()));
        }
        if (known.filter(link -> link.position() > last.position()).isPresent()) {
            return missing(last);
        }
        return new ChainCheck.Intact(new ChainLink(last.position(), new Sha256(last.hash())));
    }

    private boolean contradicts(Link link) {
        return known.filter(
                        k -> k.position() == link.position() && !k.hash().hex().equals(link.hash()))
                .isPresent();
    }

    private static ChainCheck missing(Link last) {
        return new ChainCheck.Broken(last.position() + 1, "it is missing");
    }

    private static ChainCheck added(long position) {
        return new ChainCheck.Broken(position, "it was added, or the end of the chain was moved back");
    }

    private List<Event> page(long after, long end, int size) {
        return transactions.in(transaction -> transaction.sql().list(EVENTS, Event::of, tenant, after, end, size));
    }
}
