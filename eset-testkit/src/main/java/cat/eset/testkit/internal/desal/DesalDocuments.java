package cat.eset.testkit.internal.desal;

import static cat.eset.testkit.internal.desal.DesalEngine.answer;

import cat.eset.testkit.desal.StoredDocument;
import cat.eset.testkit.internal.enotum.Agenda;
import cat.eset.testkit.internal.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents over files (contract desal 4, 4.3, 4.5). Called with the files as its lock. */
final class DesalDocuments {

    private static final int MOST = 100;
    private static final String DONE = "Operació realitzada correctament";
    private static final List<String> COMPULSORY =
            List.of("codiServei", "codiINE", "contingut", "nomNatural", "dataDocument");

    private final Agenda agenda;
    private final DesalFiles files;
    private final Map<String, Map<String, @Nullable Object>> documents = new LinkedHashMap<>();

    DesalDocuments(Agenda agenda, DesalFiles files) {
        this.agenda = agenda;
        this.files = files;
    }

    Map<String, @Nullable Object> route(
            String method, String path, Map<String, String> query, Map<String, @Nullable Object> request) {
        if (path.equals("/document") && method.equals("POST")) {
            return create(request);
        }
        if (path.equals("/document/search") && method.equals("POST")) {
            return search(request);
        }
        String uuid = path.split("/", -1)[2];
        Map<String, @Nullable Object> document = documents.get(uuid);
        if (document == null) {
            return answer("12", "El document no existeix");
        }
        return switch (method) {
            case "GET" -> read(document, query.getOrDefault("modality", ""));
            case "PUT" -> change(document, request);
            case "DELETE" -> delete(uuid, document);
            default -> answer("4", "Petició mal formada");
        };
    }

    private Map<String, @Nullable Object> create(Map<String, @Nullable Object> request) {
        if (COMPULSORY.stream().anyMatch(name -> Json.string(request, name).isEmpty())
                || !Json.string(request, "dataDocument").matches("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d")) {
            return answer("11", "Falten metadades o no són correctes");
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>(request);
        String code = "0";
        if (Json.string(request, "contingut").equals("1")) {
            Optional<StoredFile> file = files.file(Json.string(request, "uuidFitxer"));
            if (file.isEmpty()) {
                return answer("13", "El fitxer no existeix");
            }
            code = files.scanCode(file.get());
            if (code.equals("2") || code.equals("14")) {
                return answer(code, code.equals("2") ? "El fitxer encara no s'ha pujat" : "El fitxer tenia un virus");
            }
            describe(document, file.get());
        }
        return kept(document, code);
    }

    private static void describe(Map<String, @Nullable Object> document, StoredFile file) {
        document.put("uuidFitxer", file.uuid);
        document.put("nomFitxer", file.name);
        document.put("formatFitxer", file.mediaType);
        document.put("mida", file.length);
        document.put("hash", file.sha256());
        document.put("hashAlgoritme", "SHA-256");
    }

    private Map<String, @Nullable Object> kept(Map<String, @Nullable Object> document, String code) {
        String uuid = UUID.randomUUID().toString();
        document.put("uuidDocument", uuid);
        document.put("CSV", uuid.replace("-", "").substring(0, 20));
        document.put("dataAlta", agenda.now().toEpochMilli());
        documents.put(uuid, document);
        return told(document, code);
    }

    private static Map<String, @Nullable Object> told(Map<String, @Nullable Object> document, String code) {
        Map<String, @Nullable Object> answer = answer(code, DONE);
        answer.putAll(document);
        return answer;
    }

    private Map<String, @Nullable Object> read(Map<String, @Nullable Object> document, String modality) {
        if (!modality.equals("2")) {
            return modality.equals("1") ? told(document, "0") : answer("11", "La modalitat no és correcta");
        }
        Optional<StoredFile> file = files.file(Json.string(document, "uuidFitxer"));
        if (file.isEmpty()) {
            return answer("11", "El document no té el fitxer a DESA'L");
        }
        String code = files.scanCode(file.get());
        if (!code.equals("0")) {
            return answer("1", "L'antivirus encara no ha acabat");
        }
        Map<String, @Nullable Object> answer = told(document, "0");
        answer.put("URLPresignada", files.offer(file.get(), false));
        return answer;
    }

    private static Map<String, @Nullable Object> change(
            Map<String, @Nullable Object> document, Map<String, @Nullable Object> request) {
        request.forEach((name, value) -> {
            if (value == null || value.equals("")) {
                document.remove(name);
            } else {
                document.put(name, value);
            }
        });
        return told(document, "0");
    }

    private Map<String, @Nullable Object> delete(String uuid, Map<String, @Nullable Object> document) {
        documents.remove(uuid);
        String file = Json.string(document, "uuidFitxer");
        // The bytes go when no other document has them.
        if (documents.values().stream()
                .noneMatch(d -> Json.string(d, "uuidFitxer").equals(file))) {
            files.remove(file);
        }
        return answer("0", DONE);
    }

    private Map<String, @Nullable Object> search(Map<String, @Nullable Object> filters) {
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (Map<String, @Nullable Object> document : documents.values()) {
            boolean matches = filters.entrySet().stream()
                    .allMatch(filter ->
                            String.valueOf(document.get(filter.getKey())).equals(String.valueOf(filter.getValue())));
            if (matches) {
                found.add(told(document, "0"));
            }
        }
        List<Map<String, @Nullable Object>> given = found.subList(0, Math.min(MOST, found.size()));
        Map<String, @Nullable Object> answer = answer("0", DONE);
        answer.put("totalResultats", (long) found.size());
        answer.put("resultatsRecuperats", (long) given.size());
        answer.put("documents", given);
        return answer;
    }

    String put(String service, String title, StoredFile file) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("codiServei", service);
        document.put("contingut", "1");
        document.put("nomNatural", title);
        describe(document, file);
        return Json.string(kept(document, "0"), "uuidDocument");
    }

    String putExternal(String service, String title, String externalId) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("codiServei", service);
        document.put("contingut", "3");
        document.put("nomNatural", title);
        document.put("identificadorDocumentExtern", externalId);
        return Json.string(kept(document, "0"), "uuidDocument");
    }

    List<StoredDocument> all() {
        return documents.values().stream()
                .map(d -> new StoredDocument(
                        Json.string(d, "uuidDocument"),
                        Json.string(d, "codiServei"),
                        Json.string(d, "nomFitxer"),
                        Json.string(d, "nomNatural"),
                        Json.string(d, "numeroRegistre"),
                        Json.number(d, "mida").orElse(0L),
                        Json.string(d, "hash")))
                .toList();
    }
}
