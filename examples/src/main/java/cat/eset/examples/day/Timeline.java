package cat.eset.examples.day;

import cat.eset.core.LegalTime;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The day as it goes: printed at once, and kept for the page and the summary. Not thread-safe. */
public final class Timeline {

    /** One thing to tell, in English and in Catalan. */
    public record Line(String english, String catalan) {

        /** The name of something, which is the same in both. */
        public static Line name(String name) {
            return new Line(name, name);
        }
    }

    /** A file that proves what a step did, relative to the folder of the results. */
    public record Proof(String label, String file) {}

    /** One step of the day; filled while it runs. */
    public static final class Step {
        private final int number;
        private final Line service;
        private final Line title;
        private final Instant legalTime;
        private final List<Line> lines = new ArrayList<>();
        private final List<Proof> proofs = new ArrayList<>();
        private Duration took = Duration.ZERO;

        private Step(int number, Line service, Line title, Instant legalTime) {
            this.number = number;
            this.service = service;
            this.title = title;
            this.legalTime = legalTime;
        }

        /** Tells something that happened. */
        public Step say(String english, String catalan) {
            lines.add(new Line(english, catalan));
            return this;
        }

        /** Names a file that proves it. */
        public Step proof(String label, String file) {
            proofs.add(new Proof(label, file));
            return this;
        }

        /** Position in the day, from 1. */
        public int number() {
            return number;
        }

        /** The service of the consortium that took part, or the part of the SDK that worked alone. */
        public Line service() {
            return service;
        }

        /** What the step is about. */
        public Line title() {
            return title;
        }

        /** Instant of the virtual clock at which the step began. */
        public Instant legalTime() {
            return legalTime;
        }

        /** What happened. */
        public List<Line> lines() {
            return Collections.unmodifiableList(lines);
        }

        /** The files that prove it. */
        public List<Proof> proofs() {
            return Collections.unmodifiableList(proofs);
        }

        /** Real time it took. */
        public Duration took() {
            return took;
        }
    }

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final int TITLE_WIDTH = 76;

    private final PrintStream out;
    private final List<Step> steps = new ArrayList<>();

    /** A timeline that prints there. */
    public Timeline(PrintStream out) {
        this.out = out;
    }

    /** A date as the English lines write it. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** An instant as the English lines write it, in legal time. */
    static String minute(Instant instant) {
        return MINUTE.format(LegalTime.dateTimeOf(instant));
    }

    /** Begins a step of the day. */
    public Step begin(Line service, Line title, Instant legalTime) {
        Step step = new Step(steps.size() + 1, service, title, legalTime);
        steps.add(step);
        return step;
    }

    /** Ends the step: prints it with the real time it took. */
    public void end(Step step, Duration took) {
        step.took = took;
        out.printf(
                Locale.ROOT,
                "%d  %-" + TITLE_WIDTH + "s %s  %,6d ms%n",
                step.number,
                step.title.english() + " · " + step.service.english(),
                STAMP.format(LegalTime.dateTimeOf(step.legalTime)),
                took.toMillis());
        for (Line line : step.lines) {
            out.println("     " + line.english());
        }
    }

    /** Every step so far. */
    public List<Step> steps() {
        return Collections.unmodifiableList(steps);
    }

    /** The step that began last. */
    public Step current() {
        return steps.get(steps.size() - 1);
    }
}
