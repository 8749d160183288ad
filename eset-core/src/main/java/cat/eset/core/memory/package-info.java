/**
 * Adapters of every port of the work model that keep everything in memory, with real transactions: for tests, for
 * trying things out, and as the reference that other adapters are compared with. Start with
 * {@link cat.eset.core.memory.MemoryStore}.
 */
@NullMarked
package cat.eset.core.memory;

import org.jspecify.annotations.NullMarked;
