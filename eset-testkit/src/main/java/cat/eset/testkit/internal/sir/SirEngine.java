package cat.eset.testkit.internal.sir;

import cat.eset.core.LegalTime;
import cat.eset.core.TownHall;
import cat.eset.testkit.internal.enotum.Agenda;
import cat.eset.testkit.internal.http.Exchanges;
import cat.eset.testkit.internal.pci.PciItem;
import cat.eset.testkit.internal.pci.PciProduct;
import cat.eset.testkit.internal.pci.PciRequest;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import cat.eset.testkit.sir.SirDesk;
import cat.eset.testkit.sir.SirExchange;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.w3c.dom.Element;

/** SIR 2.0 on the virtual clock: what town halls send through the PCI, and what other administrations do. */
public final class SirEngine implements SirDesk {

    static final String NS = "http://www.aoc.cat/sir";

    /** Virtual time until what was sent is at the destination. */
    private static final Duration ARRIVAL = Duration.ofMinutes(2);

    private final Agenda agenda;
    private final List<TownHall> townHalls;
    private final EntryRegistry entries;
    private final List<Held> exchanges = new ArrayList<>();
    private final Deque<Event> events = new ArrayDeque<>();
    private Optional<String> refusal = Optional.empty();
    private boolean refuseAfterDoing;
    private boolean tellOnce = true;
    private boolean spoiled;
    private int sequence;

    /** A SIR without exchanges. */
    public SirEngine(Agenda agenda, List<TownHall> townHalls, EntryRegistry entries) {
        this.agenda = agenda;
        this.townHalls = List.copyOf(townHalls);
        this.entries = entries;
    }

    /** What synchronising tells. */
    record Event(Held held, String kind, Instant at) {}

    /** What the PCI routes to. */
    public PciProduct product() {
        return (request, item) -> {
            String answer = answer(request, item);
            agenda.run();
            return answer;
        };
    }

    private String answer(PciRequest request, PciItem item) {
        Element payload = item.payload().orElseThrow();
        String root = String.valueOf(payload.getLocalName());
        String operation = root.replaceFirst("^peticio", "");
        try {
            SicresRules.must(NS.equals(payload.getNamespaceURI()), "L'espai de noms no és " + NS);
            return switch (operation) {
                case "EnviamentAssentament" -> effect(operation, item, () -> send(request, item, payload));
                case "ConfirmacioAssentament" -> effect(operation, item, () -> confirm(request, payload));
                case "RebuigAssentament" -> effect(operation, item, () -> reject(request, payload));
                case "ReenviamentAssentament" -> effect(operation, item, () -> forward(request, payload));
                case "ConsultaAssentament" -> consult(request, payload);
                case "SincronitzacioAssentaments" -> synchronise(request);
                default -> throw new SirRefusal("Operació desconeguda: " + root);
            };
        } catch (SirRefusal e) {
            return SirText.refused(operation, e.text());
        }
    }

    /** Something that is done there. */
    private interface Work {
        String run() throws SirRefusal;
    }

    private String effect(String operation, PciItem item, Work work) throws SirRefusal {
        SicresRules.must(!item.officialNif().isEmpty(), "Cal informar el funcionari");
        Optional<String> text;
        boolean after;
        synchronized (this) {
            text = refusal;
            after = refuseAfterDoing;
            refusal = Optional.empty();
        }
        if (text.isPresent() && !after) {
            throw new SirRefusal(text.get());
        }
        String answer = work.run();
        return text.map(t -> SirText.refused(operation, t)).orElse(answer);
    }

    private String send(PciRequest request, PciItem item, Element payload) throws SirRefusal {
        shape(payload, "idEnviament enviament");
        String sendingId = Dom.text(payload, "idEnviament");
        SicresRules.must(!sendingId.isEmpty(), "idEnviament és buit");
        String sicres = Dom.need(payload, "enviament").getTextContent();
        Element message = SicresRules.parse(sicres);
        SicresRules.check(message, item.files());
        Held held;
        synchronized (this) {
            held = hold(sendingId, request.requester(), false, message, sicres);
            for (Element annex : Dom.children(message, "De_Anexo")) {
                Optional<byte[]> content = Optional.ofNullable(
                                item.files().get(Dom.text(annex, "Identificador_Fichero")))
                        .flatMap(file -> file.content().content());
                held.annex(Dom.text(annex, "Nombre_Fichero_Anexado"), content);
            }
        }
        if (held.originEntry.isEmpty()) {
            // MUX calls the registry of the town hall now, while its own call to SIR is open.
            EntryRegistry.Entry entry = entries.register(Dom.text(message, "De_Asunto", "Resumen"));
            synchronized (this) {
                held.originEntry = entry.number();
                held.originEntryDate = SirText.compact(entry.date());
            }
        }
        synchronized (this) {
            exchanges.add(held);
            held.move("ENVIAMENT", "", held.originOffice, agenda.now());
            agenda.at(agenda.now().plus(ARRIVAL), at -> arrive(held, at));
            return SirText.sent(held);
        }
    }

    private synchronized void arrive(Held held, Instant at) {
        if (held.state.equals("ENVIAT")) {
            held.state = "PENDENT_CONFIRMACIO";
            events.add(new Event(held, held.state, at));
        }
    }

    private String confirm(PciRequest request, Element payload) throws SirRefusal {
        shape(payload, "idEnviamentSIR");
        Held held = decidable(request, payload);
        String subject = Dom.text(SicresRules.parse(held.sicres), "De_Asunto", "Resumen");
        EntryRegistry.Entry entry = entries.register(subject);
        synchronized (this) {
            held.destinationEntry = entry.number();
            held.destinationEntryDate = SirText.slashed(entry.date());
            held.state = "CONFIRMAT";
            held.move("CONFIRMACIO", "", held.destinationOffice, agenda.now());
            return SirText.confirmed(held);
        }
    }

    private String reject(PciRequest request, Element payload) throws SirRefusal {
        shape(payload, "idEnviamentSIR motiu");
        String reason = reason(payload, "motiu");
        Held held = decidable(request, payload);
        synchronized (this) {
            held.state = "REBUTJAT";
            held.move("REBUIG", reason, held.destinationOffice, agenda.now());
            return SirText.done("RebuigAssentament");
        }
    }

    private String forward(PciRequest request, Element payload) throws SirRefusal {
        shape(payload, "idEnviamentSIR oficinaRegistreDesti observacions");
        String remarks = reason(payload, "observacions");
        String office = Dom.text(payload, "oficinaRegistreDesti");
        SicresRules.office(office);
        Held held = decidable(request, payload);
        synchronized (this) {
            held.forward(office, remarks, agenda.now());
            return SirText.done("ReenviamentAssentament");
        }
    }

    private static String reason(Element payload, String name) throws SirRefusal {
        String text = Dom.text(payload, name);
        SicresRules.must(!text.isEmpty() && text.length() <= 80, name + " ha de tenir d'1 a 80 caràcters");
        return text;
    }

    private synchronized Held decidable(PciRequest request, Element payload) throws SirRefusal {
        Held held = need(request, payload);
        SicresRules.must(held.received, "L'intercanvi no és rebut");
        SicresRules.must(held.isOpen(), "L'intercanvi està en estat " + held.state);
        return held;
    }

    private synchronized Held need(PciRequest request, Element payload) throws SirRefusal {
        String id = Dom.text(payload, "idEnviamentSIR");
        return exchanges.stream()
                .filter(e -> e.id.equals(id) && e.body.equals(request.requester()))
                .findFirst()
                .orElseThrow(() -> new SirRefusal("No existeix l'intercanvi"));
    }

    private String consult(PciRequest request, Element payload) throws SirRefusal {
        shape(payload, "idEnviamentSIR tipus?");
        String side = Dom.text(payload, "tipus");
        SicresRules.must(side.matches("|ENVIAT|REBUT"), "tipus té un valor no admès");
        synchronized (this) {
            Held held = need(request, payload);
            SicresRules.must(side.isEmpty() || side.equals(held.received ? "REBUT" : "ENVIAT"), "No existeix");
            return SirText.consulted(held);
        }
    }

    private synchronized String synchronise(PciRequest request) {
        List<Event> told = events.stream()
                .filter(e -> e.held().body.equals(request.requester()))
                .toList();
        if (tellOnce) {
            events.removeAll(told);
        }
        return SirText.synchronised(told);
    }

    private static void shape(Element payload, String model) throws SirRefusal {
        Optional<String> fault = Shape.of(model).fault(payload);
        if (fault.isPresent()) {
            throw new SirRefusal("Petició mal formada: " + fault.get());
        }
    }

    private Held hold(String sendingId, String body, boolean received, Element message, String sicres) {
        String origin = Dom.text(message, "De_Origen_o_Remitente", "Codigo_Entidad_Registral_Origen");
        String destination = Dom.text(message, "De_Destino", "Codigo_Entidad_Registral_Destino");
        int year = LegalTime.yearOf(agenda.now()) % 100;
        String id = String.format(Locale.ROOT, "%s_%02d_%08d", origin, year, ++sequence);
        String exit = received ? "" : String.format(Locale.ROOT, "S/%06d-%d", sequence, 2000 + year);
        Held held = new Held(id, sendingId, body, received, origin, destination, sicres, exit);
        held.originEntry = Dom.text(message, "De_Origen_o_Remitente", "Numero_Registro_Entrada");
        held.originEntryDate = Dom.text(message, "De_Origen_o_Remitente", "Fecha_Hora_Entrada");
        return held;
    }

    @Override
    public synchronized List<SirExchange> exchanges() {
        return exchanges.stream().map(Held::toPublic).toList();
    }

    @Override
    public synchronized void confirm(String id, String entryNumber) {
        Held held = decide(id, "CONFIRMAT", "CONFIRMACIO", "");
        held.destinationEntry = entryNumber;
        held.destinationEntryDate = SirText.compact(agenda.now());
    }

    @Override
    public synchronized void reject(String id, String reason) {
        decide(id, "REBUTJAT", "REBUIG", reason);
    }

    @Override
    public synchronized void fail(String id, String message) {
        decide(id, "ERROR", "ERROR", message);
    }

    private Held decide(String id, String state, String movement, String message) {
        Held held = sent(id);
        held.state = state;
        held.move(movement, message, held.destinationOffice, agenda.now());
        events.add(new Event(held, state, agenda.now()));
        return held;
    }

    @Override
    public synchronized void forward(String id, String office, String remarks) {
        sent(id).forward(office, remarks, agenda.now());
    }

    private Held sent(String id) {
        Held held = exchanges.stream()
                .filter(e -> e.id.equals(id) && !e.received)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("nothing was sent as " + id));
        if (!held.isOpen()) {
            throw new IllegalStateException(id + " is " + held.state);
        }
        return held;
    }

    @Override
    public synchronized String deliver(String sicres, Map<String, byte[]> files) {
        try {
            Element message = SicresRules.parse(sicres);
            Held held =
                    hold("ORVE-" + UUID.randomUUID(), townHalls.get(0).ine10().value(), true, message, sicres);
            held.state = "PENDENT_CONFIRMACIO";
            files.forEach((name, bytes) -> held.annex(name, Optional.of(bytes)));
            exchanges.add(held);
            held.move("ENVIAMENT", "", held.originOffice, agenda.now());
            events.add(new Event(held, "REBUT", agenda.now()));
            return held.id;
        } catch (SirRefusal e) {
            throw new IllegalArgumentException(e.text(), e);
        }
    }

    @Override
    public synchronized void tellOnce(boolean once) {
        tellOnce = once;
    }

    @Override
    public synchronized void refuseNext(String text) {
        refusal = Optional.of(text);
        refuseAfterDoing = false;
    }

    @Override
    public synchronized void refuseNextAfterDoing(String text) {
        refusal = Optional.of(text);
        refuseAfterDoing = true;
    }

    @Override
    public synchronized void spoilDownloads(boolean spoil) {
        spoiled = spoil;
    }

    /** The download of a file: {@code descarrega?guid=...}. */
    public void download(HttpExchange exchange) throws IOException {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        Optional<byte[]> file = exchange.getRequestMethod().equals("GET") ? file(query) : Optional.empty();
        if (file.isPresent()) {
            Exchanges.answer(exchange, 200, "application/octet-stream", file.get());
        } else {
            Exchanges.answer(exchange, 404, "text/html", "<html><body>Not found</body></html>");
        }
    }

    private synchronized Optional<byte[]> file(String query) {
        return exchanges.stream()
                .flatMap(e -> e.annexes.stream())
                .filter(a -> query.equals("guid=" + a.guid()))
                .findFirst()
                .flatMap(Held.Annex::content)
                .map(content -> spoiled ? Held.spoiled(content) : content);
    }
}
