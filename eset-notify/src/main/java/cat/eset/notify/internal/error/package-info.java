/** Where the error catalogue is read. */
@NullMarked
package cat.eset.notify.internal.error;

import org.jspecify.annotations.NullMarked;
