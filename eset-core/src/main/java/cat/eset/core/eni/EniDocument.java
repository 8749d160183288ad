package cat.eset.core.eni;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An ENI document: content, metadata and signatures. Immutable.
 *
 * @param content what it says
 * @param metadata compulsory metadata
 * @param signatures at least one on anything that enters an expedient
 * @param ids the XML ids of its nodes
 */
public record EniDocument(
        EniContent content, EniDocumentMetadata metadata, List<EniSignature> signatures, NodeIds ids) {

    /** XML id of the content of the documents that we write: what signatures refer to. */
    public static final String CONTENT_ID = "CONTENIDO";

    /**
     * The XML ids of the nodes of a document.
     *
     * @param document of the whole
     * @param content of the content
     * @param metadata of the metadata
     */
    public record NodeIds(Optional<String> document, Optional<String> content, Optional<String> metadata) {

        /** What we write. */
        public static final NodeIds STANDARD =
                new NodeIds(Optional.of("DOC"), Optional.of(CONTENT_ID), Optional.of("METADATOS"));

        /** Checks the values. */
        public NodeIds {
            Objects.requireNonNull(document, "document");
            Objects.requireNonNull(content, "content");
            Objects.requireNonNull(metadata, "metadata");
        }
    }

    /** Checks the values. */
    public EniDocument {
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(metadata, "metadata");
        signatures = List.copyOf(signatures);
        Objects.requireNonNull(ids, "ids");
    }

    /** A document without signature. */
    public static EniDocument of(EniDocumentMetadata metadata, EniContent content) {
        return new EniDocument(content, metadata, List.of(), NodeIds.STANDARD);
    }

    /** With one more signature. */
    public EniDocument signed(EniSignature signature) {
        List<EniSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new EniDocument(content, metadata, more, ids);
    }
}
