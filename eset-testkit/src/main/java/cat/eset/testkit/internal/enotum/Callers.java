package cat.eset.testkit.internal.enotum;

import cat.eset.core.TownHall;
import cat.eset.testkit.internal.pci.PciRequest;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads {@code BackOffice} and {@code Usuari} (contract enotum 6.0). */
final class Callers {

    private static final Shape EMPLOYEE = Shape.of("CodiOrganisme CodiDepartament?");

    private final Store store;
    private final List<TownHall> townHalls;
    private final Arrangements arrangements;

    Callers(Store store, List<TownHall> townHalls, Arrangements arrangements) {
        this.store = store;
        this.townHalls = List.copyOf(townHalls);
        this.arrangements = arrangements;
    }

    User read(PciRequest request, Element root) throws NtRefusal {
        Element role = Dom.child(root, "Usuari")
                .map(Dom::children)
                .filter(roles -> roles.size() == 1)
                .map(roles -> roles.get(0))
                .orElseThrow(() -> NtErrors.refusal(101, "Usuari"));
        String backOffice = Dom.text(root, "BackOffice");
        if (!backOffice.isEmpty() && !arrangements.knowsBackOffice(backOffice)) {
            throw NtErrors.refusal(3021, backOffice);
        }
        if ("Empleat".equals(role.getLocalName())) {
            return employee(request, role, backOffice);
        }
        if ("FuncionariHabilitat".equals(role.getLocalName())) {
            throw NtErrors.refusal(503);
        }
        Store.Login login = store.login(Dom.text(role, "VALIdAccessToken")).orElseThrow(() -> NtErrors.refusal(1050));
        String actsFor = Dom.child(role, "Interessat").map(Callers::firstText).orElse(login.nif());
        return new User(Optional.empty(), Optional.of(login), actsFor, backOffice);
    }

    private User employee(PciRequest request, Element role, String backOffice) throws NtRefusal {
        NtErrors.shape(role, EMPLOYEE);
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
        Notice.Sender sender = new Notice.Sender(organisation, townHall.name(), backOffice);
        return new User(Optional.of(sender), Optional.empty(), "", backOffice);
    }

    private static String firstText(Element e) {
        return Dom.descendants(e).stream()
                .filter(d -> Dom.children(d).isEmpty())
                .map(d -> d.getTextContent().strip())
                .findFirst()
                .orElse("");
    }
}
