package cat.eset.registry.internal.mux;

import cat.eset.core.InvalidValueException;
import cat.eset.core.MediaType;
import cat.eset.core.Sha256;
import cat.eset.core.registry.Attachment;
import cat.eset.registry.MappingLoss;
import java.util.Locale;
import java.util.Optional;

/** Reads a document of a transaction: what MUX copied of its metadata, and the reference to where it lives (contract mux 8.6). */
final class AttachmentReader {

    private AttachmentReader() {}

    static Attachment read(String key, Fields fields) {
        String reference = fields.text("uuid").orElseGet(() -> SafeNames.printable(key));
        String given = fields.text("nomFitxer").orElse(reference);
        String name = SafeNames.fileName(given);
        if (!name.equals(given)) {
            fields.lose("nomFitxer", MappingLoss.Kind.REPLACED);
        }
        return new Attachment(
                name,
                fields.text("nomNatural").orElse(given),
                mediaType(fields),
                fields.text("tamany").flatMap(text -> length(fields, text)),
                digest(fields),
                Optional.of(reference));
    }

    private static MediaType mediaType(Fields fields) {
        Optional<String> format = fields.text("formatFitxer");
        if (format.isEmpty()) {
            return MediaType.BINARY;
        }
        try {
            return new MediaType(format.get().toLowerCase(Locale.ROOT));
        } catch (InvalidValueException e) {
            fields.lose("formatFitxer", MappingLoss.Kind.REPLACED);
            return MediaType.BINARY;
        }
    }

    private static Optional<Long> length(Fields fields, String text) {
        try {
            long length = Long.parseLong(text);
            if (length >= 0) {
                return Optional.of(length);
            }
        } catch (NumberFormatException notANumber) {
            // Reported below.
        }
        fields.lose("tamany", MappingLoss.Kind.REPLACED);
        return Optional.empty();
    }

    private static Optional<Sha256> digest(Fields fields) {
        Optional<String> hash = fields.text("hash");
        String algorithm =
                fields.text("hashAlgoritme").orElse("").toUpperCase(Locale.ROOT).replace("-", "");
        if (hash.isEmpty()) {
            return Optional.empty();
        }
        if (algorithm.equals("SHA256")) {
            try {
                return Optional.of(Sha256.ofBase64(hash.get()));
            } catch (InvalidValueException e) {
                fields.lose("hash", MappingLoss.Kind.REPLACED);
                return Optional.empty();
            }
        }
        fields.lose("hash", MappingLoss.Kind.NOT_MAPPED);
        return Optional.empty();
    }
}
