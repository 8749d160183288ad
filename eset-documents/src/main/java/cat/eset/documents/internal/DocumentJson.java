package cat.eset.documents.internal;

import cat.eset.core.LegalTime;
import cat.eset.documents.NewDocument;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Bodies of requests, with exactly the spellings requests use (contract desal 4.3). */
public final class DocumentJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss", Locale.ROOT).withZone(LegalTime.ZONE);

    private DocumentJson() {}

    /** Registers a file. */
    public static String file(String service, String ine10, NewDocument document) {
        return JSON.createObjectNode()
                .put("codiServei", service)
                .put("codiINE", ine10)
                .put("nomFitxer", document.fileName())
                .put("formatFitxer", document.content().mediaType().value())
                .put("mida", document.content().length())
                .toString();
    }

    /** Creates a document over a file. */
    public static String document(String service, String ine10, String fileUuid, NewDocument document) {
        ObjectNode json = JSON.createObjectNode()
                .put("codiServei", service)
                .put("codiINE", ine10)
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
        return json.toString();
    }

    /** Sets the registry number of a document. */
    public static String registryNumber(String number) {
        return JSON.createObjectNode().put("numeroRegistre", number).toString();
    }

    /** Searches by owner and digest. */
    public static String search(String service, String ine10, NewDocument document) {
        return JSON.createObjectNode()
                .put("codiServei", service)
                .put("codiINE", ine10)
                .put("hash", document.content().sha256().base64())
                .toString();
    }
}
