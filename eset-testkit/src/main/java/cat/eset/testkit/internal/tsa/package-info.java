/** The RFC 3161 time-stamp authority. */
@NullMarked
package cat.eset.testkit.internal.tsa;

import org.jspecify.annotations.NullMarked;
