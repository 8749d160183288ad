package cat.eset.testkit.internal.desal;

import static cat.eset.testkit.internal.desal.DesalEngine.answer;

import cat.eset.testkit.internal.enotum.Agenda;
import cat.eset.testkit.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** Expedients (contract desal 4, E1 to E10; 4.4). Called with the files as its lock. */
final class DesalFolders {

    private static final String DONE = "Operació realitzada correctament";
    private static final String IN = "identificadorExpedientDesal";
    private static final List<String> COMPULSORY = List.of(
            "codiINE",
            "codiServei",
            "identificador",
            "titol",
            "dataInici",
            "codiClassificacio",
            "nomClassificacio",
            "estatExpedient");

    private final Agenda agenda;
    private final DesalDocuments documents;
    private final DesalExports exports;
    private final Map<String, Map<String, @Nullable Object>> folders = new LinkedHashMap<>();

    DesalFolders(Agenda agenda, DesalDocuments documents, DesalExports exports) {
        this.agenda = agenda;
        this.documents = documents;
        this.exports = exports;
    }

    Map<String, @Nullable Object> route(
            String method, String path, Map<String, String> query, Map<String, @Nullable Object> request) {
        String modality = query.getOrDefault("modality", "");
        return switch (method + " " + path) {
            case "POST /expedient" -> create(request, modality);
            case "POST /expedient/search" -> DesalDocuments.found("expedients", folders.values(), request);
            case "POST /expedient/addDocuments" -> add(request, modality);
            case "POST /expedient/downloadExpedients" -> zip(Json.strings(request, "uuidExpedient"));
            default -> one(method, path, query, request);
        };
    }

    /** What is asked of one expedient. */
    private Map<String, @Nullable Object> one(
            String method, String path, Map<String, String> query, Map<String, @Nullable Object> request) {
        String[] parts = path.split("/", -1);
        String uuid = parts[2];
        Map<String, @Nullable Object> folder = folders.get(uuid);
        if (folder == null) {
            return answer("12", "L'expedient no existeix");
        }
        String what = parts.length > 3 ? parts[3] : "";
        return switch (method + " " + parts[1] + " " + what) {
            case "GET expedient " -> told(folder);
            case "PUT expedient " -> change(folder, request);
            case "DELETE expedient " -> delete(folder);
            case "GET expedient download" -> zip(List.of(uuid));
            case "GET expedientENI download" ->
                exports.start(uuid, "expedient-eni.xml", text("<expedient>" + uuid + "</expedient>"));
            case "GET expedient statusdownload", "GET expedientENI statusdownload" ->
                exports.status(uuid, query.getOrDefault("idTicket", ""));
            default -> answer("4", "Petició mal formada");
        };
    }

    /** Whether documents may name this expedient. */
    boolean exists(String identifier) {
        return folders.values().stream()
                .anyMatch(f -> Json.string(f, "identificadorDesal").equals(identifier));
    }

    private Map<String, @Nullable Object> create(Map<String, @Nullable Object> request, String modality) {
        if (COMPULSORY.stream().anyMatch(name -> Json.string(request, name).isEmpty())
                || !Json.string(request, "dataInici").matches("\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d")
                || !modality.equals(request.containsKey("documents") ? "2" : "1")) {
            return answer("11", "Falten metadades o no són correctes");
        }
        String identifier = Json.string(request, "identificador");
        if (folders.values().stream()
                .anyMatch(f -> Json.string(f, "identificador").equals(identifier)
                        && Json.string(f, "codiINE").equals(Json.string(request, "codiINE"))
                        && Json.string(f, "codiServei").equals(Json.string(request, "codiServei")))) {
            return answer("12", "Ja existeix un expedient amb aquest identificador");
        }
        String uuid = UUID.randomUUID().toString();
        Map<String, @Nullable Object> folder = new LinkedHashMap<>(request);
        folder.remove("documents");
        folder.put("uuidExpedient", uuid);
        folder.put("identificadorDesal", "ES_" + Json.string(request, "codiINE") + "_2026_" + uuid);
        folder.put("dataAlta", agenda.now().toEpochMilli());
        return withNew(folder, Json.objects(request, "documents"));
    }

    /** All or nothing; the answer marks which one is bad. */
    private Map<String, @Nullable Object> withNew(
            Map<String, @Nullable Object> folder, List<Map<String, @Nullable Object>> requests) {
        List<Map<String, @Nullable Object>> judged = new ArrayList<>();
        boolean good = true;
        for (Map<String, @Nullable Object> request : requests) {
            String code = documents.judge(request);
            judged.add(answer(code, ""));
            good &= code.equals("0");
        }
        if (!good) {
            Map<String, @Nullable Object> refused = answer("11", "Algun document no és correcte");
            refused.put("documents", judged);
            return refused;
        }
        folders.put(Json.string(folder, "uuidExpedient"), folder);
        for (Map<String, @Nullable Object> request : requests) {
            Map<String, @Nullable Object> inside = new LinkedHashMap<>(request);
            inside.put(IN, Json.string(folder, "identificadorDesal"));
            documents.create(inside);
        }
        return told(folder);
    }

    private Map<String, @Nullable Object> add(Map<String, @Nullable Object> request, String modality) {
        Map<String, @Nullable Object> folder = folders.get(Json.string(request, "uuidExpedient"));
        if (folder == null) {
            return answer("12", "L'expedient no existeix");
        }
        if (modality.equals("1")) {
            return withNew(folder, Json.objects(request, "documents"));
        }
        List<String> uuids = Json.strings(request, "uuidDocument");
        if (!modality.equals("2") || uuids.isEmpty() || !uuids.stream().allMatch(documents::exists)) {
            return answer("11", "La petició no és correcta");
        }
        uuids.forEach(uuid -> documents.put(uuid, IN, Json.string(folder, "identificadorDesal")));
        return told(folder);
    }

    private Map<String, @Nullable Object> change(
            Map<String, @Nullable Object> folder, Map<String, @Nullable Object> request) {
        if (COMPULSORY.stream()
                .anyMatch(name ->
                        request.containsKey(name) && Json.string(request, name).isEmpty())) {
            return answer("11", "No es pot esborrar una metadada obligatòria");
        }
        // In changes, and only there, one letter less.
        request.forEach((name, value) -> {
            String stored = name.equals("clasificacioENS") ? "classificacioENS" : name;
            if (value == null) {
                folder.remove(stored);
            } else {
                folder.put(stored, value);
            }
        });
        return told(folder);
    }

    private Map<String, @Nullable Object> delete(Map<String, @Nullable Object> folder) {
        folders.remove(Json.string(folder, "uuidExpedient"));
        inside(folder).forEach(document -> documents.delete(Json.string(document, "uuidDocument")));
        return answer("0", DONE);
    }

    private List<Map<String, @Nullable Object>> inside(Map<String, @Nullable Object> folder) {
        return documents.with(IN, Json.string(folder, "identificadorDesal"));
    }

    private Map<String, @Nullable Object> told(Map<String, @Nullable Object> folder) {
        Map<String, @Nullable Object> answer = answer("0", DONE);
        answer.putAll(folder);
        answer.put(
                "documents",
                inside(folder).stream()
                        .map(document -> DesalDocuments.told(document, "0"))
                        .toList());
        return answer;
    }

    private Map<String, @Nullable Object> zip(List<String> uuids) {
        if (uuids.isEmpty() || !folders.keySet().containsAll(uuids)) {
            return answer("12", "L'expedient no existeix");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String uuid : uuids) {
                zip.putNextEntry(new ZipEntry(uuid + "/expedient.xml"));
                zip.write(text("<expedient>" + uuid + "</expedient>"));
                for (Map<String, @Nullable Object> document :
                        inside(Optional.ofNullable(folders.get(uuid)).orElseThrow())) {
                    zip.putNextEntry(new ZipEntry(uuid + "/" + Json.string(document, "nomFitxer")));
                    zip.write(documents.bytes(document));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return exports.start(uuids.get(0), "expedients.zip", bytes.toByteArray());
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
