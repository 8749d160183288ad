package cat.eset.examples.day;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.registry.Direction;
import cat.eset.core.work.WorkStore;
import java.io.PrintStream;
import java.util.Optional;

/**
 * What a person has to know when a step fails: which step, which service, whether anything may have been registered
 * there or here, and what to do. No stack trace: it goes to whoever asks for it.
 */
public final class DayFailure {

    private DayFailure() {}

    /**
     * Prints it.
     *
     * @param timeline whose last step failed
     * @param error what was thrown
     * @param store what the town hall has, if it had started
     * @param out where it is printed
     */
    public static void print(Timeline timeline, RuntimeException error, Optional<WorkStore> store, PrintStream out) {
        Failure failure = error instanceof EsetException known
                ? known.failure()
                : Failure.of(Failure.Fault.CALLER, error.getClass().getSimpleName() + ": " + error.getMessage())
                        .remedy("Run it again with -Dtrace=true and report what it prints.")
                        .build();
        out.println();
        if (timeline.steps().isEmpty()) {
            out.println("The day did not start.");
        } else {
            Timeline.Step step = timeline.current();
            out.println("The day stopped in step " + step.number() + ", \""
                    + step.title().english() + "\" (" + step.service().english() + ").");
        }
        out.println("  What happened:             " + failure.what()
                + failure.remoteCode().map(code -> " (" + code + ")").orElse(""));
        failure.service().ifPresent(service -> out.println("  Service:                   " + service));
        out.println("  Registered at the service? "
                + (failure.effect() == Failure.Effect.UNKNOWN
                        ? "Not known: ask it before sending anything again."
                        : "No: what failed was certainly not taken there; what the steps above tell stands."));
        store.ifPresent(s -> out.println("  Registered here:           " + count(s, Direction.ENTRY) + " entries, "
                + count(s, Direction.EXIT) + " exits; their numbers stand."));
        failure.operation().ifPresent(id -> out.println("  Operation:                 " + id));
        out.println("  What to do:                "
                + failure.remedy().orElse(failure.retry() == Failure.Retry.NEVER ? "Correct it first." : "Try again."));
        if (Boolean.getBoolean("trace")) {
            error.printStackTrace(out);
        }
    }

    private static int count(WorkStore store, Direction direction) {
        return store.registryBook().year(Stage.VILAPROVA, direction, 2026).size();
    }
}
