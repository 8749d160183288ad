package cat.eset.notify.internal.wire;

import cat.eset.notify.notice.CompanyRecipient;
import cat.eset.notify.notice.Contacts;
import cat.eset.notify.notice.Notice;
import cat.eset.notify.notice.NoticeDocument;
import cat.eset.notify.notice.PersonRecipient;
import cat.eset.notify.notice.Recipient;
import cat.eset.notify.notice.Registration;
import cat.eset.notify.record.NotificationId;
import cat.eset.transport.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** {@code ProcessarTramesa} (contract enotum 6.1): one record per call. */
public final class SendCodec extends NtCodec<SendCodec.Shipment, List<NotificationId>> {

    /**
     * A notice on its way.
     *
     * @param reference searchable identity of the send
     * @param notice what is sent
     * @param documents resolution first, then annexes
     */
    public record Shipment(String reference, Notice notice, List<PlacedDocument> documents) {}

    /**
     * A document and how it travels.
     *
     * @param document the document
     * @param attachmentId the file of the envelope that holds it; empty: inline, or a reference
     */
    public record PlacedDocument(NoticeDocument document, Optional<String> attachmentId) {}

    /** The codec. */
    public SendCodec() {
        super("ProcessarTramesa");
    }

    @Override
    void writeBody(Shipment s, Nt nt) {
        Notice n = s.notice();
        nt.open("Tramesa");
        if (!n.reminderDays().isEmpty()) {
            nt.open("DadesAvisos").open("DiesAvisos");
            n.reminderDays().forEach(day -> nt.text("DiaAvis", Integer.toString(day)));
            nt.close().close();
        }
        nt.open("DadesOfici")
                .text("CosNotificacio", n.body())
                .text("PeuRecurs", n.appeals())
                .text("OficinaRegistre", n.registryOffice())
                .text("UnitatOrganitzativa", n.organisationalUnit())
                .close();
        nt.open("Documents");
        String name = "Resolucio";
        for (PlacedDocument document : s.documents()) {
            writeDocument(name, document, nt);
            name = "Annex";
        }
        nt.close();
        writeRecord(s.reference(), n, nt);
        nt.close();
    }

    private static void writeDocument(String element, PlacedDocument placed, Nt nt) {
        NoticeDocument document = placed.document();
        nt.open(element).text("Nom", document.wireName());
        document.sha256().ifPresent(d -> nt.withAttribute("Hash", "Algoritme", Optional.of("SHA-256"), d.base64()));
        document.where()
                .fold(
                        content -> placed.attachmentId()
                                .map(id -> nt.text("IdFicheroPCI", id))
                                .orElseGet(() -> {
                                    nt.open("Dades");
                                    nt.raw().base64(content.bytes());
                                    return nt.close();
                                }),
                        file -> nt.text("UUIDFitxer", file.reference()),
                        stored -> nt.text("UUIDDocument", stored.id().toString()));
        nt.close();
    }

    private static void writeRecord(String reference, Notice n, Nt nt) {
        nt.open("Notificacio")
                .text("Titol", n.title())
                .text("Referencia", reference)
                .text("IdNotificacioEmissor", reference);
        writeRegistration(n.registration(), nt);
        nt.text("TipusObjecte", n.kind().code())
                .text("TipusAcces", n.accessLevel().code());
        n.expiryDays().ifPresent(days -> nt.text("DiesExpiracio", Integer.toString(days)));
        if (!n.tags().isEmpty()) {
            nt.open("Etiquetes");
            for (Notice.Tag tag : n.tags()) {
                nt.withAttribute("Etiqueta", "Idioma", tag.language().map(Object::toString), tag.text());
            }
            nt.close();
        }
        nt.text("Idioma", n.language().code())
                .text("Canal", n.channel().code())
                .text("ProcedimentSIA", n.siaProcedure())
                .text("ProcedimentQuadreClassificacio", n.classification())
                .text("Expedient", n.expedient())
                .text("Tramit", n.tramit())
                .text("NumeroCas", n.caseNumber());
        nt.open("Destinataris");
        for (Recipient recipient : n.recipients()) {
            nt.open("Destinatari");
            recipient.fold(person -> writePerson(person, nt), company -> writeCompany(company, nt));
            if (recipient.holder()) {
                nt.text("Titular", "true");
            }
            nt.text("Idioma", recipient.language()).text("Obligat", recipient.obliged());
            nt.close();
        }
        nt.close().close();
    }

    private static void writeRegistration(Registration registration, Nt nt) {
        registration.fold(
                registered -> nt.open("DadesRegistre")
                        .text("NumeroRegistre", registered.number())
                        .instant("DataRegistre", registered.at())
                        .close(),
                byENotum -> nt,
                without -> nt.empty("SenseRegistre"));
    }

    private static Nt writePerson(PersonRecipient p, Nt nt) {
        nt.open("PersonaFisica");
        writeContacts(p.contacts(), nt);
        nt.open("DocumentIdentificatiu").person(p.document()).close();
        return nt.text("Nom", p.givenName())
                .text("NomSentit", p.chosenName())
                .text("PrimerCognom", p.firstSurname())
                .text("SegonCognom", p.secondSurname())
                .close();
    }

    private static Nt writeCompany(CompanyRecipient c, Nt nt) {
        nt.open("PersonaJuridica");
        writeContacts(c.contacts(), nt);
        nt.open("DocumentIdentificatiu").company(c.document()).close();
        nt.text("RaoSocial", c.name());
        c.linkedPerson().ifPresent(l -> {
            nt.open("PersonaVinculada");
            nt.open("DocumentIdentificatiu").person(l.document()).close();
            nt.text("Nom", l.givenName())
                    .text("PrimerCognom", l.firstSurname())
                    .text("SegonCognom", l.secondSurname())
                    .close();
        });
        return nt.close();
    }

    private static void writeContacts(Contacts contacts, Nt nt) {
        if (!contacts.emails().isEmpty()) {
            nt.open("BustiesCorreu");
            contacts.emails().forEach(e -> nt.text("BustiaCorreu", e));
            nt.close();
        }
        if (!contacts.phones().isEmpty()) {
            nt.open("Telefons");
            contacts.phones().forEach(p -> nt.text("Telefon", p));
            nt.close();
        }
        if (!contacts.noticePersons().isEmpty()) {
            nt.open("PersonesAvis");
            for (Contacts.NoticePerson p : contacts.noticePersons()) {
                nt.open("PersonaAvis")
                        .text("NomComplet", p.name())
                        .text("BustiaCorreu", p.email())
                        .text("Telefon", p.phone())
                        .close();
            }
            nt.close();
        }
    }

    @Override
    Optional<List<NotificationId>> readBody(XmlElement payload) {
        return payload.child("NotificacionsCreades")
                .map(created -> created.children("IdNotificacio").stream()
                        .map(XmlElement::text)
                        .filter(t -> t.matches("[0-9]{1,18}"))
                        .map(NotificationId::of)
                        .toList());
    }
}
