package cat.eset.examples.day;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;
import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.testkit.ConsortiumGoneException;
import cat.eset.testkit.ConsortiumOptions;
import cat.eset.testkit.ConsortiumProcess;
import cat.eset.testkit.pki.TestPki;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Where the day takes place: the simulated consortium in a process of its own, the town hall's software, and the
 * timeline, wire and results that tell what happened.
 */
public final class Stage implements AutoCloseable {

    /** The town hall of the day: invented. */
    public static final TownHall VILAPROVA = TestPki.VILAPROVA;

    private final Instant started = Instant.now();
    private final PrintStream out;
    private final Timeline timeline;
    private final DayResults results;
    private final WireFolder wire;
    private final IntConsumer beforeStep;
    private final ConsortiumProcess consortium;
    private final TownHallSoftware software;
    private final Map<String, Object> summary = new LinkedHashMap<>();
    private final Map<Timeline.Line, String> figures = new LinkedHashMap<>();

    /**
     * Starts everything.
     *
     * @param folder of the results
     * @param legalStart what the virtual clock shows first
     * @param database where the town hall keeps its work
     * @param timeline where the day is told
     * @param out where it is printed
     * @param saboteur called before each step with the simulator's process, for tests; does nothing otherwise
     */
    public Stage(
            Path folder,
            LocalDateTime legalStart,
            TownHallDatabase database,
            Timeline timeline,
            PrintStream out,
            Consumer<ConsortiumProcess> saboteur) {
        this.out = out;
        this.timeline = timeline;
        this.results = DayResults.in(folder);
        this.wire = new WireFolder(
                results.path("wire"),
                () -> timeline.steps().isEmpty() ? 1 : timeline.current().number());
        this.consortium =
                ConsortiumProcess.start(ConsortiumOptions.startingAt(legalStart).withVirtualTimeStamps());
        this.beforeStep = number -> saboteur.accept(consortium);
        this.software = TownHallSoftware.start(
                VILAPROVA,
                consortium.pki(),
                consortium.endpoints(),
                clock(),
                database.open(results.path("database"), VILAPROVA, clock()),
                wire);
        results.trust(consortium.pki());
    }

    /** The consortium and its citizens. */
    public ConsortiumProcess consortium() {
        return consortium;
    }

    /** The town hall's software. */
    public TownHallSoftware software() {
        return software;
    }

    /** The legal clock. */
    public Clock clock() {
        return consortium.clock();
    }

    /** The folder of the results. */
    public DayResults results() {
        return results;
    }

    /** Lets law and simulator get on to this local time. */
    public void until(LocalDateTime time) {
        try {
            consortium.clock().advanceTo(time);
        } catch (ConsortiumGoneException e) {
            throw gone(e);
        }
    }

    /** Plays a part of the consortium or its citizens. */
    public void outside(Runnable act) {
        try {
            act.run();
        } catch (ConsortiumGoneException e) {
            throw gone(e);
        }
    }

    /** Runs one step of the day, in which a service of the consortium takes part, and prints it. */
    public void step(String service, String english, String catalan, Consumer<Timeline.Step> body) {
        step(Timeline.Line.name(service), english, catalan, body);
    }

    /** Runs one step of the day and prints it. */
    public void step(Timeline.Line service, String english, String catalan, Consumer<Timeline.Step> body) {
        Timeline.Step step = timeline.begin(service, new Timeline.Line(english, catalan), clock().instant());
        beforeStep.accept(step.number());
        long begin = System.nanoTime();
        body.accept(step);
        wire.messages();
        timeline.end(step, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Notes a value for {@code summary.json}. */
    public void note(String name, Object value) {
        summary.put(name, value);
    }

    /** Notes a value for {@code summary.json} and for the head of the page. */
    public void figure(String name, String english, String catalan, String value) {
        summary.put(name, value);
        figures.put(new Timeline.Line(english, catalan), value);
    }

    /** What has to be true; if it is not, the day stops. */
    public static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new EsetException(Failure.of(Failure.Fault.REMOTE, otherwise)
                    .remedy("Look into wire/: the last messages tell why.")
                    .build());
        }
    }

    /** Writes the summary and the page, and says where they are. */
    public void tell() {
        Duration day = Duration.between(started, Instant.now());
        Map<String, Object> all = new LinkedHashMap<>(summary);
        all.put("durationMillis", day.toMillis());
        all.put("legalEnd", LegalTime.dateTimeOf(clock().instant()).toString());
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Timeline.Step step : timeline.steps()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("step", step.number());
            one.put("title", step.title().english());
            one.put("service", step.service().english());
            one.put("legalTime", LegalTime.dateTimeOf(step.legalTime()).toString());
            one.put("millis", step.took().toMillis());
            steps.add(one);
        }
        all.put("steps", steps);
        results.json("summary.json", all);
        List<OtherPrograms.Opinion> opinions =
                new OtherPrograms(results.path(""), System.getenv().getOrDefault("PATH", "")).ask();
        Timeline.Line title = new Timeline.Line(
                "e-SET · one day in the town hall of Vilaprova", "e-SET · un dia a l'Ajuntament de Vilaprova");
        results.text("timeline.html", TimelinePage.of(title, figures, timeline.steps(), wire.messages(), opinions));
        out.println();
        out.println("What other programs say of the signatures:");
        opinions.forEach(opinion -> out.println("  "
                + switch (opinion.verdict()) {
                    case GOOD -> "good       ";
                    case BAD -> "BAD        ";
                    case NOT_ASKED -> "not asked  ";
                }
                + opinion.about().english() + ": " + opinion.file()));
        out.println();
        out.println("Done in " + day.toMillis() + " ms. Open " + results.path("timeline.html") + " in a browser.");
    }

    @Override
    public void close() {
        software.close();
        consortium.close();
    }

    private static EsetException gone(ConsortiumGoneException e) {
        return new EsetException(Failure.of(
                        Failure.Fault.NETWORK, "The simulated consortium does not answer: " + e.getMessage())
                .service("simulated consortium")
                .remedy("Start the day again; in production: wait, then reconcile every operation without outcome.")
                .cause(e)
                .build());
    }
}
