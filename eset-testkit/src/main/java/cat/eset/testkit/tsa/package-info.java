/**
 * The simulated time stamp authority, and how to make it lie. Start with {@link cat.eset.testkit.tsa.TimeStampDesk}.
 */
@NullMarked
package cat.eset.testkit.tsa;

import org.jspecify.annotations.NullMarked;
