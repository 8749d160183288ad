package cat.eset.registry.internal.mux2;

import cat.eset.core.DocumentContent;
import cat.eset.core.LegalTime;
import cat.eset.transport.xml.PayloadWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Writes elements of the request namespace of MUX V2, in the order in which they are called. */
public final class Pet {

    static final String NS = "http://net.aocat/MUX2/PeticioRegistre";
    private static final String PREFIX = "pet";

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private final PayloadWriter out;

    Pet(PayloadWriter out) {
        this.out = out;
    }

    Pet open(String name) {
        out.start(NS, PREFIX, name);
        return this;
    }

    Pet attribute(String name, String value) {
        out.attribute(name, value);
        return this;
    }

    Pet close() {
        out.end();
        return this;
    }

    Pet text(String name, String value) {
        out.element(NS, PREFIX, name, value);
        return this;
    }

    Pet text(String name, Optional<String> value) {
        value.ifPresent(v -> text(name, v));
        return this;
    }

    Pet instant(String name, Instant value) {
        return text(name, DATE_TIME.format(value.atZone(LegalTime.ZONE)));
    }

    Pet base64(String name, byte[] value) {
        return text(name, Base64.getEncoder().encodeToString(value));
    }

    Pet base64(String name, DocumentContent value) {
        open(name);
        out.base64(value);
        return close();
    }
}
