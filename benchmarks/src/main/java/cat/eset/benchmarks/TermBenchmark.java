package cat.eset.benchmarks;

import cat.eset.core.calendar.WorkingCalendar;
import cat.eset.core.calendar.WorkingCalendars;
import cat.eset.core.term.Term;
import cat.eset.core.term.TermResult;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to know when a term ends, with its reasons, on the calendars of the seat and of the residence. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class TermBenchmark {

    private final WorkingCalendars calendars = WorkingCalendars.of(
            WorkingCalendar.catalonia()
                    .of("Seat")
                    .withLocalHolidays(2026, LocalDate.of(2026, 6, 8), LocalDate.of(2026, 8, 24)),
            WorkingCalendar.catalonia().of("Residence").withLocalHolidays(2026, LocalDate.of(2026, 7, 7)));

    private int day;

    private LocalDate next() {
        day = (day + 1) % 200;
        return LocalDate.of(2026, 1, 1).plusDays(day);
    }

    @Benchmark
    public TermResult tenWorkingDays() {
        return Term.workingDays(10).from(next()).on(calendars);
    }

    @Benchmark
    public TermResult thirtyWorkingDays() {
        return Term.workingDays(30).from(next()).on(calendars);
    }

    @Benchmark
    public TermResult oneMonth() {
        return Term.months(1).from(next()).on(calendars);
    }
}
