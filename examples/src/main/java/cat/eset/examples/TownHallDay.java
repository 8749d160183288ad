package cat.eset.examples;

import cat.eset.core.work.WorkStore;
import cat.eset.examples.day.DayFailure;
import cat.eset.examples.day.FirstCitizen;
import cat.eset.examples.day.Stage;
import cat.eset.examples.day.Timeline;
import cat.eset.examples.day.TownHallDatabase;
import cat.eset.examples.day.TownHallSoftware;
import cat.eset.examples.day.UnluckyCitizen;
import cat.eset.testkit.ConsortiumProcess;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * One day in a small town hall, end to end: an application arrives, an expedient runs, a decree is signed and notified,
 * the expedient is closed and exported, and a second notification survives a broken network. Everything goes over real
 * sockets to the simulated consortium, with the real protocols; law and simulator run on a virtual clock inside 2026.
 *
 * <p>Run it with {@code ./mvnw -q -Pdemo}; the results are in {@code target/town-hall-day/}. How a vendor puts the SDK
 * together is in {@link TownHallSoftware}; how the work is done with it, in {@link FirstCitizen}.
 */
public final class TownHallDay {

    private static final LocalDateTime MONDAY_MORNING = LocalDateTime.of(2026, 3, 2, 9, 30);

    private TownHallDay() {}

    /** Argument: the folder of the results, {@code target/town-hall-day} when not said. */
    public static void main(String[] args) {
        Path folder = Path.of(args.length > 0 ? args[0] : "target/town-hall-day");
        System.exit(run(folder, System.getProperty("store", "h2"), System.out, (simulator, step) -> {}));
    }

    /** Runs the day on H2 and gives the exit code; the saboteur gets the simulator before each step. */
    static int run(Path folder, PrintStream out, BiConsumer<ConsortiumProcess, Integer> saboteur) {
        return run(folder, "h2", out, saboteur);
    }

    /** Runs the day on a kind of database and gives the exit code. */
    static int run(Path folder, String kind, PrintStream out, BiConsumer<ConsortiumProcess, Integer> saboteur) {
        Timeline timeline = new Timeline(out);
        Optional<WorkStore> store = Optional.empty();
        out.println("e-SET · one day in the town hall of Vilaprova (simulated consortium, law of 2026)");
        // The database outlives the stage, so that a failure can be told by what is stored.
        try (TownHallDatabase database = TownHallDatabase.of(kind)) {
            try (Stage stage = new Stage(
                    folder,
                    MONDAY_MORNING,
                    database,
                    timeline,
                    out,
                    simulator -> saboteur.accept(simulator, timeline.current().number()))) {
                store = Optional.of(stage.software().store());
                new FirstCitizen(stage).live();
                new UnluckyCitizen(stage).live();
                stage.tell();
                return 0;
            } catch (RuntimeException e) {
                DayFailure.print(timeline, e, store, out);
                return 1;
            }
        }
    }
}
