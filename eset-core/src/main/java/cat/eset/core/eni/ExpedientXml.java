package cat.eset.core.eni;

import cat.eset.core.id.EniExpedientId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code eniexp:expediente} (contract eni 3). */
final class ExpedientXml {

    private ExpedientXml() {}

    static void write(EniExpedient expedient, XmlOutput out) throws IOException {
        out.root("eniexp:expediente", EniNames.EXPEDIENT_PREFIXES, "Id", "EXPEDIENTE");
        out.start("eniexpind:indice", "Id", "INDICE");
        writeIndex(expedient.index(), out);
        out.end();
        writeMetadata(expedient.metadata(), out);
        if (expedient.rendering().isPresent()) {
            DocumentXml.writeContent(
                    "eniexp:VisualizacionIndice",
                    Optional.of("VISUALIZACION"),
                    expedient.rendering().get(),
                    out);
        }
        out.end();
    }

    static void writeIndexAlone(EniIndex index, XmlOutput out) throws IOException {
        out.root("eniexpind:indice", EniNames.EXPEDIENT_PREFIXES, "Id", "INDICE");
        writeIndex(index, out);
        out.end();
    }

    private static void writeIndex(EniIndex index, XmlOutput out) throws IOException {
        if (index.original().isPresent()) {
            out.verbatimChild(index.original().get());
        } else {
            out.start("eniexpind:IndiceContenido", "Id", EniIndex.CONTENT_ID);
            IndexXml.write(index.content(), out);
            out.end();
        }
        SignatureXml.write(index.signatures(), "FIRMA_INDICE_", out);
    }

    private static void writeMetadata(EniExpedientMetadata metadata, XmlOutput out) throws IOException {
        out.start("eniexpmeta:metadatosExp", "Id", "METADATOS_EXP");
        out.element("eniexpmeta:VersionNTI", metadata.version());
        out.element("eniexpmeta:Identificador", metadata.id().value());
        for (String organ : metadata.organs()) {
            out.element("eniexpmeta:Organo", organ);
        }
        out.element("eniexpmeta:FechaAperturaExpediente", Times.write(metadata.openedAt()));
        out.element("eniexpmeta:Clasificacion", metadata.classification().value());
        out.element("eniexpmeta:Estado", metadata.state().code());
        for (String interested : metadata.interested()) {
            out.element("eniexpmeta:Interesado", interested);
        }
        out.end();
    }

    static EniExpedient read(XmlInput in) {
        if (!in.localName().equals("expediente") || !in.namespace().equals(EniNames.EXPEDIENT)) {
            throw in.error("the root is not an ENI expedient");
        }
        Parts parts = new Parts();
        in.children((namespace, name) -> {
            switch (name) {
                case "indice" -> readIndex(in, parts);
                case "metadatosExp" -> parts.metadata = readMetadata(in);
                case "VisualizacionIndice" ->
                    parts.rendering = Optional.of(DocumentXml.readContent(in, Optional.empty()));
                default -> in.skip();
            }
        });
        if (parts.original == null || parts.metadata == null) {
            throw in.error("an expedient needs its index and its metadata");
        }
        EniIndexContent content = parseIndex(parts.original);
        return new EniExpedient(
                new EniIndex(content, parts.signatures, Optional.of(parts.original)), parts.metadata, parts.rendering);
    }

    private static void readIndex(XmlInput in, Parts parts) {
        in.children((namespace, name) -> {
            switch (name) {
                // A local element of the index; the global one of the other namespace is seen too.
                case "IndiceContenido" -> parts.original = in.copy();
                case "firmas" -> parts.signatures = SignatureXml.read(in);
                default -> in.skip();
            }
        });
    }

    private static EniIndexContent parseIndex(VerbatimXml original) {
        try (XmlInput in = XmlInput.of(new ByteArrayInputStream(original.bytes()), XmlInput.Limits.STANDARD)) {
            in.root();
            return IndexXml.read(in);
        }
    }

    private static EniExpedientMetadata readMetadata(XmlInput in) {
        MetadataParts parts = new MetadataParts();
        in.children((namespace, name) -> {
            switch (name) {
                case "VersionNTI" -> parts.version = in.text();
                case "Identificador" -> parts.id = new EniExpedientId(in.text());
                case "Organo" -> parts.organs.add(in.text());
                case "FechaAperturaExpediente" -> parts.openedAt = Times.read(in);
                case "Clasificacion" -> parts.classification = new EniClassification(in.text());
                case "Estado" -> parts.state = new EniExpedientState(in.text());
                case "Interesado" -> parts.interested.add(in.text());
                default -> in.skip();
            }
        });
        if (parts.version == null
                || parts.id == null
                || parts.openedAt == null
                || parts.classification == null
                || parts.state == null) {
            throw in.error("the metadata of the expedient are not complete");
        }
        return new EniExpedientMetadata(
                parts.version,
                parts.id,
                parts.organs,
                parts.openedAt,
                parts.classification,
                parts.state,
                parts.interested);
    }

    private static final class Parts {
        private @Nullable VerbatimXml original;
        private @Nullable EniExpedientMetadata metadata;
        private List<EniSignature> signatures = List.of();
        private Optional<EniContent> rendering = Optional.empty();
    }

    private static final class MetadataParts {
        private @Nullable String version;
        private @Nullable EniExpedientId id;
        private final List<String> organs = new ArrayList<>();
        private @Nullable Instant openedAt;
        private @Nullable EniClassification classification;
        private @Nullable EniExpedientState state;
        private final List<String> interested = new ArrayList<>();
    }
}
