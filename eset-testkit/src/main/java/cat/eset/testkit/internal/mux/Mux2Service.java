package cat.eset.testkit.internal.mux;

import cat.eset.testkit.internal.pci.PciItem;
import cat.eset.testkit.internal.pci.PciProduct;
import cat.eset.testkit.internal.pci.PciRequest;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import cat.eset.testkit.internal.xml.XmlText;
import cat.eset.testkit.mux.MuxTransaction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.w3c.dom.Element;

/**
 * MUX V2 behind the PCI (contract mux 5), over the same transactions as MUX V3. The modalities of consultation and download are the published
 * ones; creating, consolidating and uploading answer to any other, because theirs are not published. So is the form of most answers: the
 * elements of the requests are used.
 */
final class Mux2Service implements PciProduct {

    static final String REQUESTS = "http://net.aocat/MUX2/PeticioRegistre";
    private static final String ANSWERS = "http://net.aocat/MUX2/RespostaRegistre";

    private static final Map<String, String> PUBLISHED =
            Map.of("ConsultaAssentaments", "MUX_CONSULTA", "DescarregaDocumentacio", "MUX_DESCARREGA");

    private static final String ENTRY = "Assumpte DataPresentacio Observacions? URLAplicacio? DescriptorTramit?"
            + " (ViaPresentacio|ViaTramesa)? DocumentsAnnexats? Procedencia Destinacio";

    private static final Map<String, Shape> SHAPES = Map.of(
            "ConsultaAssentaments",
            Shape.of("(DataInici DataFi Tipus? Registre? NomesTramits? Assumpte?|NumeroAssentament)"),
            "DescarregaDocumentacio",
            Shape.of("(NumeroAssentamentEntrada|NumeroAssentamentSortida)"),
            "CarregaDocumentacio",
            Shape.of("(NumeroAssentamentEntrada|NumeroAssentamentSortida) Document+"),
            "AltaAssentament",
            Shape.of("(Entrada|Sortida)"),
            "ConsolidacioAssentament",
            Shape.of("(Entrada|Sortida)"));

    private static final Shape CREATED = Shape.of(ENTRY);
    private static final Shape CONSOLIDATED = Shape.of(ENTRY + " DadesAssentament");
    private static final Shape UPLOADED = Shape.of("Nom Descripcio GUID? (Id|Contingut)");

    private final MuxLedger ledger;
    private final Function<MuxTransaction, String> execute;

    /** Over this ledger; new entries are executed as MUX executes every transaction, which gives their number. */
    Mux2Service(MuxLedger ledger, Function<MuxTransaction, String> execute) {
        this.ledger = ledger;
        this.execute = execute;
    }

    /** What MUX refuses: it has one code for everything. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        Refusal(String words) {
            super(words);
        }
    }

    @Override
    public String answer(PciRequest request, PciItem item) {
        Element root = item.payload().orElseThrow();
        String transaction = root.hasAttribute("IdTransaccio") ? root.getAttribute("IdTransaccio") : request.id();
        try {
            Element operation = operation(request, root);
            String body = switch (String.valueOf(operation.getLocalName())) {
                case "ConsultaAssentaments" -> consult(operation);
                case "DescarregaDocumentacio" -> download(operation);
                case "CarregaDocumentacio" -> upload(item, operation);
                case "AltaAssentament" -> create(transaction, operation);
                default -> consolidate(transaction, operation);
            };
            return wrap(
                    XmlText.prefixed("")
                            .open("Resultat")
                            .attribute("codi", "OK")
                            .close()
                            .raw(body)
                            .toString(),
                    " idTransaccio=\"" + transaction + "\"");
        } catch (Refusal e) {
            return wrap(
                    XmlText.prefixed("")
                            .open("Resultat")
                            .attribute("codi", "KO")
                            .open("Errors")
                            .open("Error")
                            .leaf("Codi", "502")
                            .leaf("Descripcio", String.valueOf(e.getMessage()))
                            .close()
                            .close()
                            .close()
                            .toString(),
                    "");
        }
    }

    private static String wrap(String content, String attributes) {
        return "<RespostaRegistre xmlns=\"" + ANSWERS + "\"" + attributes + ">" + content + "</RespostaRegistre>";
    }

    private static Element operation(PciRequest request, Element root) throws Refusal {
        int application = root.getAttribute("IdAplicacio").length();
        List<Element> operations = Dom.children(root);
        if (!Dom.is(root, REQUESTS, "PeticioRegistre")
                || application < 3
                || application > 10
                || operations.size() != 1) {
            throw new Refusal("La petició no és correcta");
        }
        Element operation = operations.get(0);
        String name = String.valueOf(operation.getLocalName());
        Shape shape = SHAPES.get(name);
        String modality = PUBLISHED.get(name);
        boolean other = modality == null && !PUBLISHED.containsValue(request.modality());
        if (shape == null || !(other || request.modality().equals(modality))) {
            throw new Refusal("La modalitat " + request.modality() + " no admet " + name);
        }
        check(shape, operation);
        return operation;
    }

    private static void check(Shape shape, Element element) throws Refusal {
        Optional<String> fault = shape.fault(element);
        if (fault.isPresent()) {
            throw new Refusal("La petició no és correcta: " + fault.get());
        }
    }

    private String consult(Element operation) throws Refusal {
        String number = Dom.text(operation, "NumeroAssentament");
        synchronized (ledger) {
            if (!number.isEmpty()) {
                return Mux2Text.consult(
                        ledger.all().stream()
                                .filter(leg -> leg.hasNumber(number))
                                .toList(),
                        leg -> number);
            }
            Window window = window(operation);
            List<Leg> found = ledger.all().stream()
                    .filter(Leg::hasNumber)
                    .filter(window::has)
                    .toList();
            return Mux2Text.consult(found, leg -> window.auxiliary() ? leg.auxiliaryNumber : leg.numberOfRecord());
        }
    }

    /** What is asked of an entry: the instant is that of its registration. */
    private record Window(Instant from, Instant to, String type, String registry, String subject) {

        boolean auxiliary() {
            return registry.equals("Auxiliar");
        }

        boolean has(Leg leg) {
            if (auxiliary() && leg.auxiliaryNumber.isEmpty()) {
                return false;
            }
            Instant at = leg.registeredAt(auxiliary() || leg.principalNumber.isEmpty());
            return !at.isBefore(from)
                    && !at.isAfter(to)
                    && (type.isEmpty() || type.equals(leg.leg.equals("S") ? "Sortida" : "Entrada"))
                    && (!registry.equals("Principal") || !leg.principalNumber.isEmpty())
                    && Mux2Text.subject(leg).contains(subject);
        }
    }

    private static Window window(Element operation) throws Refusal {
        return new Window(
                instant(operation, "DataInici"),
                instant(operation, "DataFi"),
                Dom.text(operation, "Tipus"),
                Dom.text(operation, "Registre"),
                Dom.text(operation, "Assumpte"));
    }

    private static Instant instant(Element from, String name) throws Refusal {
        try {
            return OffsetDateTime.parse(Dom.text(from, name)).toInstant();
        } catch (DateTimeException e) {
            throw new Refusal("La data " + name + " no és correcta");
        }
    }

    private String download(Element operation) throws Refusal {
        String number = Dom.children(operation).get(0).getTextContent().strip();
        synchronized (ledger) {
            Leg leg = leg(operation, number);
            String documents = Mux2Text.documents(leg, number);
            if (documents.isEmpty()) {
                throw new Refusal("Error 0815: No s'ha trobat cap document amb registre " + number);
            }
            return documents;
        }
    }

    private String upload(PciItem item, Element operation) throws Refusal {
        String number = Dom.children(operation).get(0).getTextContent().strip();
        synchronized (ledger) {
            Leg leg = leg(operation, number);
            Map<String, Map<String, String>> more = new LinkedHashMap<>();
            for (Element document : Dom.children(operation, "Document")) {
                check(UPLOADED, document);
                String file = Dom.text(document, "Id");
                if (!file.isEmpty() && !item.files().containsKey(file)) {
                    throw new Refusal("No s'ha trobat el fitxer " + file);
                }
                String guid = Dom.text(document, "GUID");
                more.put(
                        guid.isEmpty() ? number + "-" + leg.uploads.size() + "-" + more.size() : guid,
                        Map.of("nom", Dom.text(document, "Nom"), "descripcio", Dom.text(document, "Descripcio")));
            }
            leg.uploads.putAll(more);
            return Mux2Text.documents(leg, number);
        }
    }

    private Leg leg(Element operation, String number) throws Refusal {
        boolean exit =
                "NumeroAssentamentSortida".equals(Dom.children(operation).get(0).getLocalName());
        return ledger.all().stream()
                .filter(leg -> leg.hasNumber(number) && leg.leg.equals("S") == exit)
                .findFirst()
                .orElseThrow(() -> new Refusal("No s'ha trobat cap assentament amb número " + number));
    }

    private String create(String transaction, Element operation) throws Refusal {
        Element entry = Dom.children(operation).get(0);
        check(CREATED, entry);
        boolean exit = "Sortida".equals(entry.getLocalName());
        String subject = Dom.text(entry, "Assumpte");
        MuxTransaction.Builder t =
                exit ? MuxTransaction.exit(transaction, subject) : MuxTransaction.entry(transaction, subject);
        t.presented(instant(entry, "DataPresentacio")).application("V2");
        for (MuxTransaction.Person person : persons(Dom.need(entry, exit ? "Destinacio" : "Procedencia"))) {
            t.person(person);
        }
        String number = execute.apply(t.build());
        return XmlText.prefixed("")
                .open("AltaAssentament")
                .leaf("NumeroAssentament", number)
                .close()
                .toString();
    }

    private static List<MuxTransaction.Person> persons(Element side) {
        List<MuxTransaction.Person> persons = new ArrayList<>();
        Dom.child(side, "PersonaFisica")
                .ifPresent(p -> persons.add(MuxTransaction.Person.of(
                        Dom.children(Dom.need(p, "ID")).get(0).getTextContent().strip(),
                        Dom.text(p, "Nom"),
                        Dom.text(p, "Cognom1"))));
        Dom.child(side, "PersonaJuridica")
                .ifPresent(p -> persons.add(MuxTransaction.Person.of(
                        Dom.text(p, "CIF") + Dom.text(p, "VATNumber"), Dom.text(p, "RaoSocial"), "")));
        return persons;
    }

    private String consolidate(String transaction, Element operation) throws Refusal {
        Element entry = Dom.children(operation).get(0);
        check(CONSOLIDATED, entry);
        String leg = "Sortida".equals(entry.getLocalName()) ? "S" : "E";
        synchronized (ledger) {
            Leg found = ledger.of(transaction).stream()
                    .filter(l -> l.leg.equals(leg) && !l.auxiliaryNumber.isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new Refusal("No s'ha trobat cap assentament auxiliar de " + transaction));
            found.consolidation =
                    TransactionJson.map("numeroAssentament", Dom.text(entry, "DadesAssentament", "NumeroAssentament"));
            return "<ConsolidacioAssentament/>";
        }
    }
}
