package cat.eset.signature.dss.internal;

import cat.eset.core.DocumentContent;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.CommonDocument;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.DigestDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.DSSUtils;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Our content as a document of DSS: streamed, with the digest that is known already. */
@SuppressWarnings("serial") // DSS documents are serializable by their superclass; nobody serialises this one
final class ContentDocument extends CommonDocument {

    private static final long serialVersionUID = 1L;

    private final transient DocumentContent content;

    private ContentDocument(DocumentContent content) {
        this.content = content;
        this.digestMap.put(DigestAlgorithm.SHA256, content.sha256().bytes());
    }

    static DSSDocument streamed(DocumentContent content) {
        return new ContentDocument(content);
    }

    /** Several, by the address that a signature gives them; one alone needs none. */
    static List<DSSDocument> named(Map<String, DocumentContent> contents) {
        List<DSSDocument> out = new ArrayList<>();
        contents.forEach((address, content) -> {
            DSSDocument document = streamed(content);
            if (!address.isEmpty()) {
                document.setName(DSSUtils.decodeURI(address));
            }
            out.add(document);
        });
        return out;
    }

    static DSSDocument inMemory(DocumentContent content) throws IOException {
        return new InMemoryDocument(content.readAllBytes());
    }

    /** Only the digest: enough for a detached signature of any size. */
    static DSSDocument digestOnly(DocumentContent content, String name) {
        return new DigestDocument(DigestAlgorithm.SHA256, content.sha256().bytes(), name);
    }

    @Override
    public InputStream openStream() {
        try {
            return content.open();
        } catch (IOException e) {
            throw new DSSException("the document cannot be read", e);
        }
    }
}
