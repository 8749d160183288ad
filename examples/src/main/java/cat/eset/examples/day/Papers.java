package cat.eset.examples.day;

import cat.eset.core.DocumentContent;
import cat.eset.core.LegalTime;
import cat.eset.core.effect.AppealsFooter;
import cat.eset.core.expedient.Expedient;
import cat.eset.core.registry.RegistryEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** The documents of the day, in Catalan as the town hall writes them. */
public final class Papers {

    private static final Locale CATALAN = Locale.forLanguageTag("ca");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM 'de' yyyy", CATALAN);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM 'de' yyyy, HH:mm:ss", CATALAN);

    private Papers() {}

    /** A date as people write it, for example {@code 2 de març de 2026}. */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** The receipt of an entry: number, instants, content, term and silence (Llei 39/2015 arts. 16.3, 21.4). */
    public static DocumentContent receipt(RegistryEntry entry, String person, LocalDate resolveBefore) {
        return PdfTemplate.named("receipt.xhtml")
                .fill(Map.of(
                        "townHall", entry.townHall().name(),
                        "number", entry.number().text(),
                        "subject", entry.content().extract(),
                        "presented", time(entry.presentedAt()),
                        "registered", time(entry.registeredAt()),
                        "person", person,
                        "exposes", entry.content().statement().orElse("—"),
                        "requests", entry.content().request().orElse("—"),
                        "deadline",
                                "Termini màxim per resoldre i notificar: " + date(resolveBefore)
                                        + ". Si no es notifica dins d'aquest termini, la sol·licitud s'entén estimada, llevat que"
                                        + " una llei digui el contrari (articles 21 i 24 de la Llei 39/2015)."));
    }

    /** The architect's report. */
    public static DocumentContent report(Expedient expedient, RegistryEntry entry, String author, LocalDate day) {
        return PdfTemplate.named("report.xhtml")
                .fill(Map.of(
                        "townHall",
                        entry.townHall().name(),
                        "expedient",
                        expedient.number().text(),
                        "subject",
                        expedient.title(),
                        "background",
                        "Registre d'entrada " + entry.number() + ", de " + date(LegalTime.dateOf(entry.presentedAt()))
                                + ".",
                        "report",
                        "L'obra consisteix a reparar la coberta sense modificar-ne la forma ni el volum. La documentació presentada és suficient.",
                        "conclusion",
                        "S'informa favorablement.",
                        "signedBy",
                        author + "\n" + date(day)));
    }

    /** A decree of the mayor. */
    public static DocumentContent decree(Expedient expedient, String extract, String facts, String mayor) {
        return PdfTemplate.named("decree.xhtml")
                .fill(Map.of(
                        "townHall",
                        expedient.townHall().name(),
                        "expedient",
                        expedient.number().text(),
                        "subject",
                        expedient.title(),
                        "extract",
                        extract,
                        "facts",
                        facts,
                        "grounds",
                        "Articles 21 i 88 de la Llei 39/2015, d'1 d'octubre, del procediment administratiu comú de les administracions públiques.",
                        "competence",
                        "Article 21.1 de la Llei 7/1985, de 2 d'abril, reguladora de les bases del règim local.",
                        "decision",
                        "Primer. " + extract
                                + ".\nSegon. Notificar aquest decret a la persona interessada, amb els recursos que hi pot interposar.",
                        "appeals",
                        appeals(),
                        "mayor",
                        mayor));
    }

    /** The appeals against a decree of the mayor, which ends the route. */
    public static String appeals() {
        return AppealsFooter.endingTheRoute(AppealsFooter.Body.MAYOR, false).text();
    }

    private static String time(Instant instant) {
        return TIME.format(LegalTime.dateTimeOf(instant));
    }
}
