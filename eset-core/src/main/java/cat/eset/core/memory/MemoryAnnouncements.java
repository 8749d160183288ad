package cat.eset.core.memory;

import cat.eset.core.work.Announcement;
import cat.eset.core.work.Announcements;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What services told, by source and key. */
final class MemoryAnnouncements implements Announcements {

    private record Key(String source, String key) {}

    private final MemoryTransactions transactions;
    private final Map<Key, Announcement> told = new LinkedHashMap<>();
    private final Set<Key> open = new HashSet<>();

    MemoryAnnouncements(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public int keep(String source, List<Announcement> all, Instant now) {
        return transactions.apart(() -> {
            int before = told.size();
            for (Announcement one : all) {
                Key key = new Key(source, one.key());
                if (told.putIfAbsent(key, one) == null) {
                    open.add(key);
                }
            }
            return told.size() - before;
        });
    }

    @Override
    public List<Announcement> about(String source, String subject) {
        return transactions.call(() -> of(source, key -> true)
                .filter(one -> one.about().equals(subject))
                .toList());
    }

    @Override
    public List<Announcement> open(String source, int max) {
        return transactions.call(() -> of(source, open::contains).limit(max).toList());
    }

    private Stream<Announcement> of(String source, Predicate<Key> which) {
        return told.entrySet().stream()
                .filter(e -> e.getKey().source().equals(source) && which.test(e.getKey()))
                .map(Map.Entry::getValue);
    }

    @Override
    public boolean markDone(String source, String key, Instant now) {
        return transactions.call(() -> {
            Key done = new Key(source, key);
            boolean wasOpen = open.remove(done);
            if (wasOpen) {
                transactions.undoBy(() -> open.add(done));
            }
            return wasOpen;
        });
    }
}
