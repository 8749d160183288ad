package cat.eset.testkit.internal.mux;

import cat.eset.testkit.internal.json.Json;
import cat.eset.testkit.internal.xml.XmlText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes what MUX V2 says of entries and documents. */
final class Mux2Text {

    private Mux2Text() {}

    /** Entries in the elements of the requests, each with one of its numbers. */
    static String consult(List<Leg> legs, Function<Leg, String> number) {
        XmlText x = XmlText.prefixed("").open("ConsultaAssentaments");
        for (Leg leg : legs) {
            entry(leg, number.apply(leg), x);
        }
        return x.close().toString();
    }

    private static void entry(Leg leg, String number, XmlText x) {
        boolean exit = leg.leg.equals("S");
        boolean auxiliary = number.equals(leg.auxiliaryNumber);
        x.open(exit ? "Sortida" : "Entrada")
                .leaf("Assumpte", subject(leg))
                .leaf("DataPresentacio", MuxDates.iso(presented(leg)));
        x.open(exit ? "Destinacio" : "Procedencia");
        if (object(leg.transaction, "interessats") instanceof List<?> persons && !persons.isEmpty()) {
            person(map(persons.get(0)), x);
        }
        x.close();
        x.open("DadesAssentament")
                .leaf("NumeroAssentament", number)
                .leaf("DataAssentament", MuxDates.iso(leg.registeredAt(auxiliary)))
                .close();
        x.close();
    }

    private static void person(Map<String, @Nullable Object> person, XmlText x) {
        String number = Json.string(person, "identificador");
        if (person.containsKey("raoSocial")) {
            x.open("PersonaJuridica")
                    .leaf("CIF", number)
                    .leaf("RaoSocial", Json.string(person, "raoSocial"))
                    .close();
            return;
        }
        x.open("PersonaFisica")
                .open("ID")
                .leaf(number.matches("[XYZ].*") ? "NIE" : "NIF", number)
                .close()
                .leaf("Nom", Json.string(person, "nom"))
                .leaf("Cognom1", Json.string(person, "cognom1"))
                .close();
    }

    static String subject(Leg leg) {
        return Json.string(map(object(leg.transaction, "assumpte")), "resum");
    }

    private static Instant presented(Leg leg) {
        return Json.number(map(object(leg.transaction, "assumpte")), "dataPresentacio")
                .map(Instant::ofEpochMilli)
                .orElseGet(() -> leg.registeredAt(leg.principalNumber.isEmpty()));
    }

    /** The documents of an entry; empty text if it has none. */
    static String documents(Leg leg, String number) {
        Map<String, @Nullable Object> documents = map(object(leg.transaction, "documents"));
        if (documents.isEmpty() && leg.uploads.isEmpty()) {
            return "";
        }
        XmlText x = XmlText.prefixed("")
                .open("DocumentacioAssentament")
                .leaf(leg.leg.equals("S") ? "NumeroAssentamentSortida" : "NumeroAssentamentEntrada", number);
        documents.forEach((uuid, document) ->
                document(number + " " + Json.string(map(document), "nomFitxer"), "ADJUNT", uuid, x));
        leg.uploads.forEach((guid, document) ->
                document(document.getOrDefault("nom", ""), document.getOrDefault("descripcio", ""), guid, x));
        return x.close().toString();
    }

    private static void document(String name, String kind, String guid, XmlText x) {
        x.open("Document")
                .leaf("Nom", name)
                .leaf("Descripcio", kind)
                .leaf("GUID", guid)
                .leaf("UUID", "eacat-" + guid)
                .close();
    }

    private static @Nullable Object object(Map<String, @Nullable Object> parent, String name) {
        return parent.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }
}
