package cat.eset.documents.internal;

import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.documents.DesalDocument;
import cat.eset.documents.DesalExpedient;
import cat.eset.documents.Hits;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * An answer of DESA'L, read with all the spellings it uses for the same field (contract desal, traps 2 to 5).
 *
 * @param status HTTP status
 * @param json the object
 */
public record DesalAnswer(int status, JsonNode json) {

    /** {@code codiResposta}, text or number; empty text if the gateway answered instead. */
    public String code() {
        return json.path("codiResposta").asText("");
    }

    /** What it says about itself. */
    public String text() {
        return first("descripcioResposta", "message").orElse("");
    }

    /** Where the bytes go or come from. */
    public Optional<String> presignedAddress() {
        return first("URLPresignada", "urlPresignada", "uRLPresignada");
    }

    /** A text under any of these names. */
    public Optional<String> first(String... names) {
        for (String name : names) {
            JsonNode value = json.path(name);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                return Optional.of(value.asText());
            }
        }
        return Optional.empty();
    }

    /** The expedient it describes. */
    public DesalExpedient expedient() {
        List<DesalDocument> documents = new ArrayList<>();
        for (JsonNode one : json.path("documents")) {
            DesalAnswer document = new DesalAnswer(status, one);
            documents.add(document.document(!document.code().equals("1")));
        }
        return new DesalExpedient(
                first("uuidExpedient").orElse(""),
                first("identificador").orElse(""),
                first("titol").orElse(""),
                first("estatExpedient"),
                first("identificadorDesal"),
                documents);
    }

    /**
     * What a search found.
     *
     * @param name of the list
     * @param reader of each
     */
    public <T> Hits<T> hits(String name, Function<DesalAnswer, T> reader) {
        List<T> rows = new ArrayList<>();
        for (JsonNode one : json.path(name)) {
            rows.add(reader.apply(new DesalAnswer(status, one)));
        }
        return new Hits<>(
                rows, Math.max(rows.size(), json.path("totalResultats").asLong()));
    }

    /**
     * The document it describes.
     *
     * @param contentReady whether the bytes can be had
     */
    public DesalDocument document(boolean contentReady) {
        return new DesalDocument(
                first("uuidDocument").orElse(""),
                first("uuidFitxer"),
                first("nomFitxer").orElse(""),
                first("nomNatural").orElse(""),
                mediaType(),
                first("mida", "tamany").flatMap(DesalAnswer::length),
                sha256(),
                first("CSV", "csv"),
                first("numeroRegistre"),
                first("URLDocumentExtern", "urlDocumentExtern", "identificadorDocumentExtern"),
                contentReady);
    }

    private Optional<MediaType> mediaType() {
        return first("formatFitxer").flatMap(text -> {
            try {
                return Optional.of(new MediaType(text.toLowerCase(Locale.ROOT)));
            } catch (InvalidValueException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Long> length(String text) {
        try {
            return Optional.of(Long.parseLong(text)).filter(length -> length >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Base64 of 44 characters; hexadecimal in old records (contract desal 5). */
    private Optional<Sha256> sha256() {
        String algorithm = first("hashAlgoritme").orElse("SHA256").replace("-", "");
        return first("hash")
                .filter(hash -> algorithm.equalsIgnoreCase("SHA256"))
                .flatMap(hash -> {
                    try {
                        return Optional.of(
                                hash.length() == 44
                                        ? Sha256.ofBase64(hash)
                                        : Sha256.ofDigest(HexFormat.of().parseHex(hash)));
                    } catch (InvalidValueException | IllegalArgumentException e) {
                        return Optional.empty();
                    }
                });
    }
}
