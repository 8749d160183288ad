package cat.eset.notify.internal.wire;

import cat.eset.transport.xml.CanonicalXml;
import cat.eset.transport.xml.XmlElement;
import cat.eset.transport.xml.XmlParser;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Runs codecs without a network. */
final class Wire {

    static final Caller EMPLOYEE = new Caller.Employee("0899990001", "0899990001");

    private Wire() {}

    static <Q, T> String write(NtCodec<Q, T> codec, Q body) {
        return write(codec, new NtRequest<>(Optional.empty(), EMPLOYEE, body));
    }

    static <Q, T> String write(NtCodec<Q, T> codec, NtRequest<Q> request) {
        return new String(CanonicalXml.of(out -> codec.write(request, out)), StandardCharsets.UTF_8);
    }

    static <Q, T> NtAnswer<T> read(NtCodec<Q, T> codec, String xml) {
        return codec.read(parse(xml));
    }

    static XmlElement parse(String xml) {
        return XmlParser.strict().parse(xml.getBytes(StandardCharsets.UTF_8));
    }
}
