package cat.eset.signature;

import cat.eset.core.DocumentContent;
import java.util.List;
import java.util.function.Consumer;

/**
 * Signs here, with one key, in any of the AdES formats. Thread-safe; derive one per signer with {@link #as}.
 *
 * <p>Every method throws {@link SigningException} with its reason, and leaves no file behind then.
 */
public interface LocalSigner {

    /**
     * Signs a document. A PDF or XML that carries signatures keeps them: the new one is added after them.
     *
     * @param document what to sign
     * @param format the kind of signature
     * @return the signed document, or the signature alone where the format says so; to be closed
     */
    SignedDocument sign(DocumentContent document, SignatureFormat format);

    /**
     * Raises every signature of a document to a level. Repeat it at will: it changes no existing byte's meaning and has no
     * effect elsewhere but one more time stamp.
     *
     * @param signed a PDF, an XML document with its signature inside, or a container
     * @param level T, LT or LTA
     */
    SignedDocument augment(DocumentContent signed, SignatureLevel level);

    /**
     * The same for a signature that stands beside its content.
     *
     * @param signature the detached signature
     * @param content what it signs
     * @param level T, LT or LTA
     */
    SignedDocument augment(DocumentContent signature, DocumentContent content, SignatureLevel level);

    /**
     * Signs many documents, using all processors, and reports each one as it ends, in no particular order and never two at
     * once. A document that fails does not stop the others. The consumer owns the result and closes it.
     */
    void signAll(List<BatchItem> items, Consumer<BatchOutcome> report);

    /** The same signer with another key. */
    LocalSigner as(SigningKey key);

    /** Loads and runs everything once, so that the first real signature is as fast as the next. For a start-up thread. */
    void warmUp();
}
