/** Expedients with many documents. */
@NullMarked
package cat.eset.benchmarks.expedient;

import org.jspecify.annotations.NullMarked;
