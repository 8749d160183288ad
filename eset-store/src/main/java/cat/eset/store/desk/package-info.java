/**
 * What a desk looks at: lists of expedients, entries and tasks, page by page, without reading what they hold. Start with
 * {@link cat.eset.store.desk.DeskQueries}.
 */
@NullMarked
package cat.eset.store.desk;

import org.jspecify.annotations.NullMarked;
