package cat.eset.transport.pci;

import cat.eset.transport.xml.PayloadWriter;
import cat.eset.transport.xml.XmlElement;
import cat.eset.transport.xml.XmlParser;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.namespace.QName;

/** Sends the XML it is given and hands on the XML that comes: what product modules do, without a product. */
final class TreeCodec implements PayloadCodec<XmlElement, XmlElement> {

    static final String NT = "http://www.aocat.net/NT/v4.0";

    private final String operation;

    TreeCodec(String operation) {
        this.operation = operation;
    }

    static XmlElement xml(String text) {
        return XmlParser.strict().parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An e-NOTUM request in the name of Vilaprova (contract enotum 20). */
    static XmlElement notum(String operation, String content) {
        return xml("<Peticio" + operation + " xmlns=\"" + NT + "\"><Usuari><Empleat><CodiOrganisme>0899990001"
                + "</CodiOrganisme><CodiDepartament>0899990001</CodiDepartament></Empleat></Usuari>" + content
                + "</Peticio" + operation + ">");
    }

    static XmlElement search(String reference) {
        return notum(
                "Cerca",
                "<DadesCerca><CriterisNotificacio><Referencia><ValorAbsolut>" + reference
                        + "</ValorAbsolut></Referencia></CriterisNotificacio><Paginacio><NumeroPagina>1</NumeroPagina>"
                        + "<ResultatsPerPagina>50</ResultatsPerPagina></Paginacio></DadesCerca>");
    }

    /** A notification whose decision is either inline or the attachment of this id. */
    static XmlElement send(String reference, String document) {
        return notum(
                "ProcessarTramesa",
                "<Tramesa><DadesOfici><CosNotificacio>Us notifiquem la resolució adjunta.</CosNotificacio></DadesOfici>"
                        + "<Documents><Resolucio><Nom>resolucio.pdf</Nom>" + document + "</Resolucio></Documents>"
                        + "<Notificacio><Titol>Resolució de llicència d'obres</Titol><Referencia>" + reference
                        + "</Referencia><IdNotificacioEmissor>" + reference
                        + "</IdNotificacioEmissor><DadesRegistre><NumeroRegistre>S/000456-2026</NumeroRegistre>"
                        + "<DataRegistre>2026-03-02T09:10:02+01:00</DataRegistre></DadesRegistre>"
                        + "<TipusObjecte>NOTIFICACIO</TipusObjecte><TipusAcces>SUBSTANCIAL</TipusAcces>"
                        + "<DiesExpiracio>10</DiesExpiracio><Idioma>ca</Idioma><Canal>DIGITAL</Canal>"
                        + "<Expedient>2026-EXP-000123</Expedient><Destinataris><Destinatari><PersonaFisica>"
                        + "<BustiesCorreu><BustiaCorreu>destinataria@example.org</BustiaCorreu></BustiesCorreu>"
                        + "<DocumentIdentificatiu><NIF>00000001R</NIF></DocumentIdentificatiu><Nom>Nom</Nom>"
                        + "<PrimerCognom>Fictici</PrimerCognom></PersonaFisica><Titular>true</Titular>"
                        + "<Idioma>ca</Idioma></Destinatari></Destinataris></Notificacio></Tramesa>");
    }

    @Override
    public String operation() {
        return operation;
    }

    @Override
    public Set<QName> answers() {
        return Set.of(new QName(NT, "Resposta" + operation));
    }

    @Override
    public void write(XmlElement request, PayloadWriter out) {
        out.start(request.namespace(), "nt", request.localName());
        if (request.children().isEmpty()) {
            out.text(request.rawText());
        }
        request.children().forEach(child -> write(child, out));
        out.end();
    }

    @Override
    public XmlElement read(XmlElement payload) {
        return payload;
    }
}
