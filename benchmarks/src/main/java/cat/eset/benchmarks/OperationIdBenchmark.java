package cat.eset.benchmarks;

import cat.eset.core.OperationId;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What a new operation id costs, alone and when every thread of a busy server asks for one. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OperationIdBenchmark {

    @Benchmark
    public OperationId alone() {
        return OperationId.next();
    }

    @Benchmark
    @Threads(8)
    public OperationId eightThreads() {
        return OperationId.next();
    }
}
