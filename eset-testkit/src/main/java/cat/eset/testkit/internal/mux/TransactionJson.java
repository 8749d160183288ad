package cat.eset.testkit.internal.mux;

import cat.eset.core.TownHall;
import cat.eset.testkit.internal.json.Json;
import cat.eset.testkit.mux.MuxTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a transaction as MUX posts it (contract mux 7.1, 8). */
final class TransactionJson {

    private final TownHall townHall;

    TransactionJson(TownHall townHall) {
        this.townHall = townHall;
    }

    Map<String, @Nullable Object> object(MuxTransaction t, int executions, Instant now) {
        if (t.rawJson().isPresent()) {
            return Json.readObject(t.rawJson().get());
        }
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("idTransaccio", t.id());
        root.put("execucions", (long) executions);
        root.put("tipus", t.leg());
        root.put("dataCreacio", now.toEpochMilli());
        root.put("control", control(t));
        root.put("assumpte", subject(t, now));
        // What leaves the town hall comes from it (contract mux 8.7).
        root.put("registres", map(t.leg().equals("S") ? "origen" : "desti", map("unitatOrganica", unit())));
        root.put("interessats", t.persons().stream().map(this::person).toList());
        root.put("documents", documents(t));
        root.put("instanciaGenerica", map("exposa", t.exposes(), "solicita", t.requests()));
        if (t.padding() > 0) {
            root.put("dadesLliures", map("farciment", "x".repeat(t.padding())));
        }
        root.put("ttl", 600L);
        return root;
    }

    private static Map<String, @Nullable Object> control(MuxTransaction t) {
        return map(
                "aplicacio",
                t.application(),
                "documentacioFisica",
                code("3", "Sense documentació física"),
                "indicadorProva",
                t.isTest() ? code("1", "Transacció de prova") : code("0", "Transacció real"),
                "usuari",
                "00000000T");
    }

    private static Map<String, @Nullable Object> subject(MuxTransaction t, Instant now) {
        return map(
                "resum",
                t.subject(),
                "dataPresentacio",
                t.presented().orElse(now).toEpochMilli());
    }

    private Map<String, @Nullable Object> unit() {
        return map(
                "dir3",
                townHall.dir3().value(),
                "ine10",
                townHall.ine10().value(),
                "nom",
                townHall.name(),
                "oficinesAssociades",
                List.of("O00000001"));
    }

    private Map<String, @Nullable Object> person(MuxTransaction.Person p) {
        boolean legal = p.nif().matches("[A-JNP-SUVW].*");
        Map<String, @Nullable Object> person = new LinkedHashMap<>();
        person.put("tipusIdentificador", legal ? code("CIF", "Codi d'Identificació Fiscal") : nifCode());
        person.put("identificador", p.nif());
        person.put(
                "informacioIdentificador",
                map(
                        "valid",
                        true,
                        "tipusIdentificador",
                        "NIF",
                        "tipusPersona",
                        legal ? "J" : "F",
                        "identificador",
                        p.nif()));
        if (legal) {
            person.put("raoSocial", p.givenName());
        } else {
            person.put("nom", p.givenName());
            person.put("cognom1", p.surname());
        }
        if (!p.email().isEmpty()) {
            person.put("email", p.email());
            person.put("canalPreferentComunicacio", "mail");
        }
        p.representative().ifPresent(r -> person.put("representant", person(r)));
        return person;
    }

    private static Map<String, @Nullable Object> documents(MuxTransaction t) {
        return t.documents().stream()
                .collect(Collectors.toMap(
                        MuxTransaction.Attachment::uuid,
                        d -> map(
                                "uuid",
                                d.uuid(),
                                "nomFitxer",
                                d.fileName(),
                                "nomNatural",
                                d.fileName(),
                                "formatFitxer",
                                d.mediaType(),
                                "tamany",
                                d.length(),
                                "hash",
                                d.sha256Base64(),
                                "hashAlgoritme",
                                "SHA256",
                                "tipusDocumentalSICRES",
                                code("02", "Document adjunt"),
                                "codiServei",
                                "ETRAM",
                                "contingut",
                                1L),
                        (a, b) -> b,
                        LinkedHashMap::new));
    }

    private static Map<String, @Nullable Object> nifCode() {
        return map("clau", "NIF", "muxv2", "NIF", "eacat", "07", "descripcio", "Número d'Identificació Fiscal");
    }

    static Map<String, @Nullable Object> code(String key, String description) {
        return map("clau", key, "descripcio", description);
    }

    /** Names and values in turn. */
    static Map<String, @Nullable Object> map(@Nullable Object... pairs) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<@Nullable Object> list = new ArrayList<>(java.util.Arrays.asList(pairs));
        for (int i = 0; i < list.size(); i += 2) {
            map.put(String.valueOf(list.get(i)), list.get(i + 1));
        }
        return map;
    }
}
