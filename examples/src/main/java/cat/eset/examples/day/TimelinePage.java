package cat.eset.examples.day;

import cat.eset.core.LegalTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The day as one self-contained page, in English and in Catalan, that a mayor could read. */
public final class TimelinePage {

    private static final DateTimeFormatter ENGLISH_DATE =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);
    // The month brings its own preposition: "de març", "d'abril".
    private static final DateTimeFormatter CATALAN_DATE =
            DateTimeFormatter.ofPattern("EEEE, d MMMM 'de' yyyy, H.mm 'h'", Locale.forLanguageTag("ca"));

    private TimelinePage() {}

    /**
     * The page.
     *
     * @param title of the town hall and its day
     * @param figures the few numbers that matter, label to value
     * @param steps every step of the day
     * @param wire the files of everything that crossed the wire, with the step they belong to
     * @param opinions what other programs said of the signatures
     */
    public static String of(
            Timeline.Line title,
            Map<Timeline.Line, String> figures,
            List<Timeline.Step> steps,
            List<WireFolder.Message> wire,
            List<OtherPrograms.Opinion> opinions) {
        StringBuilder numbers = new StringBuilder();
        figures.forEach((label, value) -> numbers.append("<div class=\"figure\"><b>")
                .append(escape(value))
                .append("</b>")
                .append(both(label))
                .append("</div>"));
        StringBuilder body = new StringBuilder();
        for (Timeline.Step step : steps) {
            body.append(section(step, wire));
        }
        body.append(judged(opinions));
        return resource()
                .replace("{{name}}", escape(title.english()))
                .replace("{{title}}", both(title))
                .replace("{{figures}}", numbers)
                .replace("{{steps}}", body);
    }

    private static String section(Timeline.Step step, List<WireFolder.Message> wire) {
        StringBuilder s = new StringBuilder("<section><div class=\"when\"><span class=\"n\">")
                .append(step.number())
                .append("</span>")
                .append(both(
                        ENGLISH_DATE.format(LegalTime.dateTimeOf(step.legalTime())),
                        CATALAN_DATE.format(LegalTime.dateTimeOf(step.legalTime()))))
                .append("</div><div class=\"what\"><h2>")
                .append(both(step.title()))
                .append("</h2><p class=\"service\">")
                .append(both(step.service()))
                .append(" · ")
                .append(step.took().toMillis())
                .append(" ms</p><ul>");
        for (Timeline.Line line : step.lines()) {
            s.append("<li>").append(both(line)).append("</li>");
        }
        s.append("</ul>");
        if (!step.proofs().isEmpty()) {
            s.append("<p class=\"proofs\">");
            for (Timeline.Proof proof : step.proofs()) {
                s.append(link(proof.file(), proof.label())).append(' ');
            }
            s.append("</p>");
        }
        List<WireFolder.Message> own =
                wire.stream().filter(m -> m.step() == step.number()).toList();
        if (!own.isEmpty()) {
            s.append("<details><summary>")
                    .append(both(own.size() + " messages on the wire", own.size() + " missatges a la xarxa"))
                    .append("</summary><ol>");
            for (WireFolder.Message message : own) {
                s.append("<li>")
                        .append(link("wire/" + message.file(), message.file()))
                        .append(" <small>")
                        .append(message.size())
                        .append(" B</small></li>");
            }
            s.append("</ol></details>");
        }
        return s.append("</div></section>\n").toString();
    }

    private static String judged(List<OtherPrograms.Opinion> opinions) {
        StringBuilder s = new StringBuilder("<section><div class=\"when\"></div><div class=\"what\"><h2>")
                .append(both(
                        "What other programs say of the signatures", "Què diuen de les signatures altres programes"))
                .append("</h2><ul>");
        for (OtherPrograms.Opinion opinion : opinions) {
            s.append("<li>")
                    .append(both(opinion.about()))
                    .append(": ")
                    .append(
                            switch (opinion.verdict()) {
                                case GOOD -> both("good", "bé");
                                case BAD -> both("BAD", "MALAMENT");
                                case NOT_ASKED ->
                                    both("not asked, it is not installed", "no s'ha preguntat: no està instal·lat");
                            })
                    .append(" · ")
                    .append(link(opinion.file(), opinion.file()))
                    .append("</li>");
        }
        return s.append("</ul></div></section>\n").toString();
    }

    private static String link(String file, String label) {
        return "<a href=\"" + escape(file) + "\">" + escape(label) + "</a>";
    }

    private static String both(Timeline.Line line) {
        return both(line.english(), line.catalan());
    }

    private static String both(String english, String catalan) {
        return "<span lang=\"en\">" + escape(english) + "</span><span lang=\"ca\">" + escape(catalan) + "</span>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource() {
        try (InputStream in = Objects.requireNonNull(TimelinePage.class.getResourceAsStream("timeline.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
