package cat.eset.testkit.internal.desal;

import static cat.eset.testkit.internal.desal.DesalEngine.answer;

import cat.eset.testkit.desal.StoredDocument;
import cat.eset.testkit.internal.enotum.Agenda;
import cat.eset.testkit.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
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

    private static final Map<String, String> REQUEST_NAMES = Map.of(
            "CSVSignatura", "cSVSignatura",
            "classificacioENS", "clasificacioENS",
            "tipusDocumentalSICRES", "tipusDocumentalSICRESD");

    private final Agenda agenda;
    private final DesalFiles files;
    private final DesalExports exports;
    private final Map<String, Map<String, @Nullable Object>> documents = new LinkedHashMap<>();

    DesalDocuments(Agenda agenda, DesalFiles files, DesalExports exports) {
        this.exports = exports;
        this.agenda = agenda;
        this.files = files;
    }

    Map<String, @Nullable Object> route(
            String method, String path, Map<String, String> query, Map<String, @Nullable Object> request) {
        if (path.equals("/document") && method.equals("POST")) {
            return create(request);
        }
        if (path.equals("/document/search") && method.equals("POST")) {
            return found("documents", documents.values(), request);
        }
        if (path.equals("/document/deleteDocuments") && method.equals("DELETE")) {
            return deleteAll(Json.strings(request, "uuidDocument"));
        }
        String[] parts = path.split("/", -1);
        String uuid = parts[2];
        Map<String, @Nullable Object> document = documents.get(uuid);
        if (document == null) {
            return answer("12", "El document no existeix");
        }
        if (parts[1].equals("documentENI")) {
            return eni(uuid, document, parts[parts.length - 1], query.getOrDefault("idTicket", ""));
        }
        return switch (method) {
            case "GET" -> read(document, query.getOrDefault("modality", ""));
            case "PUT" -> change(document, request);
            case "DELETE" -> {
                delete(uuid);
                yield answer("0", DONE);
            }
            default -> answer("4", "Petició mal formada");
        };
    }

    /** Only what has the metadata of the complete model can be exported. */
    private Map<String, @Nullable Object> eni(
            String uuid, Map<String, @Nullable Object> document, String what, String ticket) {
        if (what.equals("statusdownload")) {
            return exports.status(uuid, ticket);
        }
        return document.containsKey("estatElaboracio")
                ? exports.start(
                        uuid,
                        "document-eni.xml",
                        ("<documento>" + uuid + "</documento>").getBytes(StandardCharsets.UTF_8))
                : answer("11", "El servei no té el model complet");
    }

    private Map<String, @Nullable Object> deleteAll(List<String> uuids) {
        if (uuids.isEmpty() || !documents.keySet().containsAll(uuids)) {
            return answer("11", "Algun document no existeix");
        }
        uuids.forEach(this::delete);
        return answer("0", DONE);
    }

    /** The code that creating a document would get. */
    String judge(Map<String, @Nullable Object> request) {
        if (COMPULSORY.stream().anyMatch(name -> Json.string(request, name).isEmpty())
                || !Json.string(request, "dataDocument").matches("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d")) {
            return "11";
        }
        if (!Json.string(request, "contingut").equals("1")) {
            return "0";
        }
        return files.file(Json.string(request, "uuidFitxer"))
                .map(files::scanCode)
                .orElse("13");
    }

    Map<String, @Nullable Object> create(Map<String, @Nullable Object> request) {
        String code = judge(request);
        if (!code.equals("0") && !code.equals("1")) {
            return answer(code, "El document no és correcte, o el seu fitxer no hi és");
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>(request);
        files.file(Json.string(request, "uuidFitxer")).ifPresent(file -> describe(document, file));
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

    static Map<String, @Nullable Object> told(Map<String, @Nullable Object> document, String code) {
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

    private Map<String, @Nullable Object> change(
            Map<String, @Nullable Object> document, Map<String, @Nullable Object> request) {
        Optional<StoredFile> file = files.file(Json.string(request, "uuidFitxer"));
        if (request.containsKey("uuidFitxer") && file.isEmpty()) {
            return answer("13", "El fitxer no existeix");
        }
        String before = Json.string(document, "uuidFitxer");
        request.forEach((name, value) -> {
            if (value == null || value.equals("")) {
                document.remove(name);
            } else {
                document.put(name, value);
            }
        });
        file.ifPresent(other -> {
            describe(document, other);
            removeOrphan(before);
        });
        return told(document, "0");
    }

    void delete(String uuid) {
        Map<String, @Nullable Object> document = documents.remove(uuid);
        if (document != null) {
            removeOrphan(Json.string(document, "uuidFitxer"));
        }
    }

    private void removeOrphan(String file) {
        // The bytes go when no other document has them.
        if (documents.values().stream()
                .noneMatch(d -> Json.string(d, "uuidFitxer").equals(file))) {
            files.remove(file);
        }
    }

    /** What fits every filter, 100 at most (contract desal 4.5). */
    static Map<String, @Nullable Object> found(
            String name, Collection<Map<String, @Nullable Object>> rows, Map<String, @Nullable Object> filters) {
        List<Map<String, @Nullable Object>> found = new ArrayList<>();
        for (Map<String, @Nullable Object> row : rows) {
            if (filters.entrySet().stream().allMatch(filter -> fits(row, filter.getKey(), filter.getValue()))) {
                found.add(told(row, "0"));
            }
        }
        List<Map<String, @Nullable Object>> given = found.subList(0, Math.min(MOST, found.size()));
        Map<String, @Nullable Object> answer = answer("0", DONE);
        answer.put("totalResultats", (long) found.size());
        answer.put("resultatsRecuperats", (long) given.size());
        answer.put(name, given);
        return answer;
    }

    /** Filters bear the names of answers, which differ from those under which a request stored it. */
    private static boolean fits(Map<String, @Nullable Object> row, String name, @Nullable Object filter) {
        @Nullable Object value = row.containsKey(name) ? row.get(name) : row.get(REQUEST_NAMES.getOrDefault(name, name));
        if (filter instanceof Map<?, ?> range && value instanceof Number number) {
            return number.longValue() >= bound(range, "inici", Long.MIN_VALUE)
                    && number.longValue() <= bound(range, "fi", Long.MAX_VALUE);
        }
        return String.valueOf(value).equals(String.valueOf(filter));
    }

    private static long bound(Map<?, ?> range, String name, long otherwise) {
        return range.get(name) instanceof Number number ? number.longValue() : otherwise;
    }

    boolean exists(String uuid) {
        return documents.containsKey(uuid);
    }

    void put(String uuid, String name, String value) {
        Optional.ofNullable(documents.get(uuid)).orElseThrow().put(name, value);
    }

    List<Map<String, @Nullable Object>> with(String name, String value) {
        return documents.values().stream()
                .filter(document -> Json.string(document, name).equals(value))
                .toList();
    }

    byte[] bytes(Map<String, @Nullable Object> document) {
        return files.accepted(Json.string(document, "uuidFitxer")).orElse(new byte[0]);
    }

    /** The file of a document that has one. */
    Optional<String> file(String uuid) {
        return Optional.ofNullable(documents.get(uuid)).map(document -> Json.string(document, "uuidFitxer"));
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
