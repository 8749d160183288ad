package cat.eset.notify.internal.wire;

import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.NoticeKind;
import cat.eset.notify.record.Period;
import cat.eset.notify.record.Summary;
import cat.eset.transport.xml.XmlElement;
import java.util.Optional;

/** {@code Resum} (contract enotum 6.8). */
public final class SummaryCodec extends NtCodec<SummaryCodec.Query, Summary> {

    /** What to count; without a period, the last thirty days. */
    public record Query(Optional<AccessLevel> accessLevel, Optional<NoticeKind> kind, Optional<Period> deposited) {}

    /** The codec. */
    public SummaryCodec() {
        super("Resum");
    }

    @Override
    void writeBody(Query q, Nt nt) {
        nt.text("TipusAcces", q.accessLevel()).text("TipusObjecte", q.kind());
        q.deposited()
                .ifPresent(p -> nt.open("DataPublicacio")
                        .instant("DataInferior", p.from())
                        .instant("DataSuperior", p.to())
                        .close());
    }

    @Override
    Optional<Summary> readBody(XmlElement e) {
        return e.child("TotalNotificacions")
                .map(total -> new Summary(
                        e.children("NotificacionsEntitat").stream()
                                .map(i -> new Summary.ByIssuer(
                                        Reading.issuerFields(i),
                                        Reading.number(i, "Notificacions"),
                                        Reading.number(i, "NotificacionsPendents")))
                                .toList(),
                        Reading.number(e, "TotalNotificacions"),
                        Reading.number(e, "TotalNotificacionsPendents")));
    }
}
