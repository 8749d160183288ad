package cat.eset.notify.internal.wire;

import cat.eset.notify.record.ChannelChange;
import cat.eset.notify.record.NotificationId;
import cat.eset.notify.record.PaperPractice;
import cat.eset.transport.xml.XmlElement;
import java.util.Optional;

/** {@code Practicar} (contract enotum 6.5). */
public final class PractiseCodec extends NtCodec<PractiseCodec.Decision, NotificationId> {

    /** What is decided about which notification. */
    public record Decision(
            NotificationId id, boolean accept, Optional<PaperPractice> paper, Optional<ChannelChange> channelChange) {}

    /** The codec. */
    public PractiseCodec() {
        super("Practicar");
    }

    @Override
    void writeBody(Decision d, Nt nt) {
        nt.text("IdNotificacio", d.id().toString()).text("Decisio", d.accept() ? "ACCEPTAR" : "REBUTJAR");
        d.paper()
                .ifPresent(p -> nt.open("DadesPracticarCanalPaper")
                        .text("Funcionari", p.official().value())
                        .instant("DataPracticada", p.at())
                        .text("Referencia", p.reference())
                        .close());
        d.channelChange()
                .ifPresent(c -> nt.open("CanviCanal")
                        .text("Canal", c.channel().code())
                        .text("BustiaCorreu", c.email())
                        .text("Telefon", c.phone())
                        .close());
    }

    @Override
    Optional<NotificationId> readBody(XmlElement e) {
        return Reading.id(e);
    }
}
