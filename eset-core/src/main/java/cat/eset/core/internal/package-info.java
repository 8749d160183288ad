/**
 * Small tools of the aggregates. Not exported.
 */
@NullMarked
package cat.eset.core.internal;

import org.jspecify.annotations.NullMarked;
