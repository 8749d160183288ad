/**
 * From a state of e-NOTUM to what the law makes of it. Start at {@link cat.eset.notify.outcome.Outcome}; the dates come
 * from the legal engine of the core, with their articles.
 */
@NullMarked
package cat.eset.notify.outcome;

import org.jspecify.annotations.NullMarked;
