/**
 * What a call of the PCI costs, through sockets, against a stub in a process of its own. Start with
 * {@link cat.eset.benchmarks.transport.CallBenchmark}.
 */
@NullMarked
package cat.eset.benchmarks.transport;

import org.jspecify.annotations.NullMarked;
