package cat.eset.registry.internal.sicres;

import cat.eset.registry.sicres.DirectoryCode;
import cat.eset.registry.sicres.EntryMark;
import cat.eset.registry.sicres.ExchangeMessage;
import cat.eset.registry.sicres.ExchangeParty;
import cat.eset.registry.sicres.ExchangePerson;
import cat.eset.registry.sicres.LimitViolation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Holds a message to the tighter of the limits of SICRES 3 and SICRES 4 (design 5h; contracts sir 5, eni 8). */
public final class SicresLimits {

    private static final String BOTH = "SICRES 3 and 4";
    private static final String THREE = "SICRES 3";
    private static final String FOUR = "SICRES 4";
    private static final String AOC = "SIR of the consortium";

    /** What a field must be like, and who says so. */
    private record Rule(Predicate<String> holds, String limit, String source) {}

    private static final Map<String, Rule> RULES = rules();

    private SicresLimits() {}

    /** Every limit that the message breaks. */
    public static List<LimitViolation> violations(ExchangeMessage message) {
        List<LimitViolation> found = new ArrayList<>();
        Sicres3Tree.walk(message, new Checking(found));
        beyondFields(message, found);
        return found;
    }

    /** Rules about more than one field. */
    private static void beyondFields(ExchangeMessage message, List<LimitViolation> found) {
        if (message.origin().unit().isEmpty()) {
            found.add(new LimitViolation(
                    "De_Origen_o_Remitente/Codigo_Unidad_Tramitacion_Origen",
                    "compulsory when an administration sends",
                    FOUR));
        }
        message.entry().map(EntryMark::at).filter(Optional::isEmpty).ifPresent(none -> {
            found.add(new LimitViolation(
                    "De_Origen_o_Remitente/Fecha_Hora_Entrada", "compulsory beside a number of entry", AOC));
        });
        office(
                "De_Origen_o_Remitente/Codigo_Entidad_Registral_Origen",
                message.origin().office(),
                found);
        office(
                "De_Destino/Codigo_Entidad_Registral_Destino",
                message.destination().office(),
                found);
        for (int i = 0; i < message.parties().size(); i++) {
            ExchangeParty party = message.parties().get(i);
            String block = "De_Interesado[" + i + "]/";
            identity(party.interested(), block, "Interesado", found);
            party.representative().ifPresent(r -> identity(r, block, "Representante", found));
        }
    }

    private static void office(String field, DirectoryCode code, List<LimitViolation> found) {
        if (!code.looksLikeOffice()) {
            found.add(new LimitViolation(field, "the code of an office, an O and eight digits, not of a unit", AOC));
        }
    }

    /** Whoever is somebody has a document (SICRES 4, Datos_Identificacion). */
    private static void identity(ExchangePerson person, String block, String who, List<LimitViolation> found) {
        if (person.equals(ExchangePerson.NOBODY)) {
            return;
        }
        if (person.kind().isEmpty()) {
            found.add(new LimitViolation(block + "Tipo_Documento_Identificacion_" + who, "compulsory", FOUR));
        }
        if (person.document().isEmpty()) {
            found.add(new LimitViolation(block + "Documento_Identificacion_" + who, "compulsory", FOUR));
        }
    }

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        for (String side : List.of("Origen", "Destino", "Inicio")) {
            most(rules, "Codigo_Entidad_Registral_" + side, 21, 21);
            most(rules, "Decodificacion_Entidad_Registral_" + side, 80, 120);
            most(rules, "Codigo_Unidad_Tramitacion_" + side, 21, 21);
            most(rules, "Decodificacion_Unidad_Tramitacion_" + side, 80, 120);
        }
        most(rules, "Numero_Registro_Entrada", 20, 20);
        for (String who : List.of("Interesado", "Representante")) {
            oneOf(rules, "Tipo_Documento_Identificacion_" + who, Set.of("N", "C", "P", "E", "X", "O"), BOTH);
            most(rules, "Documento_Identificacion_" + who, 17, 256);
            most(rules, "Razon_Social_" + who, 80, 80);
            most(rules, "Nombre_" + who, 30, 30);
            most(rules, "Primer_Apellido_" + who, 30, 30);
            most(rules, "Segundo_Apellido_" + who, 30, 30);
            most(rules, "Pais_" + who, 4, 4);
            most(rules, "Provincia_" + who, 2, 2);
            most(rules, "Municipio_" + who, 5, 5);
            most(rules, "Direccion_" + who, 160, 160);
            most(rules, "Codigo_Postal_" + who, 5, 5);
            most(rules, "Correo_Electronico_" + who, 160, 160);
            most(rules, "Telefono_Contacto_" + who, 20, 20);
            most(rules, "Direccion_Electronica_Habilitada_" + who, 160, Integer.MAX_VALUE);
            oneOf(rules, "Canal_Preferente_Comunicacion_" + who, Set.of("01", "02", "03"), THREE);
        }
        // Of a party 160 in both; of an annex 50 in SICRES 3.
        most(rules, "De_Interesado/Observaciones", 160, 160);
        most(rules, "De_Anexo/Observaciones", 50, 160);
        rules.put("Resumen", new Rule(v -> !v.isBlank() && v.length() <= 240, "1 to 240 characters", BOTH));
        most(rules, "Codigo_Asunto_Segun_Destino", 16, 16);
        most(rules, "Referencia_Externa", 16, 16);
        most(rules, "Numero_Expediente", 80, 80);
        rules.put(
                "Nombre_Fichero_Anexado", new Rule(v -> !v.isBlank() && v.length() <= 80, "1 to 80 characters", BOTH));
        rules.put("Identificador_Fichero", new Rule(v -> !v.isBlank() && v.length() <= 50, "1 to 50 characters", BOTH));
        oneOf(rules, "Validez_Documento", Set.of("01", "02", "03", "04"), THREE);
        oneOf(rules, "Tipo_Documento", Set.of("01", "02", "03"), BOTH);
        most(rules, "Tipo_MIME", 20, 80);
        most(rules, "Identificador_Documento_Firmado", 50, Integer.MAX_VALUE);
        oneOf(rules, "Tipo_Transporte_Entrada", Set.of("01", "02", "03", "04", "05", "06", "07"), THREE);
        most(rules, "Numero_Transporte_Entrada", 20, 40);
        most(rules, "Nombre_Usuario", 80, 80);
        most(rules, "Contacto_Usuario", 160, 160);
        rules.put(
                "Identificador_Intercambio",
                new Rule(String::isEmpty, "nothing, because the consortium gives it", AOC));
        most(rules, "Aplicacion_Version_Emisora", 4, 20);
        oneOf(rules, "Tipo_Anotacion", Set.of("02"), AOC);
        most(rules, "Descripcion_Tipo_Anotacion", 80, 160);
        oneOf(rules, "Tipo_Registro", Set.of("0"), AOC);
        oneOf(rules, "Documentacion_Fisica", Set.of("1", "2", "3"), BOTH);
        most(rules, "Observaciones_Apunte", 50, 160);
        oneOf(rules, "Indicador_Prueba", Set.of("0"), AOC);
        most(rules, "Expone", 4000, 4000);
        most(rules, "Solicita", 4000, 4000);
        return Map.copyOf(rules);
    }

    private static void most(Map<String, Rule> rules, String field, int three, int four) {
        int limit = Math.min(three, four);
        String source = three == four ? BOTH : three < four ? THREE : FOUR;
        rules.put(field, new Rule(v -> v.length() <= limit, "at most " + limit + " characters", source));
    }

    private static void oneOf(Map<String, Rule> rules, String field, Set<String> values, String source) {
        String all = String.join(", ", values.stream().sorted().toList());
        rules.put(field, new Rule(values::contains, "one of " + all, source));
    }

    /** Checks what would be written. */
    private static final class Checking implements Sicres3Tree.Visitor {
        private final List<LimitViolation> found;
        private final Map<String, Integer> seen = new HashMap<>();
        private String block = "";
        private String path = "";

        Checking(List<LimitViolation> found) {
            this.found = found;
        }

        @Override
        public void open(String name) {
            int index = seen.merge(name, 1, Integer::sum) - 1;
            boolean many = name.equals("De_Interesado") || name.equals("De_Anexo");
            block = name;
            path = many ? name + "[" + index + "]" : name;
        }

        @Override
        public void leaf(String name, String value) {
            Rule rule = RULES.getOrDefault(block + "/" + name, RULES.get(name));
            if (rule != null && !rule.holds().test(value)) {
                found.add(new LimitViolation(path + "/" + name, rule.limit(), rule.source()));
            }
        }

        @Override
        public void close() {
            block = "";
        }
    }
}
