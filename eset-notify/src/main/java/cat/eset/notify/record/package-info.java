/**
 * What comes back from e-NOTUM: states, details, search results, evidence and reports. Start at
 * {@link cat.eset.notify.record.NotificationDetail} and {@link cat.eset.notify.record.Search}. Answers are read with
 * tolerance: what a newer service adds is ignored, states and codes that are not known are kept as they came. Nothing here
 * prints who anybody is. Everything is immutable and thread-safe.
 */
@NullMarked
package cat.eset.notify.record;

import org.jspecify.annotations.NullMarked;
