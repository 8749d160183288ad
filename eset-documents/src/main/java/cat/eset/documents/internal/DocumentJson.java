package cat.eset.documents.internal;

import cat.eset.core.InvalidValueException;
import cat.eset.core.LegalTime;
import cat.eset.documents.DocumentChanges;
import cat.eset.documents.DocumentField;
import cat.eset.documents.DocumentSearch;
import cat.eset.documents.NewDocument;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** Bodies of requests, with exactly the spellings requests use (contract desal 4.3). */
public final class DocumentJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT).withZone(LegalTime.ZONE);

    private DocumentJson() {}

    /** Registers a file. */
    public static String file(Owner owner, NewDocument document) {
        return JSON.createObjectNode()
                .put("codiServei", owner.service())
                .put("codiINE", owner.ine10())
                .put("nomFitxer", document.fileName())
                .put("formatFitxer", document.content().mediaType().value())
                .put("mida", document.content().length())
                .toString();
    }

    /** Creates a document over a file. */
    public static ObjectNode document(Owner owner, String fileUuid, NewDocument document) {
        ObjectNode json = JSON.createObjectNode()
                .put("codiServei", owner.service())
                .put("codiINE", owner.ine10())
                .put("contingut", "1")
                .put("uuidFitxer", fileUuid)
                .put("nomFitxer", document.fileName())
                .put("nomNatural", document.title())
                .put("dataDocument", DATE.format(document.date()));
        document.eni()
                .ifPresent(eni -> json.put("estatElaboracio", eni.elaboration())
                        .put("origen", eni.fromAdministration())
                        .put("tipusDocumental", eni.documentType())
                        .put("tipusSignatura", eni.signatureType()));
        if (!document.interested().isEmpty()) {
            ArrayNode interested = json.putArray("interessat");
            document.interested().forEach(interested::add);
        }
        document.registryNumber().ifPresent(number -> json.put("numeroRegistre", number.text()));
        new TreeMap<>(document.fields()).forEach((field, value) -> put(json, field.requestName(), field, value));
        if (!document.info().isEmpty()) {
            ArrayNode info = json.putArray("infoAddicional");
            new TreeMap<>(document.info())
                    .forEach((key, value) -> info.addObject().put("key", key).put("value", value));
        }
        return json;
    }

    private static void put(ObjectNode json, String name, DocumentField field, String value) {
        if (field.isTruth()) {
            json.put(name, Boolean.parseBoolean(value));
        } else {
            json.put(name, value);
        }
    }

    /** A date as requests write it. */
    static String date(Instant instant) {
        return DATE.format(instant);
    }

    /** Changes a document: what is left out stays, null takes away. */
    public static String changes(DocumentChanges changes) {
        ObjectNode json = JSON.createObjectNode();
        changes.file()
                .ifPresent(file -> json.put("uuidFitxer", file.uuid())
                        .put("nomFitxer", file.document().fileName()));
        new TreeMap<>(changes.fields())
                .forEach((field, value) -> value.ifPresentOrElse(
                        text -> put(json, field.requestName(), field, text), () -> json.putNull(field.requestName())));
        return json.toString();
    }

    /** A list of documents. */
    static String uuids(List<String> uuids) {
        if (uuids.isEmpty()) {
            throw InvalidValueException.of("DesalClient", "at least one document");
        }
        ObjectNode json = JSON.createObjectNode();
        ArrayNode array = json.putArray("uuidDocument");
        uuids.forEach(array::add);
        return json.toString();
    }

    /** Searches documents of a service and a body, with the spellings of answers (contract desal 4.5). */
    public static String search(Owner owner, DocumentSearch search) {
        ObjectNode json =
                JSON.createObjectNode().put("codiServei", owner.service()).put("codiINE", owner.ine10());
        search.digest().ifPresent(digest -> json.put("hash", digest.base64()));
        new TreeMap<>(search.fields()).forEach((field, value) -> put(json, field.answerName(), field, value));
        if (search.from().isPresent() && search.to().isPresent()) {
            json.putObject("dataAlta")
                    .put("inici", search.from().get().toEpochMilli())
                    .put("fi", search.to().get().toEpochMilli());
        }
        return json.toString();
    }
}
