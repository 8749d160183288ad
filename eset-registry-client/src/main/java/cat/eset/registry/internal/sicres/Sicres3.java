package cat.eset.registry.internal.sicres;

import cat.eset.registry.Mapped;
import cat.eset.registry.sicres.ExchangeMessage;
import cat.eset.transport.xml.CanonicalXml;
import cat.eset.transport.xml.PayloadWriter;
import java.nio.charset.StandardCharsets;

/** SICRES 3: a message without namespace that travels as text inside another one (contract sir 5, traps 2 and 3). */
public final class Sicres3 implements ExchangeFormat {

    @Override
    public String write(ExchangeMessage message) {
        byte[] xml = CanonicalXml.of(out -> {
            out.start("", "", Sicres3Tree.ROOT);
            Sicres3Tree.walk(message, new Writing(out));
            out.end();
        });
        return new String(xml, StandardCharsets.UTF_8);
    }

    @Override
    public Mapped<ExchangeMessage> read(String text) {
        return new Sicres3Reader(text).read();
    }

    private record Writing(PayloadWriter out) implements Sicres3Tree.Visitor {

        @Override
        public void open(String block) {
            out.start("", "", block);
        }

        @Override
        public void leaf(String name, String value) {
            out.element("", "", name, value);
        }

        @Override
        public void close() {
            out.end();
        }
    }
}
