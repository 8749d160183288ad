package cat.eset.core.memory;

import cat.eset.core.work.TrackingState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What pollers remember, by key. */
final class MemoryTrackingState implements TrackingState {

    private final MemoryTransactions transactions;
    private final Map<String, String> texts = new HashMap<>();

    MemoryTrackingState(MemoryTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<String> read(String key) {
        return transactions.call(() -> Optional.ofNullable(texts.get(key)));
    }

    @Override
    public boolean replace(String key, Optional<String> expected, String text) {
        return transactions.call(() -> {
            Optional<String> stored = Optional.ofNullable(texts.get(key));
            if (!stored.equals(expected)) {
                return false;
            }
            texts.put(key, text);
            transactions.undoBy(() -> stored.ifPresentOrElse(s -> texts.put(key, s), () -> texts.remove(key)));
            return true;
        });
    }

    @Override
    public boolean forget(String key, String expected) {
        return transactions.call(() -> {
            if (!texts.remove(key, expected)) {
                return false;
            }
            transactions.undoBy(() -> texts.put(key, expected));
            return true;
        });
    }

    @Override
    public List<String> keys(String beginning) {
        return transactions.call(() ->
                texts.keySet().stream().filter(key -> key.startsWith(beginning)).toList());
    }
}
