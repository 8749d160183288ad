/** What the SDK costs, measured: one class per question. How to run and read them: {@code docs/benchmarks.md}. */
@NullMarked
package cat.eset.benchmarks;

import org.jspecify.annotations.NullMarked;
