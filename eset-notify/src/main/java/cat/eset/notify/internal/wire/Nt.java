package cat.eset.notify.internal.wire;

import cat.eset.core.LegalTime;
import cat.eset.notify.notice.CompanyDocument;
import cat.eset.notify.notice.PersonDocument;
import cat.eset.transport.xml.PayloadWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/** Writes elements of the e-NOTUM namespace, in the order in which they are called. */
final class Nt {

    static final String NS = "http://www.aocat.net/NT/v4.0";
    private static final String PREFIX = "nt";

    /** Seconds always, milliseconds when there are any, offset always (contract enotum 11.1). */
    private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
            .appendFraction(java.time.temporal.ChronoField.MILLI_OF_SECOND, 0, 3, true)
            .appendPattern("XXX")
            .toFormatter(java.util.Locale.ROOT);

    private final PayloadWriter out;

    Nt(PayloadWriter out) {
        this.out = out;
    }

    PayloadWriter raw() {
        return out;
    }

    Nt open(String name) {
        out.start(NS, PREFIX, name);
        return this;
    }

    Nt close() {
        out.end();
        return this;
    }

    Nt text(String name, String value) {
        out.element(NS, PREFIX, name, value);
        return this;
    }

    Nt text(String name, Optional<?> value) {
        value.ifPresent(v -> text(name, v.toString()));
        return this;
    }

    Nt instant(String name, Instant value) {
        return text(name, DATE_TIME.format(value.atZone(LegalTime.ZONE)));
    }

    Nt empty(String name) {
        out.empty(NS, PREFIX, name);
        return this;
    }

    /** An element with one attribute and text. */
    Nt withAttribute(String name, String attribute, Optional<String> attributeValue, String text) {
        open(name);
        attributeValue.ifPresent(v -> out.attribute(attribute, v));
        out.text(text);
        return close();
    }

    /** The choice inside {@code DocumentPersonaFisicaType}. */
    Nt person(PersonDocument document) {
        return document.fold(
                nif -> text("NIF", nif.nif().value()),
                passport -> withAttribute("Passaport", "Pais", passport.country(), passport.number()),
                id -> withAttribute("IDC", "Pais", Optional.of(id.country()), id.number()));
    }

    /** The choice inside {@code DocumentPersonaJuridicaType}. */
    Nt company(CompanyDocument document) {
        return document.fold(
                cif -> text("CIF", cif.nif().value()),
                vat -> withAttribute("VAT", "Pais", vat.country(), vat.number()));
    }
}
