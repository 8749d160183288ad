/** How the client works. */
@NullMarked
package cat.eset.notify.internal;

import org.jspecify.annotations.NullMarked;
