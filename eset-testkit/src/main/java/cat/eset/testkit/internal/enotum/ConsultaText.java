package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.XmlText;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Element;

/** Writes the body of {@code RespostaConsulta}: the sections on demand only (contract enotum 6.2). */
final class ConsultaText {

    private final Element request;

    ConsultaText(Element request) {
        this.request = request;
    }

    String answer(Notice n) {
        XmlText x = XmlText.prefixed("");
        x.leaf("IdNotificacio", String.valueOf(n.id));
        ReportText.issuer(x, new Notice.Sender(n.organisation, n.organisationName, n.backOffice));
        notice(x, n);
        x.open("DadesEstat").leaf("Estat", n.state);
        nillable(x, "DataPublicacio", n.deposited);
        nillable(x, "DataAcceptacioRebuig", n.practised);
        x.leaf("DataAnullacio", n.cancelled.map(Times::write))
                .leafUnlessEmpty("MotiuAnullacio", n.cancelReason)
                .close();
        if (asked("IncloureDadesOfici")) {
            x.copy(n.draft.office());
        }
        if (asked("IncloureDocuments")) {
            documents(x, n);
        }
        if (asked("IncloureDestinataris")) {
            recipients(x, n);
        }
        if (asked("IncloureDadesSignador") && !n.signer.isEmpty()) {
            x.open("DadesSignador").raw(n.signer).close();
        }
        return x.toString();
    }

    private boolean asked(String flag) {
        return Dom.text(request, flag).matches("true|1");
    }

    private static void notice(XmlText x, Notice n) {
        x.open("DadesNotificacio");
        boolean registryWritten = false;
        for (Element field : Dom.children(n.draft.notificacio())) {
            String name = String.valueOf(field.getLocalName());
            if (name.equals("TipusObjecte") && !registryWritten && !n.registryNumber.isEmpty()) {
                x.open("DadesRegistre")
                        .leaf("NumeroRegistre", n.registryNumber)
                        .leaf("DataRegistre", n.registered.map(Times::write))
                        .close();
                registryWritten = true;
            }
            if (!name.equals("Destinataris") && !name.equals("DadesRegistre")) {
                x.copy(field);
            }
        }
        x.close();
    }

    /** Only the name and the id in the document store come back: schema-invalid, as the documentation describes it. */
    private static void documents(XmlText x, Notice n) {
        x.open("Documents");
        for (int i = 0; i < n.draft.documents().size(); i++) {
            NoticeDocument document = n.draft.documents().get(i);
            x.open(i == 0 ? "Resolucio" : "Annex").leaf("Nom", document.name());
            String uuid = document.reference().isEmpty()
                    ? UUID.nameUUIDFromBytes((n.id + "/" + i).getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                            .toString()
                    : document.reference();
            if (n.deposited.isPresent()) {
                x.leaf("UUID", uuid);
            }
            x.close();
        }
        x.close();
    }

    private static void recipients(XmlText x, Notice n) {
        x.open("Destinataris");
        for (Recipient recipient : n.draft.recipients()) {
            x.open("Destinatari").copy(recipient.person());
            if (recipient.holder()) {
                x.leaf("Titular", "true");
            }
            boolean signed = !n.practisedBy.isEmpty() && recipient.mayActAs(n.practisedBy);
            x.leafUnlessEmpty("Idioma", recipient.language()).leaf("HaSignat", String.valueOf(signed));
            if (signed && !n.channelChange.isEmpty()) {
                x.open("CanviCanal").raw(n.channelChange).close();
            }
            x.leafUnlessEmpty("Obligat", recipient.obliged()).close();
        }
        x.close();
    }

    static void nillable(XmlText x, String name, Optional<Instant> value) {
        x.open(name);
        value.ifPresentOrElse(v -> x.text(Times.write(v)), () -> x.attribute("xsi:nil", "true"));
        x.close();
    }
}
