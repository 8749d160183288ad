/** The messages of version 4.0: one codec per operation. */
@NullMarked
package cat.eset.notify.internal.wire;

import org.jspecify.annotations.NullMarked;
