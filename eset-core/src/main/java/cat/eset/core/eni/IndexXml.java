package cat.eset.core.eni;

import cat.eset.core.id.EniDocumentId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content of an index: documents, folders and nested expedients (contract eni 3). */
final class IndexXml {

    private final XmlOutput out;
    private int documents;
    private int folders;
    private int expedients;

    private IndexXml(XmlOutput out) {
        this.out = out;
    }

    static void write(EniIndexContent content, XmlOutput out) throws IOException {
        new IndexXml(out).writeContent(content);
    }

    private void writeContent(EniIndexContent content) throws IOException {
        out.element("eniconexpind:FechaIndiceElectronico", Times.write(content.generatedAt()));
        writeItems(content.items());
    }

    private void writeItems(List<EniIndexItem> items) throws IOException {
        for (EniIndexItem item : items) {
            if (item instanceof EniIndexItem.Document document) {
                writeDocument(document);
            } else if (item instanceof EniIndexItem.Folder folder) {
                folders++;
                out.start("eniconexpind:CarpetaIndizada", "Id", "CI_" + folders);
                out.element("eniconexpind:IdentificadorCarpeta", folder.name());
                writeItems(folder.items());
                out.end();
            } else if (item instanceof EniIndexItem.Expedient nested) {
                expedients++;
                out.start("eniconexpind:ExpedienteIndizado", "Id", "EI_" + expedients);
                writeContent(nested.index());
                out.end();
            }
        }
    }

    private void writeDocument(EniIndexItem.Document document) throws IOException {
        documents++;
        out.start("eniconexpind:DocumentoIndizado", "Id", "DI_" + documents);
        out.element("eniconexpind:IdentificadorDocumento", document.id().value());
        out.element("eniconexpind:ValorHuella", document.fingerprint().value());
        out.element("eniconexpind:FuncionResumen", document.fingerprint().function());
        if (document.incorporatedAt().isPresent()) {
            out.element(
                    "eniconexpind:FechaIncorporacionExpediente",
                    Times.write(document.incorporatedAt().get()));
        }
        if (document.order().isPresent()) {
            out.element(
                    "eniconexpind:OrdenDocumentoExpediente", document.order().get());
        }
        out.end();
    }

    static EniIndexContent read(XmlInput in) {
        Items parts = new Items();
        in.children((namespace, name) -> {
            if (name.equals("FechaIndiceElectronico")) {
                parts.generatedAt = Times.read(in);
            } else {
                readItem(in, name, parts.items);
            }
        });
        if (parts.generatedAt == null || parts.items.isEmpty()) {
            throw in.error("an index needs its date and at least one item");
        }
        return new EniIndexContent(parts.generatedAt, parts.items);
    }

    private static void readItem(XmlInput in, String name, List<EniIndexItem> to) {
        switch (name) {
            case "DocumentoIndizado" -> to.add(readDocument(in));
            case "CarpetaIndizada" -> to.add(readFolder(in));
            case "ExpedienteIndizado" -> to.add(new EniIndexItem.Expedient(read(in)));
            default -> in.skip();
        }
    }

    private static EniIndexItem readFolder(XmlInput in) {
        String[] folder = {""};
        List<EniIndexItem> items = new ArrayList<>();
        in.children((namespace, name) -> {
            if (name.equals("IdentificadorCarpeta")) {
                folder[0] = in.text();
            } else {
                readItem(in, name, items);
            }
        });
        if (items.isEmpty()) {
            throw in.error("a folder without items");
        }
        return new EniIndexItem.Folder(folder[0], items);
    }

    private static EniIndexItem readDocument(XmlInput in) {
        DocumentParts parts = new DocumentParts();
        in.children((namespace, name) -> {
            switch (name) {
                case "IdentificadorDocumento" -> parts.id = new EniDocumentId(in.text());
                case "ValorHuella" -> parts.value = in.text();
                case "FuncionResumen" -> parts.function = in.text();
                case "FechaIncorporacionExpediente" -> parts.incorporatedAt = Optional.of(Times.read(in));
                case "OrdenDocumentoExpediente" -> parts.order = Optional.of(in.text());
                default -> in.skip();
            }
        });
        if (parts.id == null || parts.value == null || parts.function == null) {
            throw in.error("an indexed document is not complete");
        }
        return new EniIndexItem.Document(
                parts.id, new Fingerprint(parts.value, parts.function), parts.incorporatedAt, parts.order);
    }

    private static final class Items {
        private @Nullable Instant generatedAt;
        private final List<EniIndexItem> items = new ArrayList<>();
    }

    private static final class DocumentParts {
        private @Nullable EniDocumentId id;
        private @Nullable String value;
        private @Nullable String function;
        private Optional<Instant> incorporatedAt = Optional.empty();
        private Optional<String> order = Optional.empty();
    }
}
