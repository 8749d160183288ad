package cat.eset.transport.pci;

import cat.eset.transport.xml.PayloadWriter;
import cat.eset.transport.xml.XmlElement;
import java.util.Set;
import javax.xml.namespace.QName;

/** Of a question to which no payload comes. */
final class NoPayload implements PayloadCodec<XmlElement, XmlElement> {

    static final NoPayload CODEC = new NoPayload();

    private NoPayload() {}

    @Override
    public String operation() {
        return "Doctor";
    }

    @Override
    public Set<QName> answers() {
        return Set.of();
    }

    @Override
    public void write(XmlElement request, PayloadWriter out) {
        throw new IllegalStateException("nothing is sent with it");
    }

    @Override
    public XmlElement read(XmlElement payload) {
        return payload;
    }
}
