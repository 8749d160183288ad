package cat.eset.core.work;

import cat.eset.core.eni.EniDocument;
import cat.eset.core.eni.EniExpedient;
import cat.eset.core.eni.EniXml;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A closed expedient as ENI: first the expedient, then each document in the order of the index (contract eni 7).
 *
 * @param expedient the expedient with its signed index
 * @param documents in the order of the index; their bytes are streamed when written
 */
public record EniExport(EniExpedient expedient, List<EniDocument> documents) {

    /** Checks the values. */
    public EniExport {
        Objects.requireNonNull(expedient, "expedient");
        documents = List.copyOf(documents);
    }

    /**
     * Writes {@code expedient-eni.xml}, {@code index.xml} and {@code documents/<identifier>.xml} into a folder, which is
     * made if it does not exist.
     *
     * @throws IOException if a file cannot be written
     */
    public void writeTo(Path folder) throws IOException {
        Path documentsFolder = Files.createDirectories(folder.resolve("documents"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("expedient-eni.xml"))) {
            EniXml.write(expedient, out);
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve("index.xml"))) {
            EniXml.write(expedient.index(), out);
        }
        for (EniDocument document : documents) {
            Path file = documentsFolder.resolve(document.metadata().id() + ".xml");
            try (OutputStream out = Files.newOutputStream(file)) {
                EniXml.write(document, out);
            }
        }
    }
}
