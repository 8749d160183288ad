package cat.eset.documents.internal;

import cat.eset.core.InvalidValueException;
import cat.eset.documents.ExpedientField;
import cat.eset.documents.NewExpedient;
import cat.eset.documents.UploadedFile;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Bodies of requests about expedients (contract desal 4.4). */
public final class ExpedientJson {

    private static final JsonMapper JSON = new JsonMapper();

    private ExpedientJson() {}

    /** E1. */
    public static String create(Owner owner, NewExpedient expedient, List<UploadedFile> documents) {
        ObjectNode json = owned(owner);
        new TreeMap<>(expedient.fields()).forEach((field, value) -> json.put(field.wireName(), value));
        json.put("dataInici", DocumentJson.date(expedient.start()));
        if (!expedient.interested().isEmpty()) {
            ArrayNode interested = json.putArray("interessat");
            expedient.interested().forEach(interested::add);
        }
        return withDocuments(json, owner, documents);
    }

    /** E10 with documents that do not exist yet. */
    public static String addNew(Owner owner, String uuid, List<UploadedFile> documents) {
        atLeastOne(documents);
        return withDocuments(JSON.createObjectNode().put("uuidExpedient", uuid), owner, documents);
    }

    private static String withDocuments(ObjectNode json, Owner owner, List<UploadedFile> documents) {
        if (!documents.isEmpty()) {
            ArrayNode array = json.putArray("documents");
            documents.forEach(one -> array.add(DocumentJson.document(owner, one.uuid(), one.document())));
        }
        return json.toString();
    }

    /** E10 with documents that exist. */
    public static String addExisting(String uuid, List<String> documents) {
        return list(JSON.createObjectNode().put("uuidExpedient", uuid), "uuidDocument", documents);
    }

    /** E9. */
    public static String download(List<String> uuids) {
        return list(JSON.createObjectNode(), "uuidExpedient", uuids);
    }

    private static String list(ObjectNode json, String name, List<String> uuids) {
        atLeastOne(uuids);
        ArrayNode array = json.putArray(name);
        uuids.forEach(array::add);
        return json.toString();
    }

    private static void atLeastOne(List<?> all) {
        if (all.isEmpty()) {
            throw InvalidValueException.of("DesalExpedients", "at least one");
        }
    }

    /** E2. */
    public static String change(Map<ExpedientField, String> fields) {
        ObjectNode json = JSON.createObjectNode();
        new TreeMap<>(fields).forEach((field, value) -> {
            if (value.isEmpty()) {
                json.putNull(field.nameInChanges());
            } else {
                json.put(field.nameInChanges(), field.checked(value));
            }
        });
        return json.toString();
    }

    /** E2, for the end. */
    public static String close(Instant at) {
        return JSON.createObjectNode()
                .put(ExpedientField.STATE.wireName(), "E02")
                .put("dataFi", DocumentJson.date(at))
                .toString();
    }

    /** E8. */
    public static String search(Owner owner, Map<ExpedientField, String> fields) {
        ObjectNode json = owned(owner);
        new TreeMap<>(fields).forEach((field, value) -> json.put(field.wireName(), field.checked(value)));
        return json.toString();
    }

    private static ObjectNode owned(Owner owner) {
        return JSON.createObjectNode().put("codiServei", owner.service()).put("codiINE", owner.ine10());
    }
}
