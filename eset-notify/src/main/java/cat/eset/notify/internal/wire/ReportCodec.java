package cat.eset.notify.internal.wire;

import cat.eset.notify.notice.Channel;
import cat.eset.notify.notice.NoticeKind;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.Report;
import cat.eset.transport.xml.XmlElement;
import java.time.LocalDate;
import java.util.Optional;

/** {@code RecuperarReport} (contract enotum 6.7), whose {@code Report} is also what the callback carries. */
public final class ReportCodec extends NtCodec<ReportCodec.Query, Optional<Report>> {

    /** Of one notification or of one day: exactly one of both. */
    public record Query(Optional<NotificationId> id, Optional<LocalDate> day) {}

    /** The codec. */
    public ReportCodec() {
        super("RecuperarReport");
    }

    @Override
    void writeBody(Query q, Nt nt) {
        nt.text("IdNotificacio", q.id()).text("DataReport", q.day());
    }

    /** A missing report is an answer: nothing changed that day. */
    @Override
    Optional<Optional<Report>> readBody(XmlElement e) {
        return Optional.of(e.child("Report").map(ReportCodec::report));
    }

    /** Reads a {@code Report}, wherever it came from. */
    public static Report report(XmlElement e) {
        return new Report(
                Reading.issuer(e),
                Reading.day(e, "DataInforme"),
                e.text("TipusInforme").orElse(""),
                e.children("DadesNotificacio").stream()
                        .flatMap(entry -> entry(entry).stream())
                        .toList());
    }

    private static Optional<Report.Entry> entry(XmlElement e) {
        // An element inside another of the same name but of another type.
        Optional<XmlElement> header = e.child("DadesNotificacio");
        Optional<XmlElement> status = e.child("DadesEstat");
        Optional<XmlElement> registry = e.child("DadesRegistre");
        return header.flatMap(h -> Reading.id(h)
                .flatMap(id -> status.flatMap(s -> s.text("Estat"))
                        .map(state -> new Report.Entry(
                                id,
                                NotificationState.of(state),
                                status.flatMap(s -> Reading.instant(s, "DataActualitzacio")),
                                h.text("Referencia").orElse(""),
                                h.text("TipusObjecte").map(NoticeKind::of).orElse(NoticeKind.NOTIFICATION),
                                Reading.integer(h, "DiesExpiracio"),
                                h.text("IdNotificacioEmissor"),
                                h.text("Canal").map(Channel::of),
                                registry.flatMap(r -> r.text("NumeroRegistreSortida")),
                                registry.flatMap(r -> Reading.instant(r, "DataRegistre")),
                                Reading.practice(e),
                                Reading.channelChange(e, "DadesCanviCanal"),
                                e.text("BackOffice")))));
    }
}
