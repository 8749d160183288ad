package cat.eset.testkit.internal.sir;

import cat.eset.core.LegalTime;
import cat.eset.testkit.internal.xml.XmlText;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** The answers of SIR (contract sir 3). */
final class SirText {

    private static final DateTimeFormatter COMPACT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(LegalTime.ZONE);
    private static final DateTimeFormatter SLASHED =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT).withZone(LegalTime.ZONE);

    private SirText() {}

    /** As the example of a sending writes instants. */
    static String compact(Instant at) {
        return COMPACT.format(at);
    }

    /** As the example of a confirmation writes instants. */
    static String slashed(Instant at) {
        return SLASHED.format(at);
    }

    private static String dateTime(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(LegalTime.ZONE));
    }

    private static XmlText open(String operation) {
        return XmlText.prefixed("sir:").open("resposta" + operation).attribute("xmlns:sir", SirEngine.NS);
    }

    private static String close(XmlText x, String code, String text) {
        x.open("resultat").leaf("codiResultat", code).leaf("descripcio", text).close();
        return x.close().toString();
    }

    static String refused(String operation, String text) {
        return close(open(operation), "502", text);
    }

    static String done(String operation) {
        return close(open(operation), "0", "OK");
    }

    static String sent(Held held) {
        XmlText x = open("EnviamentAssentament").open("resposta");
        x.leaf("idEnviamentSIR", held.id)
                .leaf("origenRegistreEntrada", held.originEntry)
                .leaf("origenRegistreEntradaData", held.originEntryDate)
                .close();
        return close(x, "0", "OK");
    }

    static String confirmed(Held held) {
        XmlText x = open("ConfirmacioAssentament");
        x.open("peticioConfirmacioAssentament").leaf("idEnviamentSIR", held.id).close();
        x.open("resposta")
                .leaf("registreEntrada", held.destinationEntry)
                .leaf("registreEntradaData", held.destinationEntryDate)
                .close();
        return close(x, "0", "OK");
    }

    static String consulted(Held held) {
        XmlText x = open("ConsultaAssentament").open("resposta").open("intercanvi");
        x.leaf("idEnviament", held.sendingId).leaf("idEnviamentSIR", held.id).leaf("oficinaInicial", held.startOffice);
        entries(x.leaf("oficinaOrigen", held.originOffice).leaf("oficinaDesti", held.destinationOffice), held);
        x.leaf("registreSortida", held.exitNumber).leaf("estat", held.state).leaf("enviament", held.sicres);
        x.close().open("apunts");
        for (Held.Movement m : held.movements) {
            x.open("apunt").leaf("data", dateTime(m.at())).leaf("tipus", m.kind());
            x.leafUnlessEmpty("missatge", m.message());
            x.leaf("oficinaOrigen", m.office())
                    .leaf("oficinaDenominacio", "Registro General")
                    .close();
        }
        x.close().open("annexos");
        for (Held.Annex annex : held.annexes) {
            x.open("annex")
                    .leaf("nomFitxer", annex.name())
                    .leaf("idFitxerSIR", annex.fileId())
                    .leaf("guid", annex.guid())
                    .close();
        }
        x.close().close();
        return close(x, "0", "OK");
    }

    static String synchronised(List<SirEngine.Event> events) {
        XmlText x = open("SincronitzacioAssentaments").open("resposta");
        for (SirEngine.Event event : events) {
            Held held = event.held();
            x.open("intercanvi")
                    .leaf("idEnviament", held.sendingId)
                    .leaf("idEnviamentSIR", held.id)
                    .leaf("codiEns", held.body)
                    .leaf("oficinaInicial", held.startOffice)
                    .leaf("oficinaOrigen", held.originOffice)
                    .leaf("oficinaDesti", held.destinationOffice);
            entries(x, held);
            x.leaf("tipus", event.kind()).leaf("data", dateTime(event.at())).close();
        }
        return close(x.close(), "0", "OK");
    }

    private static void entries(XmlText x, Held held) {
        x.leaf("origenRegistreEntrada", held.originEntry).leaf("origenRegistreEntradaData", held.originEntryDate);
        x.leafUnlessEmpty("destiRegistreEntrada", held.destinationEntry)
                .leafUnlessEmpty("destiRegistreEntradaData", held.destinationEntryDate);
    }
}
