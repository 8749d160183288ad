/**
 * The errors of e-NOTUM as data. Start at {@link cat.eset.notify.error.ENotumError}: what a code means, whose fault it
 * is, whether to try again and what to do, in English and Catalan. Codes that are not in the catalogue never fail.
 */
@NullMarked
package cat.eset.notify.error;

import org.jspecify.annotations.NullMarked;
