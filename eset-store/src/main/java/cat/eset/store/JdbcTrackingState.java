package cat.eset.store;

import cat.eset.core.work.TrackingState;
import java.util.List;
import java.util.Optional;

/** What pollers remember. */
final class JdbcTrackingState implements TrackingState {

    private static final String READ = "SELECT remembered FROM eset.tracking WHERE name = ? AND tenant = ?";
    private static final String FIRST = "INSERT INTO eset.tracking (name, tenant, remembered) VALUES (?, ?, ?)";
    private static final String REPLACE =
            "UPDATE eset.tracking SET remembered = ? WHERE name = ? AND tenant = ? AND remembered = ?";
    private static final String FORGET = "DELETE FROM eset.tracking WHERE name = ? AND tenant = ? AND remembered = ?";
    private static final String KEYS =
            "SELECT name FROM eset.tracking WHERE tenant = ? AND SUBSTRING(name FROM 1 FOR ?) = ?";

    private final Transactions transactions;
    private final String tenant;

    JdbcTrackingState(Ground ground) {
        this.transactions = ground.transactions();
        this.tenant = ground.scope().tenant();
    }

    @Override
    public Optional<String> read(String key) {
        return transactions.in(transaction -> transaction.sql().first(READ, row -> row.getString(1), key, tenant));
    }

    @Override
    public boolean replace(String key, Optional<String> expected, String text) {
        return transactions.in(transaction -> expected.map(
                        known -> transaction.sql().update(REPLACE, text, key, tenant, known) == 1)
                .orElseGet(() -> transaction.sql().insertIfAbsent(FIRST, key, tenant, text)));
    }

    @Override
    public boolean forget(String key, String expected) {
        return transactions.in(transaction -> transaction.sql().update(FORGET, key, tenant, expected) == 1);
    }

    @Override
    public List<String> keys(String beginning) {
        return transactions.in(transaction ->
                transaction.sql().list(KEYS, row -> row.getString(1), tenant, beginning.length(), beginning));
    }
}
