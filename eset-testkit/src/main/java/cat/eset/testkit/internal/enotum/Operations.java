package cat.eset.testkit.internal.enotum;

import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.testkit.internal.pci.PciItem;
import cat.eset.testkit.internal.pci.PciProduct;
import cat.eset.testkit.internal.pci.PciRequest;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import cat.eset.testkit.internal.xml.XmlText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** The nine requests of contract enotum 6, chosen by their root element. */
final class Operations implements PciProduct {

    private static final String PETICIO = "Peticio";

    private final Store store;
    private final Agenda agenda;
    private final Lifecycle lifecycle;
    private final Arrangements arrangements;
    private final Callers callers;
    private final SummaryText summaries;
    private final Downloads downloads;

    Operations(
            Store store,
            Agenda agenda,
            Lifecycle lifecycle,
            List<TownHall> townHalls,
            Arrangements arrangements,
            Downloads downloads) {
        this.store = store;
        this.agenda = agenda;
        this.lifecycle = lifecycle;
        this.arrangements = arrangements;
        this.callers = new Callers(store, townHalls, arrangements);
        this.summaries = new SummaryText(townHalls);
        this.downloads = downloads;
    }

    @Override
    public String answer(PciRequest request, PciItem item) {
        Element root = item.payload().orElseThrow();
        String name = String.valueOf(root.getLocalName());
        boolean known = ReportText.NT.equals(root.getNamespaceURI()) && name.startsWith(PETICIO);
        String operation = known ? name.substring(PETICIO.length()) : "Generica";
        try {
            if (!known) {
                throw NtErrors.refusal(501);
            }
            Optional<Arrangements.Trouble> trouble = arrangements.takeTrouble(operation);
            if (trouble.isPresent() && !trouble.get().afterwards()) {
                throw NtErrors.refusal(trouble.get().code());
            }
            String body = run(operation, request, item, root);
            if (trouble.isPresent()) {
                throw NtErrors.refusal(trouble.get().code());
            }
            return answer(operation, body);
        } catch (NtRefusal e) {
            XmlText x = XmlText.prefixed("");
            e.errors().write(x);
            return answer(operation, x.toString());
        }
    }

    private static String answer(String operation, String body) {
        return "<Resposta" + operation + " xmlns=\"" + ReportText.NT
                + "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" + body + "</Resposta" + operation + ">";
    }

    private String run(String operation, PciRequest request, PciItem item, Element root) throws NtRefusal {
        User user = callers.read(request, root);
        return switch (operation) {
            case "ProcessarTramesa" -> send(request, item, root, user);
            case "Consulta" -> consult(root, user);
            case "Cerca" -> search(root, user);
            case "Evidencia" -> evidence(root, user);
            case "Practicar" -> practise(root, user);
            case "Anullacio" -> cancel(root, user);
            case "RecuperarReport" -> report(root, user);
            case "Resum" -> summary(root, user);
            default -> throw NtErrors.refusal(501);
        };
    }

    private String send(PciRequest request, PciItem item, Element root, User user) throws NtRefusal {
        Notice.Sender sender = user.needEmployee();
        Element tramesa = Dom.child(root, "Tramesa").orElseThrow(() -> NtErrors.refusal(3001));
        NtErrors.shape(root, Shape.of("BackOffice? Usuari Tramesa"));
        Instant now = agenda.now();
        List<Draft> drafts = new TramesaRules(now, arrangements).read(tramesa, item.files());
        XmlText x = XmlText.prefixed("").open("NotificacionsCreades");
        for (Draft draft : drafts) {
            Notice notice;
            synchronized (store) {
                notice = new Notice(store.nextId(), request.id(), sender, draft, now);
                store.add(notice);
            }
            lifecycle.begin(notice);
            x.leaf("IdNotificacio", String.valueOf(notice.id));
        }
        return x.close().toString();
    }

    private String consult(Element root, User user) throws NtRefusal {
        NtErrors.shape(
                root,
                Shape.of("BackOffice? Usuari IdNotificacio? IncloureDadesOfici? IncloureDocuments?"
                        + " IncloureDestinataris? IncloureDadesSignador?"));
        Notice notice = visible(root, user);
        if (user.citizen().isPresent()) {
            user.needLevel(notice);
            if (notice.isCommunication() && notice.state.equals(Notice.DEPOSITED)) {
                lifecycle.practise(
                        notice, new Lifecycle.Act(true, user.actsFor(), user.signerOf(notice), "", agenda.now()));
            } else if (!List.of(Notice.ACCEPTED, Notice.REJECTED, Notice.EXPIRED)
                    .contains(notice.state)) {
                throw NtErrors.refusal(3035);
            }
            notice.consulted = true;
        }
        synchronized (store) {
            return new ConsultaText(root).answer(notice);
        }
    }

    private String search(Element root, User user) throws NtRefusal {
        Element criteria = Dom.child(root, "DadesCerca").orElseThrow(() -> NtErrors.refusal(3009));
        NtErrors.shape(root, Shape.of("BackOffice? Usuari DadesCerca"));
        Instant searchable = agenda.now().minusSeconds(store.searchableAfterSeconds());
        synchronized (store) {
            List<Notice> visible = store.all().stream()
                    .filter(user::sees)
                    .filter(n -> user.employee().isPresent() || !n.state.equals(Notice.FAILED))
                    .filter(n -> !n.created.isAfter(searchable))
                    .toList();
            return new Search(criteria, user.citizen().isPresent(), arrangements.ordersSearches()).answer(visible);
        }
    }

    private String evidence(Element root, User user) throws NtRefusal {
        NtErrors.shape(root, Shape.of("BackOffice? Usuari IdNotificacio? TipusEvidencia IdiomaEvidenciaPDF?"));
        Notice notice = visible(root, user);
        String kind = Dom.text(root, "TipusEvidencia");
        String language = Dom.text(root, "IdiomaEvidenciaPDF");
        if (!language.isEmpty() && !language.equals("ca")) {
            throw NtErrors.refusal(926);
        }
        XmlText x = XmlText.prefixed("")
                .leaf("IdNotificacio", String.valueOf(notice.id))
                .leaf("TipusEvidencia", kind);
        synchronized (store) {
            if (notice.depositEvidence.isEmpty() && notice.cancelEvidence.isEmpty()) {
                throw NtErrors.refusal(3020);
            }
            switch (kind) {
                case "XML" ->
                    x.leafUnlessEmpty("Diposit", notice.depositEvidence)
                            .leafUnlessEmpty("AcceptacioRebuig", notice.practiceEvidence)
                            .leafUnlessEmpty("Anullacio", notice.cancelEvidence);
                case "PDF" -> {
                    if (!notice.isFinal()) {
                        throw NtErrors.refusal(3020);
                    }
                    EvidencePdf.File pdf = notice.pdf.orElseThrow(() -> NtErrors.refusal(3104));
                    x.open("EvidenciaPDF")
                            .leaf("UUID", pdf.uuid())
                            .leaf(
                                    "URLDescarrega",
                                    downloads.offer(pdf, agenda.now()).toString())
                            .close();
                }
                default -> throw NtErrors.refusal(101, "TipusEvidencia");
            }
        }
        return x.toString();
    }

    private String practise(Element root, User user) throws NtRefusal {
        Notice notice = visible(root, user);
        lifecycle.practise(notice, Decisions.read(root, notice, user, agenda.now()));
        return XmlText.prefixed("")
                .leaf("IdNotificacio", String.valueOf(notice.id))
                .leaf("Decisio", Dom.text(root, "Decisio"))
                .toString();
    }

    private String cancel(Element root, User user) throws NtRefusal {
        user.needEmployee();
        NtErrors.shape(root, Shape.of("BackOffice? Usuari IdNotificacio? Motiu"));
        Notice notice = visible(root, user);
        String reason = Dom.text(root, "Motiu");
        if (reason.isEmpty() || reason.length() > 500) {
            throw NtErrors.refusal(101, "Motiu");
        }
        lifecycle.cancel(notice, reason, agenda.now());
        return XmlText.prefixed("")
                .leaf("IdNotificacio", String.valueOf(notice.id))
                .toString();
    }

    private String report(Element root, User user) throws NtRefusal {
        Notice.Sender entity = user.needEmployee();
        List<Notice> chosen;
        if (Dom.child(root, "IdNotificacio").isPresent()) {
            chosen = List.of(visible(root, user));
        } else {
            LocalDate day = Times.readDate(Dom.text(root, "DataReport")).orElseThrow(() -> NtErrors.refusal(3015));
            chosen = changedOn(day, entity.organisation());
        }
        if (chosen.isEmpty()) {
            return "";
        }
        synchronized (store) {
            return ReportText.report("Diari", entity, agenda.now(), chosen);
        }
    }

    List<Notice> changedOn(LocalDate day, String organisation) {
        synchronized (store) {
            return store.all().stream()
                    .filter(n -> n.organisation.equals(organisation))
                    .filter(n -> LegalTime.dateOf(n.updated).equals(day))
                    .toList();
        }
    }

    private String summary(Element root, User user) throws NtRefusal {
        synchronized (store) {
            return summaries.answer(root, user, store.all(), agenda.now());
        }
    }

    private Notice visible(Element root, User user) throws NtRefusal {
        String id = Dom.text(root, "IdNotificacio");
        if (id.isEmpty()) {
            throw NtErrors.refusal(3002);
        }
        if (!id.matches("\\d{1,18}")) {
            throw NtErrors.refusal(101, "IdNotificacio");
        }
        Notice notice = store.find(Long.parseLong(id)).orElseThrow(() -> NtErrors.refusal(1010));
        if (!user.sees(notice)) {
            throw NtErrors.refusal(user.employee().isPresent() ? 1015 : 3010);
        }
        return notice;
    }
}
