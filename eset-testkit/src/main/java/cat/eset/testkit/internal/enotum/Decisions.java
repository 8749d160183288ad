package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import cat.eset.testkit.internal.xml.XmlText;
import java.time.Instant;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads {@code Practicar} (contract enotum 6.5). */
final class Decisions {

    private static final Shape REQUEST =
            Shape.of("BackOffice? Usuari IdNotificacio? Decisio DadesPracticarCanalPaper? CanviCanal?");
    private static final Shape PAPER = Shape.of("Funcionari DataPracticada Referencia");
    private static final Shape CHANNEL_CHANGE = Shape.of("Canal BustiaCorreu? Telefon?");

    private Decisions() {}

    static Lifecycle.Act read(Element root, Notice notice, User user, Instant now) throws NtRefusal {
        NtErrors.shape(root, REQUEST);
        String decision = Dom.text(root, "Decisio");
        if (!decision.equals("ACCEPTAR") && !decision.equals("REBUTJAR")) {
            throw NtErrors.refusal(101, "Decisio");
        }
        boolean accept = decision.equals("ACCEPTAR");
        if (notice.isCommunication()) {
            throw NtErrors.refusal(1202);
        }
        if (user.employee().isPresent()) {
            return onPaper(root, notice, accept, now);
        }
        user.needLevel(notice);
        Optional<Element> change = Dom.child(root, "CanviCanal");
        String channel = change.isPresent() ? channelChange(change.get(), notice) : "";
        return new Lifecycle.Act(accept, user.actsFor(), user.signerOf(notice), channel, now);
    }

    private static Lifecycle.Act onPaper(Element root, Notice notice, boolean accept, Instant now) throws NtRefusal {
        Element paper = Dom.child(root, "DadesPracticarCanalPaper").orElseThrow(() -> NtErrors.refusal(502));
        NtErrors.shape(paper, PAPER);
        if (!notice.field("Canal").equals("PAPER") || !accept) {
            throw NtErrors.refusal(1047);
        }
        Instant when = Times.read(Dom.text(paper, "DataPracticada"))
                .filter(at -> !at.isAfter(now))
                .orElseThrow(() -> NtErrors.refusal(101, "DataPracticada"));
        XmlText x = XmlText.prefixed("").open("PracticadaPaper");
        Dom.children(paper).forEach(x::copy);
        return new Lifecycle.Act(true, Dom.text(paper, "Funcionari"), x.close().toString(), "", when);
    }

    private static String channelChange(Element change, Notice notice) throws NtRefusal {
        NtErrors.shape(change, CHANNEL_CHANGE);
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
}
