package cat.eset.registry.internal.mux2;

import cat.eset.registry.internal.mux.SafeNames;
import cat.eset.registry.mux2.Documents;
import cat.eset.registry.mux2.StoredDocument;
import cat.eset.transport.xml.XmlElement;
import java.util.Optional;

/** Reads {@code DocumentacioAssentament}, or the two errors that say why there is none (contract mux 5.3). */
public final class DownloadReader {

    private static final String NO_ENTRY = "No s'ha trobat cap assentament amb número";
    private static final String NO_DOCUMENT = "No s'ha trobat cap document amb registre";

    private DownloadReader() {}

    /** What there is; empty if the answer is another error, or no answer to the question. */
    public static Optional<Documents> read(Resposta answer) {
        if (answer.isOk()) {
            return Found.child(answer.payload(), "DocumentacioAssentament")
                    .map(documents -> new Documents.Found(Found.children(documents, "Document").stream()
                            .map(DownloadReader::document)
                            .toList()));
        }
        // A trace number may stand before the text.
        if (answer.says(NO_ENTRY)) {
            return Optional.of(new Documents.NoEntry(answer.texts()));
        }
        return answer.says(NO_DOCUMENT) ? Optional.of(new Documents.NoDocument(answer.texts())) : Optional.empty();
    }

    private static StoredDocument document(XmlElement document) {
        String name = Found.text(document, "Nom").orElse("");
        return new StoredDocument(
                name,
                SafeNames.fileName(name),
                Found.text(document, "Descripcio"),
                Found.text(document, "GUID"),
                Found.text(document, "UUID"));
    }
}
