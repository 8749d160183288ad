package cat.eset.signature.validation;

import cat.eset.core.DocumentContent;
import java.util.Map;

/**
 * Judges signatures. Whatever the document holds, the answer is a value: broken and hostile documents are undetermined or
 * unsigned, never an exception. Thread-safe.
 */
public interface SignatureValidator {

    /**
     * Judges the signatures inside a PDF, an XML document, a CMS message with its content, or a container.
     *
     * @param signed the document
     */
    SignatureValidation validate(DocumentContent signed);

    /**
     * Judges a signature that stands beside its content.
     *
     * @param signature the detached signature
     * @param content what it should sign
     */
    SignatureValidation validate(DocumentContent signature, DocumentContent content);

    /**
     * Judges a signature that stands beside several documents.
     *
     * @param signature the detached signature
     * @param contents what it should sign, by the address that it gives to each: the {@code URI} of its {@code ds:Reference}
     */
    SignatureValidation validate(DocumentContent signature, Map<String, DocumentContent> contents);
}
