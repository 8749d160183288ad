package cat.eset.testkit.internal.enotum;

import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.testkit.internal.pci.PciItem;
import cat.eset.testkit.internal.pci.PciProduct;
import cat.eset.testkit.internal.pci.PciRequest;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import cat.eset.testkit.internal.xml.XmlText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** The nine requests of contract enotum 6, chosen by their root element. */
final class Operations implements PciProduct {

    private static final String PETICIO = "Peticio";

    private final Store store;
    private final Agenda agenda;
    private final Lifecycle lifecycle;
    private final List<TownHall> townHalls;
    private final Predicate<String> documentStore;
    private final Downloads downloads;

    Operations(
            Store store,
            Agenda agenda,
            Lifecycle lifecycle,
            List<TownHall> townHalls,
            Predicate<String> documentStore,
            Downloads downloads) {
        this.store = store;
        this.agenda = agenda;
        this.lifecycle = lifecycle;
        this.townHalls = List.copyOf(townHalls);
        this.documentStore = documentStore;
        this.downloads = downloads;
    }

    /** Who asks: an employee of an organisation, or a citizen. */
    private record User(Optional<Notice.Sender> employee, Optional<Store.Login> citizen, String actsFor) {

        Notice.Sender needEmployee() throws NtRefusal {
            return employee.orElseThrow(() -> NtErrors.refusal(502));
        }
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
            return answer(operation, run(operation, request, item, root));
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
        User user = user(request, root);
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

    private User user(PciRequest request, Element root) throws NtRefusal {
        Element role = Dom.child(root, "Usuari")
                .map(Dom::children)
                .filter(roles -> roles.size() == 1)
                .map(roles -> roles.get(0))
                .orElseThrow(() -> NtErrors.refusal(101, "Usuari"));
        String backOffice = Dom.text(root, "BackOffice");
        if (!backOffice.isEmpty()) {
            throw NtErrors.refusal(3021, backOffice);
        }
        if ("Empleat".equals(role.getLocalName())) {
            return employee(request, role);
        }
        if ("FuncionariHabilitat".equals(role.getLocalName())) {
            throw NtErrors.refusal(503);
        }
        Store.Login login = store.login(Dom.text(role, "VALIdAccessToken")).orElseThrow(() -> NtErrors.refusal(1050));
        String actsFor =
                Dom.child(role, "Interessat").map(Operations::firstText).orElse(login.nif());
        return new User(Optional.empty(), Optional.of(login), actsFor);
    }

    private User employee(PciRequest request, Element role) throws NtRefusal {
        shape(role, Shape.of("CodiOrganisme CodiDepartament?"));
        String organisation = Dom.text(role, "CodiOrganisme");
        String department = Dom.text(role, "CodiDepartament");
        if (department.isEmpty()) {
            throw NtErrors.refusal(627);
        }
        if (!organisation.equals(request.requester())) {
            throw NtErrors.refusal(104);
        }
        TownHall townHall = townHalls.stream()
                .filter(t -> t.ine10().value().equals(organisation))
                .findFirst()
                .filter(t -> department.equals(organisation))
                .orElseThrow(() -> NtErrors.refusal(504));
        return new User(Optional.of(new Notice.Sender(organisation, townHall.name(), "")), Optional.empty(), "");
    }

    private static String firstText(Element e) {
        return Dom.descendants(e).stream()
                .filter(d -> Dom.children(d).isEmpty())
                .map(d -> d.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private String send(PciRequest request, PciItem item, Element root, User user) throws NtRefusal {
        Notice.Sender sender = user.needEmployee();
        Element tramesa = Dom.child(root, "Tramesa").orElseThrow(() -> NtErrors.refusal(3001));
        shape(root, Shape.of("BackOffice? Usuari Tramesa"));
        Instant now = agenda.now();
        List<Draft> drafts = new TramesaRules(now, store.publicBodies(), documentStore).read(tramesa, item.files());
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
        shape(
                root,
                Shape.of("BackOffice? Usuari IdNotificacio? IncloureDadesOfici? IncloureDocuments?"
                        + " IncloureDestinataris? IncloureDadesSignador?"));
        Notice notice = visible(root, user);
        if (user.citizen().isPresent()) {
            level(notice, user);
            if (notice.isCommunication() && notice.state.equals(Notice.DEPOSITED)) {
                lifecycle.practise(notice, true, user.actsFor(), signer(notice, user), agenda.now());
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
        shape(root, Shape.of("BackOffice? Usuari DadesCerca"));
        Instant searchable = agenda.now().minusSeconds(store.searchableAfterSeconds());
        synchronized (store) {
            List<Notice> visible = store.all().stream()
                    .filter(n -> isVisible(n, user))
                    .filter(n -> user.employee().isPresent() || !n.state.equals(Notice.FAILED))
                    .filter(n -> !n.created.isAfter(searchable))
                    .toList();
            return new Search(criteria, user.citizen().isPresent()).answer(visible);
        }
    }

    private String evidence(Element root, User user) throws NtRefusal {
        shape(root, Shape.of("BackOffice? Usuari IdNotificacio? TipusEvidencia IdiomaEvidenciaPDF?"));
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
        shape(root, Shape.of("BackOffice? Usuari IdNotificacio? Decisio DadesPracticarCanalPaper? CanviCanal?"));
        Notice notice = visible(root, user);
        String decision = Dom.text(root, "Decisio");
        if (!decision.equals("ACCEPTAR") && !decision.equals("REBUTJAR")) {
            throw NtErrors.refusal(101, "Decisio");
        }
        boolean accept = decision.equals("ACCEPTAR");
        if (notice.isCommunication()) {
            throw NtErrors.refusal(1202);
        }
        if (user.employee().isPresent()) {
            practiseOnPaper(root, notice, accept);
        } else {
            level(notice, user);
            Optional<Element> change = Dom.child(root, "CanviCanal");
            String channel = change.isPresent() ? channelChange(change.get(), notice) : "";
            lifecycle.practise(notice, accept, user.actsFor(), signer(notice, user), agenda.now());
            notice.channelChange = channel;
        }
        return XmlText.prefixed("")
                .leaf("IdNotificacio", String.valueOf(notice.id))
                .leaf("Decisio", decision)
                .toString();
    }

    private void practiseOnPaper(Element root, Notice notice, boolean accept) throws NtRefusal {
        Element paper = Dom.child(root, "DadesPracticarCanalPaper").orElseThrow(() -> NtErrors.refusal(502));
        shape(paper, Shape.of("Funcionari DataPracticada Referencia"));
        if (!notice.field("Canal").equals("PAPER") || !accept) {
            throw NtErrors.refusal(1047);
        }
        Instant when = Times.read(Dom.text(paper, "DataPracticada"))
                .orElseThrow(() -> NtErrors.refusal(101, "DataPracticada"));
        if (when.isAfter(agenda.now())) {
            throw NtErrors.refusal(101, "DataPracticada");
        }
        XmlText x = XmlText.prefixed("").open("PracticadaPaper");
        Dom.children(paper).forEach(x::copy);
        lifecycle.practise(
                notice, true, Dom.text(paper, "Funcionari"), x.close().toString(), when);
    }

    private static String channelChange(Element change, Notice notice) throws NtRefusal {
        shape(change, Shape.of("Canal BustiaCorreu? Telefon?"));
        if (!notice.field("Canal").equals("PAPER")) {
            throw NtErrors.refusal(1041);
        }
        if (notice.draft.recipients().get(0).legal()) {
            throw NtErrors.refusal(1043);
        }
        if (Dom.text(change, "Canal").equals("DIGITAL") && Dom.children(change).size() == 1) {
            throw NtErrors.refusal(1042);
        }
        XmlText x = XmlText.prefixed("");
        Dom.children(change).forEach(x::copy);
        return x.toString();
    }

    private String cancel(Element root, User user) throws NtRefusal {
        user.needEmployee();
        shape(root, Shape.of("BackOffice? Usuari IdNotificacio? Motiu"));
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
        if (user.employee().isPresent()) {
            throw NtErrors.refusal(502);
        }
        shape(root, Shape.of("BackOffice? Usuari TipusAcces? TipusObjecte? DataPublicacio?"));
        Instant since = agenda.now().minus(Duration.ofDays(30));
        XmlText x = XmlText.prefixed("");
        int total = 0;
        int pending = 0;
        synchronized (store) {
            for (TownHall townHall : townHalls) {
                List<Notice> own = store.all().stream()
                        .filter(n -> n.organisation.equals(townHall.ine10().value()))
                        .filter(n -> isVisible(n, user))
                        .filter(n -> n.deposited.filter(d -> d.isAfter(since)).isPresent())
                        .toList();
                int waiting = (int) own.stream()
                        .filter(n -> n.state.equals(Notice.DEPOSITED))
                        .count();
                if (!own.isEmpty()) {
                    x.open("NotificacionsEntitat")
                            .leaf("NomOrganisme", townHall.name())
                            .leaf("CodiOrganisme", townHall.ine10().value())
                            .leaf("NomDepartament", townHall.name())
                            .leaf("CodiDepartament", townHall.ine10().value())
                            .leaf("Notificacions", String.valueOf(own.size()))
                            .leaf("NotificacionsPendents", String.valueOf(waiting))
                            .close();
                }
                total += own.size();
                pending += waiting;
            }
        }
        return x.leaf("TotalNotificacions", String.valueOf(total))
                .leaf("TotalNotificacionsPendents", String.valueOf(pending))
                .toString();
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
        if (!isVisible(notice, user)) {
            throw NtErrors.refusal(user.employee().isPresent() ? 1015 : 3010);
        }
        return notice;
    }

    private static boolean isVisible(Notice n, User user) {
        if (user.employee().isPresent()) {
            return n.organisation.equals(user.employee().get().organisation());
        }
        return n.deposited.isPresent()
                && !n.state.equals(Notice.CANCELLED)
                && n.draft.recipients().stream().anyMatch(r -> r.mayActAs(user.actsFor()));
    }

    private static void level(Notice notice, User user) throws NtRefusal {
        List<String> levels = List.of("BAIX", "SUBSTANCIAL", "ALT");
        String own = user.citizen().map(Store.Login::level).orElse("BAIX");
        if (levels.indexOf(own) < levels.indexOf(notice.field("TipusAcces"))) {
            throw NtErrors.refusal(own.equals("BAIX") ? 1032 : 1049);
        }
    }

    private static String signer(Notice notice, User user) {
        return notice.draft.recipients().stream()
                .filter(r -> r.mayActAs(user.actsFor()))
                .findFirst()
                .map(Lifecycle::signer)
                .orElse("");
    }

    private static void shape(Element e, Shape shape) throws NtRefusal {
        Optional<String> fault = shape.fault(e);
        if (fault.isPresent()) {
            throw NtErrors.refusal(101, fault.get());
        }
    }
}
