package cat.eset.testkit.internal.enotum;

import cat.eset.core.TownHall;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import cat.eset.testkit.internal.xml.XmlText;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.w3c.dom.Element;

/** {@code Resum}: how many notifications a citizen has, by issuer (contract enotum 6.8). */
final class SummaryText {

    private static final Shape REQUEST = Shape.of("BackOffice? Usuari TipusAcces? TipusObjecte? DataPublicacio?");
    private static final Duration USUAL = Duration.ofDays(30);

    private final List<TownHall> townHalls;

    SummaryText(List<TownHall> townHalls) {
        this.townHalls = List.copyOf(townHalls);
    }

    /** The body of {@code RespostaResum}. */
    String answer(Element root, User user, Collection<Notice> all, Instant now) throws NtRefusal {
        if (user.employee().isPresent()) {
            throw NtErrors.refusal(502);
        }
        NtErrors.shape(root, REQUEST);
        // The citizen roles name neither organisation nor department, so only a back office is left (contract 6.0).
        if (user.backOffice().isEmpty()) {
            throw NtErrors.refusal(3036);
        }
        Predicate<Notice> wanted = wanted(root, now);
        XmlText x = XmlText.prefixed("");
        int total = 0;
        int pending = 0;
        for (TownHall townHall : townHalls) {
            List<Notice> own = all.stream()
                    .filter(n -> n.organisation.equals(townHall.ine10().value()))
                    .filter(user::sees)
                    .filter(wanted)
                    .toList();
            int waiting = (int)
                    own.stream().filter(n -> n.state.equals(Notice.DEPOSITED)).count();
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
        return x.leaf("TotalNotificacions", String.valueOf(total))
                .leaf("TotalNotificacionsPendents", String.valueOf(pending))
                .toString();
    }

    private static Predicate<Notice> wanted(Element root, Instant now) throws NtRefusal {
        Predicate<Notice> deposited = Dom.child(root, "DataPublicacio").isPresent()
                ? Search.period(root, "DataPublicacio", n -> n.deposited)
                : n -> n.deposited.filter(d -> d.isAfter(now.minus(USUAL))).isPresent();
        return deposited
                .and(Search.equal(root, "TipusAcces", n -> n.field("TipusAcces")))
                .and(Search.equal(root, "TipusObjecte", n -> n.field("TipusObjecte")));
    }
}
