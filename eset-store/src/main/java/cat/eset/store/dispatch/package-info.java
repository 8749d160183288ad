/**
 * Delivers what is in an {@link cat.eset.core.work.Outbox}: at least once, in the order of each aggregate, by as many dispatchers as there are.
 * Start with {@link cat.eset.store.dispatch.Dispatcher}.
 */
@NullMarked
package cat.eset.store.dispatch;

import org.jspecify.annotations.NullMarked;
