package cat.eset.testkit.internal.enotum;

import cat.eset.core.LegalTime;
import cat.eset.testkit.internal.xml.XmlText;
import java.time.Instant;
import java.util.List;

/** Writes {@code Report} (contract enotum 6.7, 7). */
final class ReportText {

    static final String NT = "http://www.aocat.net/NT/v4.0";

    private ReportText() {}

    /** The element {@code Report} with its namespace. */
    static String report(String kind, Notice.Sender entity, Instant at, List<Notice> notices) {
        XmlText x = XmlText.prefixed("").open("Report").attribute("xmlns", NT);
        x.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        issuer(x, entity);
        x.leaf("DataInforme", LegalTime.dateOf(at).toString()).leaf("TipusInforme", kind);
        notices.forEach(n -> notice(x, n));
        return x.close().toString();
    }

    /** The SOAP message of the callback. */
    static String soap(String report) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                + "<soapenv:Body><open:clientRequestwithReturn xmlns:open=\"http://www.openuri.org/\">" + report
                + "</open:clientRequestwithReturn></soapenv:Body></soapenv:Envelope>";
    }

    static void issuer(XmlText x, Notice.Sender entity) {
        x.open("Emissor")
                .leaf("CodiOrganisme", entity.organisation())
                .leaf("NomOrganisme", entity.name())
                .leaf("CodiDepartament", entity.organisation())
                .leaf("NomDepartament", entity.name())
                .leafUnlessEmpty("BackOffice", entity.backOffice())
                .close();
    }

    private static void notice(XmlText x, Notice n) {
        x.open("DadesNotificacio");
        x.open("DadesEstat")
                .leaf("Estat", n.state)
                .leaf("DataActualitzacio", Times.write(n.updated))
                .close();
        x.open("DadesNotificacio")
                .leaf("Referencia", n.field("Referencia"))
                .leaf("IdNotificacio", String.valueOf(n.id))
                .leaf("TipusObjecte", n.field("TipusObjecte"))
                .leafUnlessEmpty("DiesExpiracio", n.field("DiesExpiracio"))
                .leafUnlessEmpty("IdNotificacioEmissor", n.field("IdNotificacioEmissor"))
                .leafUnlessEmpty("Canal", n.field("Canal"))
                .close();
        x.open("DadesRegistre");
        if (n.registryNumber.isEmpty()) {
            x.open("DataRegistre").attribute("xsi:nil", "true").close();
            x.open("NumeroRegistreSortida").attribute("xsi:nil", "true").close();
        } else {
            x.leaf("DataRegistre", n.registered.map(Times::write)).leaf("NumeroRegistreSortida", n.registryNumber);
        }
        x.close();
        if (!n.signer.isEmpty()) {
            x.open("DadesSignador").raw(n.signer).close();
        }
        if (!n.channelChange.isEmpty()) {
            x.open("DadesCanviCanal").raw(n.channelChange).close();
        }
        x.leafUnlessEmpty("BackOffice", n.backOffice).close();
    }
}
