package cat.eset.notify.internal.wire;

import cat.eset.notify.record.NotificationId;
import cat.eset.transport.xml.XmlElement;
import java.util.Optional;

/** {@code Anullacio} (contract enotum 6.6). */
public final class CancelCodec extends NtCodec<CancelCodec.Cancellation, NotificationId> {

    /** Which notification and why. */
    public record Cancellation(NotificationId id, String reason) {}

    /** The codec. */
    public CancelCodec() {
        super("Anullacio");
    }

    @Override
    void writeBody(Cancellation c, Nt nt) {
        nt.text("IdNotificacio", c.id().toString()).text("Motiu", c.reason());
    }

    @Override
    Optional<NotificationId> readBody(XmlElement e) {
        return Reading.id(e);
    }
}
