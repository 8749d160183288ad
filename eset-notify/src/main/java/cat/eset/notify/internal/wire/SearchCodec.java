package cat.eset.notify.internal.wire;

import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.Channel;
import cat.eset.notify.notice.NoticeKind;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.Period;
import cat.eset.notify.record.RecipientCriteria;
import cat.eset.notify.record.Search;
import cat.eset.notify.record.SearchHit;
import cat.eset.notify.record.SearchPage;
import cat.eset.transport.xml.XmlElement;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code Cerca} (contract enotum 6.3). */
public final class SearchCodec extends NtCodec<SearchCodec.Query, SearchPage> {

    /** Most rows of a page. */
    public static final int PAGE = 50;

    /** What to search for and which page, ordered by number. */
    public record Query(Search search, long page) {}

    /** The codec. */
    public SearchCodec() {
        super("Cerca");
    }

    @Override
    void writeBody(Query q, Nt nt) {
        Search s = q.search();
        nt.open("DadesCerca");
        writeEntity(s, nt);
        writeRecipient(s, nt);
        writeNotification(s, nt);
        writeDates(s, nt);
        nt.open("Paginacio")
                .text("NumeroPagina", Long.toString(q.page()))
                .text("ResultatsPerPagina", Integer.toString(PAGE))
                .text("CampOrdenacio", "CodiNotificacio")
                .text("SentitOrdenacio", "Ascendent")
                .close();
        nt.close();
    }

    private static void writeEntity(Search s, Nt nt) {
        if (s.organisation().isPresent()
                || s.department().isPresent()
                || s.backOffice().isPresent()) {
            nt.open("CriterisEntitat")
                    .text("CodiOrganisme", s.organisation())
                    .text("CodiDepartament", s.department())
                    .text("BackOffice", s.backOffice())
                    .close();
        }
    }

    private static void writeRecipient(Search s, Nt nt) {
        if (s.recipient().isEmpty()
                && s.channelChange().isEmpty()
                && s.obliged().isEmpty()) {
            return;
        }
        nt.open("CriterisDestinatari");
        s.recipient().ifPresent(r -> writePerson(r, nt));
        nt.text("CanviCanal", s.channelChange()).text("Obligat", s.obliged()).close();
    }

    private static void writePerson(RecipientCriteria r, Nt nt) {
        if (r.person().isPresent()) {
            nt.open("PersonaFisica");
            writeContacts(r, nt);
            writeFields(r.person().orElseThrow(), nt);
        } else if (r.company().isPresent()) {
            nt.open("PersonaJuridica");
            writeContacts(r, nt);
            RecipientCriteria.CompanyCriteria c = r.company().orElseThrow();
            c.document()
                    .ifPresent(d -> nt.open("DocumentIdentificatiu").company(d).close());
            nt.text("RaoSocial", c.name());
            c.linkedPerson().ifPresent(p -> {
                nt.open("PersonaVinculada");
                writeFields(p, nt);
                nt.close();
            });
        } else {
            nt.open("Persona");
            writeContacts(r, nt);
        }
        nt.close();
    }

    private static void writeContacts(RecipientCriteria r, Nt nt) {
        if (!r.emails().isEmpty()) {
            nt.open("BustiesCorreu");
            r.emails().forEach(e -> nt.text("BustiaCorreu", e));
            nt.close();
        }
        if (!r.phones().isEmpty()) {
            nt.open("Telefons");
            r.phones().forEach(p -> nt.text("Telefon", p));
            nt.close();
        }
    }

    private static void writeFields(RecipientCriteria.PersonCriteria p, Nt nt) {
        p.document().ifPresent(d -> nt.open("DocumentIdentificatiu").person(d).close());
        nt.text("Nom", p.givenName())
                .text("NomSentit", p.chosenName())
                .text("PrimerCognom", p.firstSurname())
                .text("SegonCognom", p.secondSurname());
    }

    private static void writeNotification(Search s, Nt nt) {
        nt.open("CriterisNotificacio").text("Titol", s.title());
        s.ids()
                .ifPresent(range -> nt.open("IdNotificacio")
                        .text("ValorInferior", Long.toString(range.from()))
                        .text("ValorSuperior", Long.toString(range.to()))
                        .close());
        absolute("Referencia", s.referencePrefix(), nt);
        absolute("NumeroRegistre", s.registryNumber(), nt);
        nt.text("Estat", s.state())
                .text("TipusAcces", s.accessLevel())
                .text("TipusObjecte", s.kind())
                .text("Canal", s.channel())
                .text("Consultada", s.seen())
                .text("ProcedimentSIA", s.siaProcedure())
                .text("ProcedimentQuadreClassificacio", s.classification())
                .text("Expedient", s.expedient())
                .text("Tramit", s.tramit())
                .text("NumeroCas", s.caseNumber())
                .close();
    }

    private static void absolute(String name, Optional<String> value, Nt nt) {
        value.ifPresent(v -> nt.open(name).text("ValorAbsolut", v).close());
    }

    private static void writeDates(Search s, Nt nt) {
        if (Stream.of(s.created(), s.registered(), s.deposited(), s.practised(), s.expiring())
                .allMatch(Optional::isEmpty)) {
            return;
        }
        nt.open("CriterisData");
        period("DataCreacio", s.created(), nt);
        period("DataRegistre", s.registered(), nt);
        period("DataPublicacio", s.deposited(), nt);
        period("DataAcceptacioRebuig", s.practised(), nt);
        s.expiring()
                .ifPresent(days -> nt.open("DataExpiracio")
                        .text("DataInferior", days.from().toString())
                        .text("DataSuperior", days.to().toString())
                        .close());
        nt.close();
    }

    private static void period(String name, Optional<Period> value, Nt nt) {
        value.ifPresent(p -> nt.open(name)
                .instant("DataInferior", p.from())
                .instant("DataSuperior", p.to())
                .close());
    }

    @Override
    Optional<SearchPage> readBody(XmlElement e) {
        return e.child("Resultats")
                .map(rows -> new SearchPage(
                        rows.children("Notificacio").stream()
                                .flatMap(r -> hit(r).stream())
                                .toList(),
                        paging(e, "NumeroPagina"),
                        paging(e, "TotalResultats"),
                        paging(e, "TotalPagines")));
    }

    private static long paging(XmlElement e, String name) {
        return e.child("DadesPaginacio").map(p -> Reading.number(p, name)).orElse(0L);
    }

    private static Optional<SearchHit> hit(XmlElement r) {
        Optional<XmlElement> registry = r.child("DadesRegistre");
        return Reading.id(r)
                .flatMap(id -> r.text("Estat")
                        .map(state -> new SearchHit(
                                id,
                                Reading.issuer(r),
                                r.text("Titol").orElse(""),
                                r.text("Referencia").orElse(""),
                                r.text("TipusObjecte").map(NoticeKind::of).orElse(NoticeKind.NOTIFICATION),
                                Reading.instant(r, "DataCreacio"),
                                registry.flatMap(g -> g.text("NumeroRegistre")),
                                registry.flatMap(g -> Reading.instant(g, "DataRegistre")),
                                Reading.instant(r, "DataPublicacio"),
                                Reading.instant(r, "DataAcceptacioRebuig"),
                                NotificationState.of(state),
                                Reading.instant(r, "DataLimit"),
                                r.text("TipusAcces").map(AccessLevel::of),
                                Reading.flag(r, "Consultada"),
                                r.text("Canal").map(Channel::of),
                                r.text("Expedient"))));
    }
}
