package cat.eset.core.signature;

import cat.eset.core.DocumentContent;
import cat.eset.core.OperationId;

/**
 * Gets documents signed, by a local key, a remote seal or a signature tray where a person signs days later. Thread-safe.
 */
public interface SignatureGateway {

    /**
     * Asks for a PAdES signature. Signatures that are in the PDF already stay valid.
     *
     * @param operation stored by the caller before the call; asking twice with the same one signs once
     * @param pdf what to sign
     * @param signer who signs
     */
    SignatureResult signPdf(OperationId operation, DocumentContent pdf, Signer signer);

    /**
     * Asks for a XAdES signature, internally detached, over the element with this {@code Id}: what ENI calls TF02.
     * The canonicalisation is the exclusive one, so the result may be placed anywhere in the document outside the
     * signed element.
     *
     * @param operation stored by the caller before the call; asking twice with the same one signs once
     * @param xml the whole document
     * @param elementId value of the attribute {@code Id} of the element to sign
     * @param signer who signs
     */
    SignatureResult signXml(OperationId operation, DocumentContent xml, String elementId, Signer signer);

    /** What became of a request whose result was waiting or unknown. */
    SignatureResult result(OperationId operation);

    /** Checks every signature in a PDF or XML document. */
    SignatureReport verify(DocumentContent signed);
}
