package cat.eset.registry.internal.sir;

import static cat.eset.registry.internal.sir.SirCodec.NS;
import static cat.eset.registry.internal.sir.SirCodec.PREFIX;

import cat.eset.core.EsetException;
import cat.eset.registry.Mapped;
import cat.eset.registry.internal.sicres.ExchangeFormat;
import cat.eset.registry.internal.sicres.Sicres3;
import cat.eset.registry.sicres.DirectoryCode;
import cat.eset.registry.sicres.EntryMark;
import cat.eset.registry.sicres.ExchangeMessage;
import cat.eset.registry.sir.EventKind;
import cat.eset.registry.sir.ExchangeEvent;
import cat.eset.registry.sir.ExchangeId;
import cat.eset.registry.sir.ExchangeRecord;
import cat.eset.registry.sir.ExchangeState;
import cat.eset.registry.sir.MovementKind;
import cat.eset.registry.sir.Side;
import cat.eset.transport.xml.PayloadWriter;
import cat.eset.transport.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The six operations (contract sir 3). Reading tolerates missing and unknown elements; the XSD wins over the README (trap 1). */
public final class SirWire {

    private static final ExchangeFormat FORMAT = new Sicres3();

    /** Content of a sending. */
    public record Shipment(String sendingId, ExchangeMessage message) {}

    /** What a sending gave. */
    public record Receipt(ExchangeId exchange, Optional<EntryMark> entry) {}

    /** What a decision gave: the entry that was made, after a confirmation. */
    public record Verdict(Optional<EntryMark> entry) {}

    /** Content of a decision; what an operation does not need is empty text. */
    public record Order(ExchangeId exchange, String office, String text) {}

    /** Content of a consultation. */
    public record Question(ExchangeId exchange, Optional<Side> side) {}

    /** {@code peticioEnviamentAssentament}. */
    public static final SirCodec<Shipment, Receipt> SEND = new SirCodec<>(
            "EnviamentAssentament",
            (s, out) -> {
                element(out, "idEnviament", s.sendingId());
                element(out, "enviament", FORMAT.write(s.message()));
            },
            answer -> answer.child("resposta").flatMap(SirWire::receipt));

    /** {@code peticioConfirmacioAssentament}. */
    public static final SirCodec<Order, Verdict> CONFIRM = new SirCodec<>(
            "ConfirmacioAssentament",
            (o, out) -> element(out, "idEnviamentSIR", o.exchange().value()),
            answer -> answer.child("resposta").map(r -> new Verdict(entry(r, "registreEntrada"))));

    /** {@code peticioRebuigAssentament}. */
    public static final SirCodec<Order, Verdict> REJECT = new SirCodec<>(
            "RebuigAssentament",
            (o, out) -> {
                element(out, "idEnviamentSIR", o.exchange().value());
                element(out, "motiu", o.text());
            },
            answer -> Optional.of(new Verdict(Optional.empty())));

    /** {@code peticioReenviamentAssentament}. */
    public static final SirCodec<Order, Verdict> FORWARD = new SirCodec<>(
            "ReenviamentAssentament",
            (o, out) -> {
                element(out, "idEnviamentSIR", o.exchange().value());
                element(out, "oficinaRegistreDesti", o.office());
                element(out, "observacions", o.text());
            },
            answer -> Optional.of(new Verdict(Optional.empty())));

    /** {@code peticioConsultaAssentament}. */
    public static final SirCodec<Question, ExchangeRecord> CONSULT = new SirCodec<>(
            "ConsultaAssentament",
            (q, out) -> {
                element(out, "idEnviamentSIR", q.exchange().value());
                q.side().ifPresent(side -> element(out, "tipus", side.wire()));
            },
            answer -> answer.child("resposta").flatMap(SirWire::exchange));

    /** {@code peticioSincronitzacioAssentaments}, an empty element (trap 9). */
    public static final SirCodec<String, List<ExchangeEvent>> SYNCHRONISE = new SirCodec<>(
            "SincronitzacioAssentaments",
            (nothing, out) -> {},
            answer -> Optional.of(answer.child("resposta").map(SirWire::events).orElse(List.of())));

    private static final Logger LOG = LoggerFactory.getLogger(SirWire.class);

    private SirWire() {}

    private static void element(PayloadWriter out, String name, String text) {
        out.element(NS, PREFIX, name, text);
    }

    private static Optional<Receipt> receipt(XmlElement e) {
        return id(e).map(id -> new Receipt(id, entry(e, "origenRegistreEntrada")));
    }

    private static Optional<ExchangeId> id(XmlElement e) {
        return e.text("idEnviamentSIR").filter(t -> t.length() <= 33).map(ExchangeId::of);
    }

    private static Optional<EntryMark> entry(XmlElement e, String name) {
        return e.text(name)
                .map(number -> new EntryMark(number, e.text(name + "Data").flatMap(WireTimes::instant)));
    }

    private static Optional<DirectoryCode> office(XmlElement e, String name) {
        return e.text(name).map(DirectoryCode::new);
    }

    private static Optional<ExchangeRecord> exchange(XmlElement answer) {
        return answer.child("intercanvi")
                .flatMap(e -> id(e).map(id -> {
                    String text = e.child("enviament").map(XmlElement::rawText).orElse("");
                    Optional<Mapped<ExchangeMessage>> message = message(text);
                    return new ExchangeRecord(
                            e.text("idEnviament").orElse(""),
                            id,
                            office(e, "oficinaOrigen"),
                            office(e, "oficinaDesti"),
                            entry(e, "origenRegistreEntrada"),
                            entry(e, "destiRegistreEntrada"),
                            e.text("registreSortida"),
                            new ExchangeState(e.text("estat").orElse("?")),
                            message.map(Mapped::value),
                            message.map(Mapped::losses).orElse(List.of()),
                            text,
                            movements(answer),
                            files(answer));
                }));
    }

    /** A message that cannot be read is handed out as text; the rest of the answer is worth having. */
    private static Optional<Mapped<ExchangeMessage>> message(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(FORMAT.read(text));
        } catch (EsetException e) {
            return Optional.empty();
        }
    }

    private static List<ExchangeRecord.Movement> movements(XmlElement answer) {
        List<ExchangeRecord.Movement> movements = new ArrayList<>();
        for (XmlElement e : answer.child("apunts").map(a -> a.children("apunt")).orElse(List.of())) {
            movements.add(new ExchangeRecord.Movement(
                    e.text("data").flatMap(WireTimes::instant),
                    new MovementKind(e.text("tipus").orElse("?")),
                    e.text("missatge"),
                    office(e, "oficinaOrigen").or(() -> office(e, "oficinaDesti")),
                    e.text("oficinaDenominacio"),
                    e.text("usuari")));
        }
        return movements;
    }

    private static List<ExchangeRecord.AnnexFile> files(XmlElement answer) {
        List<ExchangeRecord.AnnexFile> files = new ArrayList<>();
        for (XmlElement e :
                answer.child("annexos").map(a -> a.children("annex")).orElse(List.of())) {
            files.add(new ExchangeRecord.AnnexFile(
                    e.text("nomFitxer").orElse(""),
                    e.text("idFitxerSIR").orElse(""),
                    e.text("guid").orElse("")));
        }
        return files;
    }

    private static List<ExchangeEvent> events(XmlElement answer) {
        List<ExchangeEvent> events = new ArrayList<>();
        for (XmlElement e : answer.children("intercanvi")) {
            id(e).ifPresentOrElse(
                            id -> events.add(event(id, e)),
                            () -> LOG.warn(
                                    "SIR told something of an exchange and not of which: {}",
                                    e.text("tipus").orElse("?")));
        }
        return events;
    }

    private static ExchangeEvent event(ExchangeId id, XmlElement e) {
        return new ExchangeEvent(
                e.text("idEnviament").orElse(""),
                id,
                e.text("codiEns").orElse(""),
                office(e, "oficinaInicial"),
                office(e, "oficinaOrigen"),
                office(e, "oficinaDesti"),
                entry(e, "origenRegistreEntrada"),
                entry(e, "destiRegistreEntrada"),
                new EventKind(e.text("tipus").orElse("?")),
                e.text("data").flatMap(WireTimes::instant));
    }
}
