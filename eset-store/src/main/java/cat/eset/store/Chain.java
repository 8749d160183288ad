package cat.eset.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * The end of the chain of events of a town hall, held by one transaction. Whoever writes anything that is numbered or recorded takes it
 * first, so that writers of one town hall queue here and nowhere else: numbers have no gaps, instants never go back, links never fork, and
 * no two writers wait for each other.
 */
final class Chain {

    /** What the first event is linked to. */
    static final String BEGINNING = "0".repeat(64);

    private static final String TAKE =
            "SELECT position, hash, registered_at, (SELECT readable_from FROM eset.schema_version) AS readable_from"
                    + " FROM eset.chain WHERE tenant = ?";
    private static final String BEGIN = "INSERT INTO eset.chain (tenant, position, hash) VALUES (?, 0, ?)";
    private static final String KEEP =
            "UPDATE eset.chain SET position = ?, hash = ?, registered_at = ? WHERE tenant = ? AND position = ? AND hash = ?";

    private final String tenant;
    private long position;
    private String hash;
    private long storedPosition;
    private String storedHash;
    private Optional<Instant> registeredAt;

    private Chain(String tenant, ResultSet row) throws SQLException {
        this.tenant = tenant;
        this.position = row.getLong("position");
        this.hash = row.getString("hash");
        this.storedPosition = position;
        this.storedHash = hash;
        this.registeredAt = Sql.instantIfAny(row, "registered_at");
        StoreSchema.requireReadable(row.getInt("readable_from"));
    }

    /**
     * Waits until nobody else writes for this town hall.
     *
     * @param transactions for one apart, the first time: others must see that there is a writer before it writes
     */
    static Chain take(Sql sql, String tenant, Transactions transactions) {
        return held(sql, tenant).orElseGet(() -> {
            transactions.apart(other -> other.insertIfAbsent(BEGIN, tenant, BEGINNING));
            return held(sql, tenant)
                    .orElseThrow(() -> SqlFailures.conflict("The transaction does not see the chain of its town hall"));
        });
    }

    private static Optional<Chain> held(Sql sql, String tenant) {
        return sql.hold(TAKE, row -> new Chain(tenant, row), tenant);
    }

    /** The instant of a number of the registry: now, but never before the last one (Llei 39/2015 art. 16.2). Stored with what it numbers. */
    Instant register(Instant now) {
        Instant precise = Sql.precise(now);
        Instant instant = registeredAt.filter(precise::isBefore).orElse(precise);
        registeredAt = Optional.of(instant);
        return instant;
    }

    /** The place of the next event. */
    long next() {
        return position + 1;
    }

    /** Links one more event, the {@link #next()}; gives its link. */
    String append(ChainedEvent event) {
        position = event.position();
        hash = event.linkAfter(hash);
        return hash;
    }

    /**
     * Stores the end as it is now, after what was appended; in vain if it is not where this transaction left it, because whoever was joined
     * rolled something back inside the work.
     */
    void keep(Write write) {
        write.update(KEEP, position, hash, registeredAt.orElse(null), tenant, storedPosition, storedHash);
        storedPosition = position;
        storedHash = hash;
    }

    String tenant() {
        return tenant;
    }
}
