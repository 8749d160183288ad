package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import cat.eset.testkit.internal.xml.XmlText;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** {@code Cerca}: criteria, order, paging and caps of contract enotum 6.3. */
final class Search {

    private static final Shape REQUEST =
            Shape.of("CriterisEntitat? CriterisDestinatari? CriterisNotificacio? CriterisData? Paginacio");
    private static final Shape ENTITY = Shape.of("CodiOrganisme? CodiDepartament? BackOffice?");
    private static final Shape NOTICE = Shape.of("Titol? IdNotificacio? Referencia? NumeroRegistre? Estat? TipusAcces?"
            + " Etiquetes? TipusObjecte? Canal? Consultada? ProcedimentSIA? ProcedimentQuadreClassificacio?"
            + " Expedient? Tramit? NumeroCas?");
    private static final Shape DATES =
            Shape.of("DataCreacio? DataRegistre? DataPublicacio? DataAcceptacioRebuig? DataExpiracio?");
    private static final Shape PAGING = Shape.of("NumeroPagina ResultatsPerPagina CampOrdenacio? SentitOrdenacio?");
    private static final int MAX_PAGE = 50;
    private static final Map<String, Comparator<Notice>> ORDERS = Map.of(
            "CodiNotificacio", Comparator.comparing(n -> n.id),
            "NumeroRegistre", Comparator.comparing(n -> n.registryNumber),
            "DataCreacio", Comparator.comparing(n -> n.created),
            "DataRegistre", byDate(n -> n.registered),
            "DataPublicacio", byDate(n -> n.deposited),
            "DataVisualitzacio", byDate(n -> n.practised),
            "DataAcceptarRebutjar", byDate(n -> n.practised),
            "DataReintent", Comparator.comparing(n -> n.updated),
            "Estat", Comparator.comparing(n -> n.state),
            "Titol", Comparator.comparing(n -> n.field("Titol")));
    private static final Comparator<Notice> NEWEST_FIRST =
            Comparator.<Notice, Long>comparing(n -> n.id).reversed();
    private static final Set<String> STATES = Set.of(
            Notice.PENDING,
            Notice.REGISTERED,
            Notice.DEPOSITED,
            Notice.ACCEPTED,
            Notice.REJECTED,
            Notice.EXPIRED,
            Notice.FAILED,
            Notice.CANCELLED,
            "TRANSIT",
            "REBUTJADA_JURIDICAMENT",
            "PRACTICADA");

    private final Element criteria;
    private final boolean citizen;
    private final boolean ordered;

    Search(Element criteria, boolean citizen, boolean ordered) {
        this.criteria = criteria;
        this.citizen = citizen;
        this.ordered = ordered;
    }

    /** The body of {@code RespostaCerca}. */
    String answer(Collection<Notice> visible) throws NtRefusal {
        NtErrors.shape(criteria, REQUEST);
        Element paging = Dom.need(criteria, "Paginacio");
        NtErrors.shape(paging, PAGING);
        int page = number(paging, "NumeroPagina", Integer.MAX_VALUE);
        int size = number(paging, "ResultatsPerPagina", MAX_PAGE);
        String field = Dom.text(paging, "CampOrdenacio");
        Comparator<Notice> order = ORDERS.get(field.isEmpty() ? "CodiNotificacio" : field);
        if (order == null) {
            throw NtErrors.refusal(3016);
        }
        if (Dom.text(paging, "SentitOrdenacio").equals("Descendent")) {
            order = order.reversed();
        }
        if (!ordered) {
            order = NEWEST_FIRST;
        }
        List<Notice> found = visible.stream().filter(filter()).sorted(order).toList();
        XmlText x = XmlText.prefixed("").open("Resultats");
        found.stream().skip((page - 1L) * size).limit(size).forEach(n -> row(x, n));
        x.close();
        x.open("DadesPaginacio")
                .leaf("NumeroPagina", String.valueOf(page))
                .leaf("ResultatsPerPagina", String.valueOf(size))
                .leaf("TotalResultats", String.valueOf(found.size()))
                .leaf("TotalPagines", String.valueOf((found.size() + size - 1) / size))
                .close();
        return x.toString();
    }

    private Predicate<Notice> filter() throws NtRefusal {
        Predicate<Notice> all = n -> true;
        Optional<Element> entity = Dom.child(criteria, "CriterisEntitat");
        if (entity.isPresent()) {
            NtErrors.shape(entity.get(), ENTITY);
            all = all.and(equal(entity.get(), "CodiOrganisme", n -> n.organisation))
                    .and(equal(entity.get(), "CodiDepartament", n -> n.organisation))
                    .and(equal(entity.get(), "BackOffice", n -> n.backOffice));
        }
        Optional<Element> recipient = Dom.child(criteria, "CriterisDestinatari");
        if (recipient.isPresent()) {
            all = all.and(RecipientCriteria.read(recipient.get(), citizen));
        }
        Optional<Element> notice = Dom.child(criteria, "CriterisNotificacio");
        if (notice.isPresent()) {
            NtErrors.shape(notice.get(), NOTICE);
            all = all.and(notice(notice.get()));
        }
        Optional<Element> dates = Dom.child(criteria, "CriterisData");
        if (dates.isPresent()) {
            NtErrors.shape(dates.get(), DATES);
            all = all.and(period(dates.get(), "DataCreacio", n -> Optional.of(n.created)))
                    .and(period(dates.get(), "DataRegistre", n -> n.registered))
                    .and(period(dates.get(), "DataPublicacio", n -> n.deposited))
                    .and(period(dates.get(), "DataAcceptacioRebuig", n -> n.practised))
                    .and(period(dates.get(), "DataExpiracio", n -> n.limit));
        }
        return all;
    }

    private Predicate<Notice> notice(Element e) throws NtRefusal {
        Predicate<Notice> all = n -> true;
        if (Dom.child(e, "Titol").isPresent()) {
            String title = fold(Dom.text(e, "Titol"));
            all = all.and(n -> fold(n.field("Titol")).contains(title));
        }
        Optional<Element> id = Dom.child(e, "IdNotificacio");
        if (id.isPresent()) {
            long from = Long.parseLong(Dom.text(id.get(), "ValorInferior"));
            long to = Long.parseLong(Dom.text(id.get(), "ValorSuperior"));
            all = all.and(n -> n.id >= from && n.id <= to);
        }
        all = all.and(interval(e, "Referencia", n -> n.field("Referencia")))
                .and(interval(e, "NumeroRegistre", n -> n.registryNumber))
                .and(state(Dom.text(e, "Estat")));
        Optional<Boolean> seen = RecipientCriteria.flag(e, "Consultada");
        List<String> tags = TramesaRules.tags(e);
        all = all.and(n -> seen.isEmpty() || n.consulted == seen.get())
                .and(n -> tags.isEmpty()
                        || TramesaRules.tags(n.draft.notificacio()).containsAll(tags));
        for (String name : List.of(
                "TipusAcces",
                "TipusObjecte",
                "Canal",
                "ProcedimentSIA",
                "ProcedimentQuadreClassificacio",
                "Expedient",
                "Tramit",
                "NumeroCas")) {
            all = all.and(equal(e, name, n -> n.field(name)));
        }
        return all;
    }

    private static Predicate<Notice> state(String wanted) throws NtRefusal {
        if (!wanted.isEmpty() && !STATES.contains(wanted)) {
            throw NtErrors.refusal(3103);
        }
        return n -> switch (wanted) {
            case "" -> true;
            case "TRANSIT" -> Set.of(Notice.PENDING, Notice.REGISTERED).contains(n.state);
            case "REBUTJADA_JURIDICAMENT" ->
                Set.of(Notice.REJECTED, Notice.EXPIRED).contains(n.state);
            case "PRACTICADA" ->
                Set.of(Notice.ACCEPTED, Notice.REJECTED, Notice.EXPIRED).contains(n.state);
            default -> n.state.equals(wanted);
        };
    }

    /** {@code ValorAbsolut} is a prefix that ignores case and accents; the other two are an inclusive range. */
    private static Predicate<Notice> interval(Element e, String name, Function<Notice, String> value) {
        Optional<Element> interval = Dom.child(e, name);
        if (interval.isEmpty()) {
            return n -> true;
        }
        if (Dom.child(interval.get(), "ValorAbsolut").isPresent()) {
            String prefix = fold(Dom.text(interval.get(), "ValorAbsolut"));
            return n -> fold(value.apply(n)).startsWith(prefix);
        }
        String from = fold(Dom.text(interval.get(), "ValorInferior"));
        String to = fold(Dom.text(interval.get(), "ValorSuperior"));
        return n -> fold(value.apply(n)).compareTo(from) >= 0
                && fold(value.apply(n)).compareTo(to) <= 0;
    }

    static Predicate<Notice> equal(Element e, String name, Function<Notice, String> value) {
        String wanted = Dom.text(e, name);
        return wanted.isEmpty() ? n -> true : n -> value.apply(n).equals(wanted);
    }

    static Predicate<Notice> period(Element e, String name, Function<Notice, Optional<Instant>> date) throws NtRefusal {
        Optional<Element> period = Dom.child(e, name);
        if (period.isEmpty()) {
            return n -> true;
        }
        NtErrors.shape(period.get(), Shape.of("DataInferior DataSuperior"));
        Instant from = bound(period.get(), "DataInferior", false);
        Instant to = bound(period.get(), "DataSuperior", true);
        return n ->
                date.apply(n).filter(d -> !d.isBefore(from) && !d.isAfter(to)).isPresent();
    }

    private static Instant bound(Element period, String name, boolean endOfDay) throws NtRefusal {
        String text = Dom.text(period, name);
        return Times.read(text)
                .or(() -> Times.readDate(text)
                        .map(d -> (endOfDay ? d.plusDays(1) : d)
                                .atStartOfDay(cat.eset.core.LegalTime.ZONE)
                                .toInstant()
                                .minusNanos(endOfDay ? 1 : 0)))
                .orElseThrow(() -> NtErrors.refusal(101, name));
    }

    private static void row(XmlText x, Notice n) {
        x.open("Notificacio").leaf("IdNotificacio", String.valueOf(n.id));
        ReportText.issuer(x, new Notice.Sender(n.organisation, n.organisationName, n.backOffice));
        x.leaf("Titol", n.field("Titol"))
                .leaf("Referencia", n.field("Referencia"))
                .leaf("TipusObjecte", n.field("TipusObjecte"))
                .leaf("DataCreacio", Times.write(n.created));
        if (!n.registryNumber.isEmpty()) {
            x.open("DadesRegistre")
                    .leaf("NumeroRegistre", n.registryNumber)
                    .leaf("DataRegistre", n.registered.map(Times::write))
                    .close();
        }
        ConsultaText.nillable(x, "DataPublicacio", n.deposited);
        ConsultaText.nillable(x, "DataAcceptacioRebuig", n.practised);
        x.leaf("Estat", n.state)
                .leafUnlessEmpty("DiesExpiracio", n.field("DiesExpiracio"))
                .leaf("DataLimit", n.limit.map(Times::write))
                .leaf("TipusAcces", n.field("TipusAcces"))
                .leaf("Idioma", n.field("Idioma").isEmpty() ? "ca" : n.field("Idioma"))
                .leaf("Consultada", String.valueOf(n.consulted))
                .leafUnlessEmpty("Canal", n.field("Canal"));
        for (String name :
                List.of("ProcedimentSIA", "ProcedimentQuadreClassificacio", "Expedient", "Tramit", "NumeroCas")) {
            x.leafUnlessEmpty(name, n.field(name));
        }
        x.close();
    }

    private static Comparator<Notice> byDate(Function<Notice, Optional<Instant>> date) {
        return Comparator.comparing(n -> date.apply(n).orElse(Instant.MAX));
    }

    /** As the service compares: without case and accents. */
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static int number(Element e, String name, int max) throws NtRefusal {
        String text = Dom.text(e, name);
        if (!text.matches("[1-9]\\d{0,8}") || Integer.parseInt(text) > max) {
            throw NtErrors.refusal(101, name);
        }
        return Integer.parseInt(text);
    }
}
