package cat.eset.notify.internal.wire;

import cat.eset.notify.notice.AccessLevel;
import cat.eset.notify.notice.Channel;
import cat.eset.notify.notice.ContentLanguage;
import cat.eset.notify.notice.NoticeKind;
import cat.eset.notify.record.NotificationDetail;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.NotificationState;
import cat.eset.notify.record.Sections;
import cat.eset.transport.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code Consulta} (contract enotum 6.2). */
public final class ConsultCodec extends NtCodec<ConsultCodec.Query, NotificationDetail> {

    /** Which notification, and which sections of it. */
    public record Query(NotificationId id, Sections sections) {}

    /** The codec. */
    public ConsultCodec() {
        super("Consulta");
    }

    @Override
    void writeBody(Query q, Nt nt) {
        nt.text("IdNotificacio", q.id().toString());
        flag("IncloureDadesOfici", q.sections().letter(), nt);
        flag("IncloureDocuments", q.sections().documents(), nt);
        flag("IncloureDestinataris", q.sections().recipients(), nt);
        flag("IncloureDadesSignador", q.sections().practice(), nt);
    }

    private static void flag(String name, boolean wanted, Nt nt) {
        if (wanted) {
            nt.text(name, "true");
        }
    }

    @Override
    Optional<NotificationDetail> readBody(XmlElement e) {
        return Reading.id(e)
                .map(id -> new NotificationDetail(
                        id,
                        Reading.issuer(e),
                        e.child("DadesNotificacio").map(ConsultCodec::header),
                        e.child("DadesEstat").flatMap(ConsultCodec::status),
                        e.child("DadesOfici").map(ConsultCodec::letter),
                        documents(e),
                        recipients(e),
                        Reading.practice(e)));
    }

    private static NotificationDetail.Header header(XmlElement e) {
        Optional<XmlElement> registry = e.child("DadesRegistre");
        return new NotificationDetail.Header(
                e.text("Titol").orElse(""),
                e.text("Referencia").orElse(""),
                e.text("IdNotificacioEmissor"),
                registry.flatMap(r -> r.text("NumeroRegistre")),
                registry.flatMap(r -> Reading.instant(r, "DataRegistre")),
                e.text("TipusObjecte").map(NoticeKind::of).orElse(NoticeKind.NOTIFICATION),
                e.text("TipusAcces").map(AccessLevel::of),
                Reading.integer(e, "DiesExpiracio"),
                e.text("Idioma").map(ContentLanguage::of),
                e.text("Canal").map(Channel::of),
                e.text("Expedient"));
    }

    private static Optional<NotificationDetail.Status> status(XmlElement e) {
        return e.text("Estat")
                .map(state -> new NotificationDetail.Status(
                        NotificationState.of(state),
                        Reading.instant(e, "DataPublicacio"),
                        Reading.instant(e, "DataAcceptacioRebuig"),
                        Reading.instant(e, "DataAnullacio"),
                        e.text("MotiuAnullacio")));
    }

    private static NotificationDetail.Letter letter(XmlElement e) {
        return new NotificationDetail.Letter(e.text("CosNotificacio").orElse(""), e.text("PeuRecurs"));
    }

    private static List<NotificationDetail.StoredDocument> documents(XmlElement e) {
        List<NotificationDetail.StoredDocument> found = new ArrayList<>();
        e.child("Documents").ifPresent(group -> {
            for (XmlElement d : group.children()) {
                found.add(new NotificationDetail.StoredDocument(
                        d.text("Nom").orElse(""), d.text("UUID").or(() -> d.text("UUIDDocument")), Reading.sha256(d)));
            }
        });
        return found;
    }

    private static List<NotificationDetail.RecipientStatus> recipients(XmlElement e) {
        List<NotificationDetail.RecipientStatus> found = new ArrayList<>();
        e.child("Destinataris").ifPresent(group -> {
            for (XmlElement d : group.children("Destinatari")) {
                Reading.party(d)
                        .ifPresent(party -> found.add(new NotificationDetail.RecipientStatus(
                                party,
                                contacts(d, "BustiesCorreu", "BustiaCorreu"),
                                contacts(d, "Telefons", "Telefon"),
                                Reading.flag(d, "Titular").orElse(false),
                                Reading.flag(d, "HaSignat").orElse(false),
                                Reading.channelChange(d, "CanviCanal"),
                                Reading.flag(d, "Obligat"))));
            }
        });
        return found;
    }

    private static List<String> contacts(XmlElement recipient, String group, String item) {
        return recipient.children().stream()
                .flatMap(person -> person.child(group).stream())
                .flatMap(g -> g.children(item).stream())
                .map(XmlElement::text)
                .toList();
    }
}
