package cat.eset.testkit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Payloads of e-NOTUM for tests, after the examples of contract enotum 20. */
final class Nt {

    static final String USER = "<Usuari><Empleat><CodiOrganisme>0899990001</CodiOrganisme>"
            + "<CodiDepartament>0899990001</CodiDepartament></Empleat></Usuari>";
    static final String RECIPIENT = "<Destinatari><PersonaFisica><BustiesCorreu><BustiaCorreu>destinataria@example.org"
            + "</BustiaCorreu></BustiesCorreu><DocumentIdentificatiu><NIF>00000001R</NIF></DocumentIdentificatiu>"
            + "<Nom>Nom</Nom><PrimerCognom>Fictici</PrimerCognom></PersonaFisica><Titular>true</Titular>"
            + "<Idioma>ca</Idioma></Destinatari>";
    static final String REGISTRY = "<DadesRegistre><NumeroRegistre>S/000456-2026</NumeroRegistre>"
            + "<DataRegistre>2026-03-02T09:10:02+01:00</DataRegistre></DadesRegistre>";
    static final String DOCUMENTS =
            "<Documents><Resolucio><Nom>resolucio.pdf</Nom><Dades>JVBERi0xLjQKJUVPRgo=</Dades></Resolucio></Documents>";
    static final String OFFICE =
            "<DadesOfici><CosNotificacio>Us notifiquem la resolució adjunta.</CosNotificacio>" + "</DadesOfici>";

    private Nt() {}

    static String request(String operation, String content) {
        return "<Peticio" + operation + " xmlns=\"http://www.aocat.net/NT/v4.0\">" + USER + content + "</Peticio"
                + operation + ">";
    }

    static String send(String reference) {
        return request("ProcessarTramesa", "<Tramesa>" + OFFICE + DOCUMENTS + notificacio(reference) + "</Tramesa>");
    }

    static String notificacio(String reference) {
        return "<Notificacio><Titol>Resolució de llicència d'obres</Titol><Referencia>" + reference
                + "</Referencia><IdNotificacioEmissor>" + reference + "</IdNotificacioEmissor>" + REGISTRY
                + "<TipusObjecte>NOTIFICACIO</TipusObjecte><TipusAcces>SUBSTANCIAL</TipusAcces>"
                + "<DiesExpiracio>10</DiesExpiracio><Idioma>ca</Idioma><Canal>DIGITAL</Canal>"
                + "<Expedient>2026-EXP-000123</Expedient><Destinataris>" + RECIPIENT + "</Destinataris></Notificacio>";
    }

    static String consult(long id) {
        return request(
                "Consulta",
                "<IdNotificacio>" + id + "</IdNotificacio><IncloureDestinataris>true</IncloureDestinataris>"
                        + "<IncloureDadesSignador>true</IncloureDadesSignador>");
    }

    static String evidence(long id, String kind) {
        return request(
                "Evidencia", "<IdNotificacio>" + id + "</IdNotificacio><TipusEvidencia>" + kind + "</TipusEvidencia>");
    }

    static String search(String reference) {
        return request(
                "Cerca",
                "<DadesCerca><CriterisNotificacio><Referencia><ValorAbsolut>" + reference
                        + "</ValorAbsolut></Referencia></CriterisNotificacio><Paginacio><NumeroPagina>1</NumeroPagina>"
                        + "<ResultatsPerPagina>50</ResultatsPerPagina></Paginacio></DadesCerca>");
    }

    static String value(String xml, String element) {
        Matcher m = Pattern.compile("<(?:\\w+:)?" + element + "(?: [^>]*)?>([^<]*)<")
                .matcher(xml);
        return m.find() ? m.group(1) : "";
    }
}
