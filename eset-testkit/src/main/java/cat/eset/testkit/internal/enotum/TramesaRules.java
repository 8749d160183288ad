package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.internal.pci.PciItem;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** Reads {@code Tramesa}: either every notification of it is good, or the whole call is refused. */
final class TramesaRules {

    private static final Shape TRAMESA = Shape.of("DadesAvisos? DadesOfici Documents Notificacio+");
    private static final Shape OFFICE = Shape.of("CosNotificacio PeuRecurs? OficinaRegistre? UnitatOrganitzativa?");
    private static final Shape NOTIFICACIO = Shape.of("Titol? Referencia? IdNotificacioEmissor?"
            + " DadesRegistre? SenseRegistre? TipusObjecte TipusAcces DiesExpiracio? Etiquetes? Idioma? Canal?"
            + " ProcedimentSIA? ProcedimentQuadreClassificacio? Expedient? Tramit? NumeroCas? Destinataris");
    private static final Map<String, Set<String>> VALUES = Map.of(
            "TipusObjecte", Set.of("NOTIFICACIO", "COMUNICACIO"),
            "TipusAcces", Set.of("BAIX", "SUBSTANCIAL", "ALT"),
            "Idioma", Set.of("ca", "es", "oc", "en"),
            "Canal", Set.of("DIGITAL", "PAPER"));
    private static final Duration OLDEST_REGISTRY_DATE = Duration.ofDays(60);

    private final Instant now;
    private final Arrangements arrangements;

    TramesaRules(Instant now, Arrangements arrangements) {
        this.now = now;
        this.arrangements = arrangements;
    }

    List<Draft> read(Element tramesa, Map<String, PciItem.File> files) throws NtRefusal {
        NtErrors errors = new NtErrors();
        Optional<String> fault = TRAMESA.fault(tramesa);
        if (fault.isPresent()) {
            throw NtErrors.refusal(101, fault.get());
        }
        Element office = Dom.need(tramesa, "DadesOfici");
        office(office, errors);
        List<NoticeDocument> documents =
                new DocumentRules(errors, files, arrangements).read(Dom.need(tramesa, "Documents"));
        List<Element> elements = Dom.children(tramesa, "Notificacio");
        errors.addUnless(
                elements.stream()
                                .map(n -> Dom.text(n, "TipusObjecte"))
                                .distinct()
                                .count()
                        <= 1,
                1038);
        List<Draft> drafts = new ArrayList<>();
        for (Element element : elements) {
            drafts.add(notificacio(element, office, documents, noticeDays(tramesa, element, errors), errors));
        }
        errors.throwIfAny();
        return drafts;
    }

    private static void office(Element office, NtErrors errors) {
        OFFICE.fault(office).ifPresent(fault -> errors.add(101, fault));
        String text = Dom.text(office, "CosNotificacio");
        errors.addUnless(!text.isEmpty(), 1003);
        if (text.length() > 4000 || Dom.text(office, "PeuRecurs").length() > 4000) {
            errors.add(101, "DadesOfici");
        }
        errors.addUnless(Dom.text(office, "OficinaRegistre").matches("\\d{0,50}"), 1013);
        errors.addUnless(Dom.text(office, "UnitatOrganitzativa").matches("\\d{0,50}"), 1014);
    }

    private static List<Integer> noticeDays(Element tramesa, Element notificacio, NtErrors errors) {
        List<Integer> days = new ArrayList<>();
        for (Element day :
                Dom.at(tramesa, "DadesAvisos", "DiesAvisos").map(Dom::children).orElse(List.of())) {
            String text = day.getTextContent().strip();
            if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 1000) {
                days.add(Integer.parseInt(text));
            } else {
                errors.add(101, "DiaAvis");
            }
        }
        String life = Dom.text(notificacio, "DiesExpiracio");
        if (life.matches("\\d{1,3}")) {
            errors.addUnless(days.size() <= Math.max(1, Integer.parseInt(life) * 4 / 10), 1008);
        }
        return days;
    }

    private Draft notificacio(
            Element n, Element office, List<NoticeDocument> documents, List<Integer> noticeDays, NtErrors errors) {
        NOTIFICACIO.fault(n).ifPresent(fault -> errors.add(101, fault));
        if (Dom.child(n, "Titol").isEmpty()) {
            errors.add(1006);
        } else {
            errors.addUnless(between(Dom.text(n, "Titol"), 3, 100), 1005);
        }
        if (Dom.child(n, "Referencia").isEmpty()) {
            errors.add(718);
        } else {
            errors.addUnless(between(Dom.text(n, "Referencia"), 3, 250), 721);
        }
        VALUES.forEach((name, values) -> {
            String value = Dom.text(n, name);
            if (!value.isEmpty() && !values.contains(value)) {
                errors.add(101, name);
            }
        });
        if (arrangements.enforces(629) && Dom.text(n, "IdNotificacioEmissor").isEmpty()) {
            errors.add(629);
        }
        boolean sarcat = arrangements.enforces(729);
        optionalLength(n, "Expedient", sarcat ? 34 : 50, sarcat ? 729 : 728, errors);
        optionalLength(n, "Tramit", 50, 730, errors);
        String life = Dom.text(n, "DiesExpiracio");
        if (!life.isEmpty()) {
            if (!life.matches("\\d{1,9}") || Integer.parseInt(life) < 1) {
                errors.add(101, "DiesExpiracio");
            } else {
                errors.addUnless(Integer.parseInt(life) <= 180, 1007);
            }
        }
        errors.addUnless(tags(n).stream().allMatch(arrangements::knowsTag), 1100);
        boolean communication = Dom.text(n, "TipusObjecte").equals("COMUNICACIO");
        errors.addUnless(!communication || !Dom.text(n, "Canal").equals("PAPER"), 723);
        return registry(n, office, documents, noticeDays, communication, errors);
    }

    private Draft registry(
            Element n,
            Element office,
            List<NoticeDocument> documents,
            List<Integer> noticeDays,
            boolean communication,
            NtErrors errors) {
        Optional<Element> entry = Dom.child(n, "DadesRegistre");
        boolean without = Dom.child(n, "SenseRegistre").isPresent();
        errors.addUnless(!without || entry.isEmpty(), 1011);
        errors.addUnless(!without || communication, 1012);
        Optional<Instant> date = Optional.empty();
        if (entry.isPresent()) {
            errors.addUnless(!Dom.text(entry.get(), "NumeroRegistre").isEmpty(), 717);
            date = Times.read(Dom.text(entry.get(), "DataRegistre"));
            boolean good = date.isPresent()
                    && !date.get().isAfter(now)
                    && !date.get().isBefore(now.minus(OLDEST_REGISTRY_DATE));
            errors.addUnless(good, 716);
        }
        List<Recipient> recipients = new RecipientRules(errors, arrangements).read(n);
        return new Draft(
                n,
                office,
                documents,
                recipients,
                entry.map(e -> Dom.text(e, "NumeroRegistre")).orElse(""),
                date,
                without,
                noticeDays);
    }

    private static void optionalLength(Element n, String name, int max, int code, NtErrors errors) {
        if (Dom.child(n, name).isPresent()) {
            errors.addUnless(between(Dom.text(n, name), 3, max), code);
        }
    }

    static List<String> tags(Element parent) {
        return Dom.child(parent, "Etiquetes").map(Dom::children).orElse(List.of()).stream()
                .map(e -> e.getTextContent().strip())
                .toList();
    }

    private static boolean between(String text, int min, int max) {
        return text.length() >= min && text.length() <= max;
    }
}
