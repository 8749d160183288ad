package cat.eset.core.internal;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable hash map whose {@link #with} shares all but one path with the map it came from, so that the ten-thousandth
 * document enters an expedient as fast as the first. A hash trie of 32-way nodes; keys with the same hash share a bucket.
 */
public final class PersistentMap<K, V> {

    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;

    private record Leaf<K, V>(K key, V value, @Nullable Leaf<K, V> next) {}

    private static final class Node {
        private final int bitmap;
        private final Object[] slots;

        private Node(int bitmap, Object[] slots) {
            this.bitmap = bitmap;
            this.slots = slots;
        }
    }

    private static final Node NO_NODE = new Node(0, new Object[0]);

    private final Node root;
    private final int size;

    private PersistentMap(Node root, int size) {
        this.root = root;
        this.size = size;
    }

    /** A map of nothing. */
    public static <K, V> PersistentMap<K, V> empty() {
        return new PersistentMap<>(NO_NODE, 0);
    }

    /** How many keys. */
    public int size() {
        return size;
    }

    /** The value of a key. */
    @SuppressWarnings("unchecked")
    public Optional<V> get(K key) {
        int hash = spread(key);
        Node node = root;
        for (int shift = 0; ; shift += BITS) {
            int bit = 1 << ((hash >>> shift) & MASK);
            if ((node.bitmap & bit) == 0) {
                return Optional.empty();
            }
            Object slot = node.slots[Integer.bitCount(node.bitmap & (bit - 1))];
            if (slot instanceof Node inner) {
                node = inner;
                continue;
            }
            for (Leaf<K, V> leaf = (Leaf<K, V>) slot; leaf != null; leaf = leaf.next) {
                if (leaf.key.equals(key)) {
                    return Optional.of(leaf.value);
                }
            }
            return Optional.empty();
        }
    }

    /** A map in which the key has this value. */
    public PersistentMap<K, V> with(K key, V value) {
        Objects.requireNonNull(value, "value");
        boolean fresh = get(key).isEmpty();
        return new PersistentMap<>(put(root, 0, spread(key), key, value), fresh ? size + 1 : size);
    }

    /** Every value, in no order. */
    public void forEachValue(Consumer<? super V> action) {
        visit(root, action);
    }

    @SuppressWarnings("unchecked")
    private static <V> void visit(Node node, Consumer<? super V> action) {
        for (Object slot : node.slots) {
            if (slot instanceof Node inner) {
                visit(inner, action);
            } else {
                for (Leaf<?, V> leaf = (Leaf<?, V>) slot; leaf != null; leaf = (Leaf<?, V>) leaf.next) {
                    action.accept(leaf.value);
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <K, V> Node put(Node node, int shift, int hash, K key, V value) {
        int bit = 1 << ((hash >>> shift) & MASK);
        int index = Integer.bitCount(node.bitmap & (bit - 1));
        if ((node.bitmap & bit) == 0) {
            Object[] slots = new Object[node.slots.length + 1];
            System.arraycopy(node.slots, 0, slots, 0, index);
            slots[index] = new Leaf<>(key, value, null);
            System.arraycopy(node.slots, index, slots, index + 1, node.slots.length - index);
            return new Node(node.bitmap | bit, slots);
        }
        Object[] slots = Arrays.copyOf(node.slots, node.slots.length);
        Object slot = slots[index];
        slots[index] = slot instanceof Node inner
                ? put(inner, shift + BITS, hash, key, value)
                : merge((Leaf<K, V>) slot, shift + BITS, hash, key, value);
        return new Node(node.bitmap, slots);
    }

    private static <K, V> Object merge(Leaf<K, V> leaf, int shift, int hash, K key, V value) {
        int other = spread(leaf.key);
        if (other == hash) {
            return replace(leaf, key, value);
        }
        int bit = 1 << ((other >>> shift) & MASK);
        return put(new Node(bit, new Object[] {leaf}), shift, hash, key, value);
    }

    private static <K, V> Leaf<K, V> replace(@Nullable Leaf<K, V> leaf, K key, V value) {
        if (leaf == null) {
            return new Leaf<>(key, value, null);
        }
        return leaf.key.equals(key)
                ? new Leaf<>(key, value, leaf.next)
                : new Leaf<>(leaf.key, leaf.value, replace(leaf.next, key, value));
    }

    private static int spread(Object key) {
        int h = key.hashCode() * 0x9E3779B9;
        return h ^ (h >>> 16);
    }

    @Override
    public boolean equals(@Nullable Object o) {
        if (!(o instanceof PersistentMap<?, ?> other) || other.size != size) {
            return false;
        }
        return sameIn(root, other);
    }

    @SuppressWarnings("unchecked")
    private static <K, V> boolean sameIn(Node node, PersistentMap<K, V> other) {
        for (Object slot : node.slots) {
            if (slot instanceof Node inner) {
                if (!sameIn(inner, other)) {
                    return false;
                }
                continue;
            }
            for (Leaf<K, V> leaf = (Leaf<K, V>) slot; leaf != null; leaf = leaf.next) {
                if (!other.get(leaf.key).equals(Optional.of(leaf.value))) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return size;
    }
}
