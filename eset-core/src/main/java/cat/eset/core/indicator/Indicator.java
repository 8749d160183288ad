package cat.eset.core.indicator;

import cat.eset.core.InvalidValueException;
import java.util.List;

/**
 * One indicator with what it counts.
 *
 * @param items keys of what was counted, with its age, oldest first
 */
public record Indicator(List<Item> items) {

    /**
     * Something that was counted.
     *
     * @param key printed number or identity; no personal data
     * @param ageDays natural days since it began to count, from 0
     */
    public record Item(String key, long ageDays) {
        /** Checks the values. */
        public Item {
            if (key.isBlank()) {
                throw InvalidValueException.of("Indicator", "what is counted has a key");
            }
        }
    }

    /** Copies the list. */
    public Indicator {
        items = List.copyOf(items);
    }

    /** How many. */
    public int count() {
        return items.size();
    }

    /** Age of the oldest in natural days; 0 if there is none. */
    public long oldestDays() {
        return items.stream().mapToLong(Item::ageDays).max().orElse(0);
    }
}
