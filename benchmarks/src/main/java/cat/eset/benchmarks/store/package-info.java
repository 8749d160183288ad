/**
 * What the store on PostgreSQL costs: {@link cat.eset.benchmarks.store.NumberingBenchmark} holds its numbering to a bare JDBC program, {@link
 * cat.eset.benchmarks.store.DeskBenchmark} asks what a desk asks among a million entries.
 */
@NullMarked
package cat.eset.benchmarks.store;

import org.jspecify.annotations.NullMarked;
