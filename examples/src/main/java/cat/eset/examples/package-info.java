/**
 * Programs that use the SDK as a vendor would, through its public API only. Start with
 * {@link cat.eset.examples.TownHallDay}: one day in a small town hall, end to end.
 */
@NullMarked
package cat.eset.examples;

import org.jspecify.annotations.NullMarked;
