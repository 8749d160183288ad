package cat.eset.signature.signador;

import cat.eset.core.InvalidValueException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How an XML signature is made ({@code xml_cfg}, signador 4.6). Each method returns a copy with one thing changed.
 *
 * @param together whether one signature is made over all documents, instead of one over each; for modes around or beside
 *     the content
 * @param elements {@code id} of the only elements to sign; empty: the whole document; for XAdES inside the document
 * @param keyInfoProtected whether the signature covers its {@code KeyInfo}
 * @param withComments whether comments are signed too
 */
public record XmlOptions(boolean together, List<String> elements, boolean keyInfoProtected, boolean withComments) {

    private static final XmlOptions NONE = new XmlOptions(false, List.of(), false, false);
    private static final Pattern ID = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}._-]*");

    /** Checks the values. */
    public XmlOptions {
        elements = List.copyOf(elements);
        if (!elements.stream().allMatch(id -> ID.matcher(id).matches())) {
            throw InvalidValueException.of("XmlOptions", "XML ids of elements");
        }
    }

    /** As the service does when nothing is said. */
    public static XmlOptions none() {
        return NONE;
    }

    /** One signature over all documents. */
    public XmlOptions allTogether() {
        return new XmlOptions(true, elements, keyInfoProtected, withComments);
    }

    /** Only these elements are signed, each with an {@code id} that no other element has. */
    public XmlOptions onlyElements(List<String> ids) {
        return new XmlOptions(together, ids, keyInfoProtected, withComments);
    }

    /** The signature also covers its {@code KeyInfo}. */
    public XmlOptions protectKeyInfo() {
        return new XmlOptions(together, elements, true, withComments);
    }

    /** Comments are signed too. */
    public XmlOptions includeComments() {
        return new XmlOptions(together, elements, keyInfoProtected, true);
    }
}
