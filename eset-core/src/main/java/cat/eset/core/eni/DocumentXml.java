package cat.eset.core.eni;

import cat.eset.core.DocumentContent;
import cat.eset.core.MediaType;
import cat.eset.core.id.EniDocumentId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code enidoc:documento} (contract eni 2). */
final class DocumentXml {

    private DocumentXml() {}

    static void write(EniDocument document, XmlOutput out) throws IOException {
        EniDocument.NodeIds ids = document.ids();
        out.root(
                "enidoc:documento",
                EniNames.DOCUMENT_PREFIXES,
                "Id",
                ids.document().orElse(""));
        writeContent("enifile:contenido", ids.content(), document.content(), out);
        writeMetadata(document.metadata(), ids.metadata(), out);
        SignatureXml.write(document.signatures(), "FIRMA_", out);
        out.end();
    }

    static void writeContent(String name, Optional<String> id, EniContent content, XmlOutput out) throws IOException {
        out.start(name, "Id", id.orElse(""));
        if (content instanceof EniContent.Binary binary) {
            out.start("enifile:ValorBinario").base64(binary.bytes()).end();
        } else if (content instanceof EniContent.Xml xml) {
            out.start("enifile:DatosXML").verbatim(xml.element()).end();
        } else if (content instanceof EniContent.Reference reference) {
            out.element("enifile:referenciaFichero", reference.to());
        }
        out.element("enifile:NombreFormato", content.formatName());
        out.end();
    }

    private static void writeMetadata(EniDocumentMetadata metadata, Optional<String> id, XmlOutput out)
            throws IOException {
        out.start("enidocmeta:metadatos", "Id", id.orElse(""));
        out.element("enidocmeta:VersionNTI", metadata.version());
        out.element("enidocmeta:Identificador", metadata.id().value());
        for (String organ : metadata.organs()) {
            out.element("enidocmeta:Organo", organ);
        }
        out.element("enidocmeta:FechaCaptura", Times.write(metadata.capturedAt()));
        out.element(
                "enidocmeta:OrigenCiudadanoAdministracion",
                Boolean.toString(metadata.origin() == EniOrigin.ADMINISTRATION));
        out.start("enidocmeta:EstadoElaboracion");
        out.element("enidocmeta:ValorEstadoElaboracion", metadata.elaboration().code());
        if (metadata.source().isPresent()) {
            out.element(
                    "enidocmeta:IdentificadorDocumentoOrigen",
                    metadata.source().get().value());
        }
        out.end();
        out.element("enidocmeta:TipoDocumental", metadata.type().writable().code());
        out.end();
    }

    static EniDocument read(XmlInput in, Optional<Path> contentFile) {
        if (!in.localName().equals("documento") || !in.namespace().equals(EniNames.DOCUMENT)) {
            throw in.error("the root is not an ENI document");
        }
        Optional<String> id = in.attribute("Id");
        Parts parts = new Parts();
        in.children((namespace, name) -> {
            switch (name) {
                case "contenido" -> {
                    parts.contentId = in.attribute("Id");
                    parts.content = readContent(in, contentFile);
                }
                case "metadatos" -> {
                    parts.metadataId = in.attribute("Id");
                    parts.metadata = readMetadata(in);
                }
                case "firmas" -> parts.signatures = SignatureXml.read(in);
                default -> in.skip();
            }
        });
        if (parts.content == null || parts.metadata == null) {
            throw in.error("a document needs its content and its metadata");
        }
        return new EniDocument(
                parts.content,
                parts.metadata,
                parts.signatures,
                new EniDocument.NodeIds(id, parts.contentId, parts.metadataId));
    }

    static EniContent readContent(XmlInput in, Optional<Path> file) {
        ContentParts parts = new ContentParts();
        in.children((namespace, name) -> {
            switch (name) {
                case "ValorBinario" -> {
                    if (file.isPresent()) {
                        copyTo(file.get(), in);
                        parts.file = file;
                    } else {
                        parts.bytes = in.base64();
                    }
                }
                case "DatosXML" -> in.children((childNamespace, child) -> parts.xml = in.copy());
                case "referenciaFichero" -> parts.reference = in.text();
                case "NombreFormato" -> parts.format = in.text();
                default -> in.skip();
            }
        });
        if (parts.format == null || parts.format.isEmpty()) {
            throw in.error("a content without NombreFormato");
        }
        if (parts.file.isPresent()) {
            return new EniContent.Binary(contentOf(parts.file.get(), mediaType(parts.format)), parts.format);
        }
        if (parts.bytes != null) {
            return new EniContent.Binary(DocumentContent.of(parts.bytes, mediaType(parts.format)), parts.format);
        }
        if (parts.xml != null) {
            return new EniContent.Xml(parts.xml, parts.format);
        }
        if (parts.reference != null) {
            return new EniContent.Reference(parts.reference, parts.format);
        }
        throw in.error("a content without data");
    }

    private static void copyTo(Path file, XmlInput in) {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            in.base64(out);
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be kept", e);
        }
    }

    private static DocumentContent contentOf(Path file, MediaType mediaType) {
        try {
            return DocumentContent.of(file, mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException("the content cannot be read back", e);
        }
    }

    private static MediaType mediaType(String format) {
        String f = format.toUpperCase(Locale.ROOT);
        if (f.startsWith("PDF")) {
            return MediaType.PDF;
        }
        return switch (f) {
            case "XML" -> MediaType.XML;
            case "TXT" -> MediaType.TEXT;
            default -> MediaType.BINARY;
        };
    }

    private static EniDocumentMetadata readMetadata(XmlInput in) {
        MetadataParts parts = new MetadataParts();
        in.children((namespace, name) -> {
            switch (name) {
                case "VersionNTI" -> parts.version = in.text();
                case "Identificador" -> parts.id = new EniDocumentId(in.text());
                case "Organo" -> parts.organs.add(in.text());
                case "FechaCaptura" -> parts.capturedAt = Times.read(in);
                case "OrigenCiudadanoAdministracion" -> parts.origin = origin(in);
                case "EstadoElaboracion" -> readElaboration(in, parts);
                case "TipoDocumental" -> parts.type = new EniDocumentType(in.text());
                default -> in.skip();
            }
        });
        if (parts.version == null
                || parts.id == null
                || parts.capturedAt == null
                || parts.origin == null
                || parts.elaboration == null
                || parts.type == null) {
            throw in.error("the metadata of the document are not complete");
        }
        return new EniDocumentMetadata(
                parts.version,
                parts.id,
                parts.organs,
                parts.capturedAt,
                parts.origin,
                parts.elaboration,
                parts.source,
                parts.type);
    }

    private static EniOrigin origin(XmlInput in) {
        return switch (in.text()) {
            case "1", "true" -> EniOrigin.ADMINISTRATION;
            case "0", "false" -> EniOrigin.CITIZEN;
            default -> throw in.error("an origin that is neither true nor false");
        };
    }

    private static void readElaboration(XmlInput in, MetadataParts parts) {
        in.children((namespace, name) -> {
            switch (name) {
                case "ValorEstadoElaboracion" -> parts.elaboration = new EniElaboration(in.text());
                case "IdentificadorDocumentoOrigen" -> parts.source = Optional.of(new EniDocumentId(in.text()));
                default -> in.skip();
            }
        });
    }

    private static final class Parts {
        private @Nullable EniContent content;
        private @Nullable EniDocumentMetadata metadata;
        private List<EniSignature> signatures = List.of();
        private Optional<String> contentId = Optional.empty();
        private Optional<String> metadataId = Optional.empty();
    }

    private static final class ContentParts {
        private byte @Nullable [] bytes;
        private Optional<Path> file = Optional.empty();
        private @Nullable VerbatimXml xml;
        private @Nullable String reference;
        private @Nullable String format;
    }

    private static final class MetadataParts {
        private @Nullable String version;
        private @Nullable EniDocumentId id;
        private final List<String> organs = new ArrayList<>();
        private @Nullable Instant capturedAt;
        private @Nullable EniOrigin origin;
        private @Nullable EniElaboration elaboration;
        private Optional<EniDocumentId> source = Optional.empty();
        private @Nullable EniDocumentType type;
    }
}
