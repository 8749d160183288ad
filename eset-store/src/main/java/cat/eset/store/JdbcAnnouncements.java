package cat.eset.store;

import cat.eset.core.work.Announcement;
import cat.eset.core.work.Announcements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What services told. */
final class JdbcAnnouncements implements Announcements {

    private static final String KEEP =
            "INSERT INTO eset.announcement (source, name, tenant, about, body, kept_at) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String ABOUT = """
            SELECT name, about, body FROM eset.announcement
            WHERE tenant = ? AND source = ? AND about = ? ORDER BY place""";
    private static final String OPEN = """
            SELECT name, about, body FROM eset.announcement
            WHERE tenant = ? AND source = ? AND done_at IS NULL ORDER BY place FETCH FIRST ? ROWS ONLY""";
    private static final String DONE = """
            UPDATE eset.announcement SET done_at = ?
            WHERE source = ? AND name = ? AND tenant = ? AND done_at IS NULL""";

    private final Transactions transactions;
    private final String tenant;

    JdbcAnnouncements(Ground ground) {
        this.transactions = ground.transactions();
        this.tenant = ground.scope().tenant();
    }

    /** Each in a transaction of its own: two that are told the same in another order would wait for each other, and one would lose it all. */
    @Override
    public int keep(String source, List<Announcement> told, Instant now) {
        int isNew = 0;
        for (Announcement one : told) {
            boolean first = transactions.apart(
                    sql -> sql.insertIfAbsent(KEEP, source, one.key(), tenant, one.about(), one.text(), now));
            isNew += first ? 1 : 0;
        }
        return isNew;
    }

    @Override
    public List<Announcement> about(String source, String subject) {
        return transactions.in(
                transaction -> transaction.sql().list(ABOUT, JdbcAnnouncements::read, tenant, source, subject));
    }

    @Override
    public List<Announcement> open(String source, int max) {
        return transactions.in(
                transaction -> transaction.sql().list(OPEN, JdbcAnnouncements::read, tenant, source, max));
    }

    private static Announcement read(ResultSet row) throws SQLException {
        return new Announcement(row.getString("name"), row.getString("about"), row.getString("body"));
    }

    @Override
    public boolean markDone(String source, String key, Instant now) {
        return transactions.in(transaction -> transaction.sql().update(DONE, now, source, key, tenant) == 1);
    }
}
