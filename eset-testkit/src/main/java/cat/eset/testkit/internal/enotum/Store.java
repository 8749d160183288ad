package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.enotum.CitizenNotice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that the simulated e-NOTUM holds. Its monitor guards all of it, the notices included. */
final class Store {

    private static final long FIRST_ID = 7_700_001;

    private final TreeMap<Long, Notice> notices = new TreeMap<>();
    private final List<CitizenNotice> sent = new ArrayList<>();
    private final Map<String, Login> logins = new HashMap<>();
    private volatile long searchableAfterSeconds;

    /** A logged-in citizen. */
    record Login(String nif, String level) {}

    synchronized long nextId() {
        return notices.isEmpty() ? FIRST_ID : notices.lastKey() + 1;
    }

    synchronized void add(Notice notice) {
        notices.put(notice.id, notice);
    }

    synchronized Optional<Notice> find(long id) {
        return Optional.ofNullable(notices.get(id));
    }

    synchronized Notice need(long id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("e-NOTUM holds no notification " + id));
    }

    synchronized Collection<Notice> all() {
        return List.copyOf(notices.values());
    }

    synchronized void sent(CitizenNotice notice) {
        sent.add(notice);
    }

    synchronized List<CitizenNotice> sentNotices() {
        return List.copyOf(sent);
    }

    synchronized void login(String token, Login login) {
        logins.put(token, login);
    }

    synchronized Optional<Login> login(String token) {
        return Optional.ofNullable(logins.get(token));
    }

    void searchableAfterSeconds(long seconds) {
        searchableAfterSeconds = seconds;
    }

    long searchableAfterSeconds() {
        return searchableAfterSeconds;
    }
}
