package cat.eset.testkit.internal.eacat;

import cat.eset.core.TownHall;
import cat.eset.testkit.eacat.EacatDesk;
import cat.eset.testkit.internal.pci.PciItem;
import cat.eset.testkit.internal.pci.PciProduct;
import cat.eset.testkit.internal.pci.PciRequest;
import cat.eset.testkit.internal.xml.Dom;
import cat.eset.testkit.internal.xml.Shape;
import cat.eset.testkit.internal.xml.XmlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** The directory of EACAT, quirks included (contract pci 13). */
public final class EacatEngine implements EacatDesk {

    private static final String NS = "http://www.aocat.net/eacat";
    private static final int MOST_BODIES = 500;
    private static final Set<String> NUMERIC =
            Set.of("codiEns", "codiPostal", "codiMunicipi", "codiComarca", "codiProvincia");
    private static final List<String> PROVINCES = List.of("Barcelona", "Girona", "Lleida", "Tarragona");
    private static final List<String> PROVINCE_CODES = List.of("08", "17", "25", "43");

    private static final String BODY = "codiEns nom idTipusEns nomTipusEns cif? adreca? codiPostal? codiMunicipi?"
            + " nomMunicipi? codiComarca? nomComarca? codiProvincia? nomProvincia? codiDelegacio? nomDelegacio?";

    /** A question: its modality, what it may hold, and the columns of its rows. */
    private record Table(String modality, String question, String row, String columns) {}

    private static final Map<String, Table> TABLES = Map.of(
            "ConsultaUsuari",
            new Table(
                    "EACAT_USUARI",
                    "nif codiEns?",
                    "usuari",
                    "codiEns nif tipus nom? dataAlta? email? tractament? perfil? dataModificacio? telefon?"),
            "ConsultaServei",
            new Table(
                    "EACAT_SERVEI",
                    "servei nif? codiEns?",
                    "servei",
                    "nif nom? perfil? codiEns nomEns idTipusEns nomTipusEns servei rol descripcio?"),
            "ConsultaEns",
            new Table("EACAT_ENS", "codiEns? idTipusEns? nom? cif? nomMunicipi? nomProvincia?", "ens", BODY),
            "ConsultaTipusEns",
            new Table("EACAT_TIPUS_ENS", "", "tipusEns", "idTipusEns nomTipusEns"),
            "ConsultaFuncionariHabilitat",
            new Table(
                    "EACAT_FUNCIONARI_HABILITAT",
                    "codiEns? nif? dataAltaInici? dataAltaFi? assistirInteressats? expCopiesAutentiques? donatsBaixa?",
                    "funcionariHabilitat",
                    "nom nif tipus nomEns codiEns dataAlta dataBaixa? assistirInteressats expCopiesAutentiques"
                            + " unitatAdministrativa"));

    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

    /** A directory with these town halls and some types of body. */
    public EacatEngine(List<TownHall> townHalls) {
        List.of("2=Ajuntament", "3=Consell comarcal", "6=Diputació", "12=Consorci")
                .forEach(type -> {
                    int equals = type.indexOf('=');
                    add(
                            "tipusEns",
                            Map.of("idTipusEns", type.substring(0, equals), "nomTipusEns", type.substring(equals + 1)));
                });
        for (TownHall townHall : townHalls) {
            add("ens", townHall(townHall.ine10().value(), townHall.name(), "Barcelona", "08"));
        }
    }

    private static Map<String, String> townHall(String code, String name, String province, String provinceCode) {
        return Map.of(
                "codiEns",
                code,
                "nom",
                name,
                "idTipusEns",
                "2",
                "nomTipusEns",
                "Ajuntament",
                "codiPostal",
                provinceCode + "001",
                "nomMunicipi",
                name.replaceFirst("^Ajuntament (de |d'|del )?", ""),
                "codiProvincia",
                provinceCode,
                "nomProvincia",
                province);
    }

    @Override
    public synchronized void add(String row, Map<String, String> values) {
        if (TABLES.values().stream().noneMatch(t -> t.row().equals(row))) {
            throw new IllegalArgumentException("the directory has no rows " + row);
        }
        rows.computeIfAbsent(row, r -> new ArrayList<>()).add(Map.copyOf(values));
    }

    @Override
    public synchronized void clear() {
        rows.keySet().removeIf(row -> !row.equals("tipusEns"));
    }

    @Override
    public void addTownHalls(int count) {
        for (int i = 0; i < count; i++) {
            int province = i % PROVINCES.size();
            String code = String.format(Locale.ROOT, "%s%08d", PROVINCE_CODES.get(province), 70_000_000 + i);
            add(
                    "ens",
                    townHall(code, "Ajuntament de Vila " + i, PROVINCES.get(province), PROVINCE_CODES.get(province)));
        }
    }

    /** What the PCI routes to. */
    public PciProduct product() {
        return this::answer;
    }

    private String answer(PciRequest request, PciItem item) {
        Element question = item.payload().orElseThrow();
        String operation = String.valueOf(question.getLocalName()).replaceFirst("^peticio", "");
        Optional<Table> table = Optional.ofNullable(TABLES.get(operation));
        if (table.isEmpty() || !NS.equals(question.getNamespaceURI())) {
            return refused(operation, "Petició desconeguda");
        }
        if (!table.get().modality().equals(request.modality())) {
            return refused(operation, "La modalitat " + request.modality() + " no té aquesta petició");
        }
        Optional<String> fault = table.get().question().isEmpty()
                ? Optional.of("ha de ser buit").filter(f -> question.hasChildNodes())
                : Shape.of(table.get().question()).fault(question);
        if (fault.isPresent()) {
            return refused(operation, "Petició mal formada: " + fault.get());
        }
        if (operation.equals("ConsultaEns") && Dom.children(question).isEmpty()) {
            return refused(operation, "Cal informar algun criteri");
        }
        return found(operation, table.get(), question);
    }

    private synchronized String found(String operation, Table table, Element question) {
        XmlText x = open(operation).open("resposta");
        int count = 0;
        for (Map<String, String> row : rows.getOrDefault(table.row(), List.of())) {
            if (matches(row, question) && (!table.row().equals("ens") || count < MOST_BODIES)) {
                row(x, table, row);
                count++;
            }
        }
        return close(x.close(), "0", "OK");
    }

    private void row(XmlText x, Table table, Map<String, String> row) {
        x.open(table.row());
        columns(x, table.columns(), row);
        if (table.row().equals("usuari")) {
            x.open("ens");
            rows.getOrDefault("ens", List.of()).stream()
                    .filter(body -> body.getOrDefault("codiEns", "").equals(row.get("codiEns")))
                    .findFirst()
                    .ifPresent(body -> columns(x, BODY, body));
            x.close();
        }
        x.close();
    }

    private static void columns(XmlText x, String columns, Map<String, String> row) {
        for (String column : columns.replace("?", "").split(" ", -1)) {
            String value = row.getOrDefault(column, "");
            boolean optional = columns.contains(column + "?");
            if (!value.isEmpty() || !optional) {
                x.leaf(column, written(column, value));
            }
        }
    }

    private static String written(String column, String value) {
        if (NUMERIC.contains(column)) {
            return value.replaceFirst("^0+(?=.)", "");
        }
        return column.startsWith("data") && !value.isEmpty() ? value + "+01:00" : value;
    }

    private static boolean matches(Map<String, String> row, Element question) {
        boolean removed = false;
        for (Element criterion : Dom.children(question)) {
            String name = criterion.getLocalName();
            String wanted = criterion.getTextContent().strip();
            switch (name) {
                case "donatsBaixa" -> removed = Boolean.parseBoolean(wanted);
                case "dataAltaInici" -> {
                    if (row.getOrDefault("dataAlta", "").compareTo(wanted) < 0) {
                        return false;
                    }
                }
                case "dataAltaFi" -> {
                    if (row.getOrDefault("dataAlta", "").compareTo(wanted) > 0) {
                        return false;
                    }
                }
                default -> {
                    if (!written(name, row.getOrDefault(name, "")).equalsIgnoreCase(wanted)) {
                        return false;
                    }
                }
            }
        }
        return removed || row.getOrDefault("dataBaixa", "").isEmpty();
    }

    private static XmlText open(String operation) {
        return XmlText.prefixed("e:").open("resposta" + operation).attribute("xmlns:e", NS);
    }

    private static String refused(String operation, String text) {
        return close(open(operation), "1", text);
    }

    private static String close(XmlText x, String code, String text) {
        x.open("resultat").leaf("codiResultat", code).leaf("descripcio", text).close();
        return x.close().toString();
    }
}
