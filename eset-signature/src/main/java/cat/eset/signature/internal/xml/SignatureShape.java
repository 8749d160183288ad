package cat.eset.signature.internal.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a {@code ds:Signature} says that it signs, looked at as an attacker would: what its transforms take away, and what can be
 * put inside it without breaking it. Whether it is good is for a validator to say.
 */
public final class SignatureShape {

    private static final String XADES = "http://uri.etsi.org/01903/";
    private static final Set<String> KEPT_WHOLE = Set.of(
            Transform.ENVELOPED,
            Transform.BASE64,
            CanonicalizationMethod.INCLUSIVE,
            CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
            CanonicalizationMethod.EXCLUSIVE,
            CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS,
            "http://www.w3.org/2006/12/xml-c14n11",
            "http://www.w3.org/2006/12/xml-c14n11#WithComments");

    /** The two ways of writing "all but signatures", so that several can stand side by side. */
    private static final Pattern NOT_SIGNATURES = Pattern.compile("not\\(ancestor-or-self::(\\w[\\w.-]*):Signature\\)");

    private static final Pattern SIGNATURES = Pattern.compile("/descendant::(\\w[\\w.-]*):Signature");

    private SignatureShape() {}

    /** Whether nothing unsigned hides in it and no transform takes anything but signatures out of what it refers to. */
    public static boolean isSound(Element signature) {
        return takesNothingOut(signature) && hidesNothing(signature);
    }

    /** Whether it is sound, and refers to the whole document around it or has the whole document inside it. */
    public static boolean coversDocument(Element signature) {
        boolean around = references(signature).stream()
                .anyMatch(reference -> reference.hasAttribute("URI")
                        && reference.getAttribute("URI").isEmpty());
        return isSound(signature) && (around || isDocument(signature));
    }

    /** Whether the document is that signature and nothing else. */
    public static boolean isDocument(Element signature) {
        return signature.isSameNode(signature.getOwnerDocument().getDocumentElement());
    }

    private static boolean takesNothingOut(Element signature) {
        return references(signature).stream()
                .flatMap(reference -> children(reference, "Transforms").stream())
                .flatMap(transforms -> children(transforms, "Transform").stream())
                .allMatch(transform ->
                        KEPT_WHOLE.contains(transform.getAttribute("Algorithm")) || takesOnlySignaturesOut(transform));
    }

    private static boolean takesOnlySignaturesOut(Element transform) {
        List<Element> steps = elements(transform);
        if (steps.size() != 1 || !"XPath".equals(steps.get(0).getLocalName())) {
            return false;
        }
        Element step = steps.get(0);
        return switch (transform.getAttribute("Algorithm")) {
            case Transform.XPATH -> names(NOT_SIGNATURES, step);
            case Transform.XPATH2 -> step.getAttribute("Filter").equals("subtract") && names(SIGNATURES, step);
            default -> false;
        };
    }

    private static boolean names(Pattern form, Element step) {
        Matcher found = form.matcher(step.getTextContent().strip());
        return found.matches() && XMLSignature.XMLNS.equals(step.lookupNamespaceURI(found.group(1)));
    }

    /** Every {@code ds:Object} is signed, but for the one with the properties of XAdES; there is nothing else. */
    private static boolean hidesNothing(Element signature) {
        if (hasText(signature)) {
            return false;
        }
        Set<String> signed = new HashSet<>();
        references(signature).forEach(reference -> signed.add(reference.getAttribute("URI")));
        int properties = 0;
        for (Element child : elements(signature)) {
            if (!XMLSignature.XMLNS.equals(child.getNamespaceURI())) {
                return false;
            }
            if ("Object".equals(child.getLocalName()) && !isSigned(child, signed)) {
                properties++;
                if (properties > 1 || !holdsOnlyProperties(child)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSigned(Element object, Set<String> signed) {
        if (hasSignedId(object, signed)) {
            return true;
        }
        List<Element> inside = elements(object);
        return inside.size() == 1 && !hasText(object) && hasSignedId(inside.get(0), signed);
    }

    private static boolean hasSignedId(Element element, Set<String> signed) {
        for (String name : List.of("Id", "ID", "id")) {
            if (element.hasAttribute(name) && signed.contains("#" + element.getAttribute(name))) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsOnlyProperties(Element object) {
        List<Element> inside = elements(object);
        return inside.size() == 1
                && !hasText(object)
                && isXades(inside.get(0), "QualifyingProperties")
                && !hasText(inside.get(0))
                && elements(inside.get(0)).stream()
                        .allMatch(part -> isXades(part, "SignedProperties") || isXades(part, "UnsignedProperties"));
    }

    private static boolean isXades(Element element, String name) {
        return name.equals(element.getLocalName())
                && Objects.requireNonNullElse(element.getNamespaceURI(), "").startsWith(XADES);
    }

    private static List<Element> references(Element signature) {
        return children(signature, "SignedInfo").stream()
                .flatMap(info -> children(info, "Reference").stream())
                .toList();
    }

    private static List<Element> children(Element parent, String name) {
        return elements(parent).stream()
                .filter(child ->
                        XMLSignature.XMLNS.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
                .toList();
    }

    private static List<Element> elements(Element parent) {
        List<Element> out = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                out.add(element);
            }
        }
        return out;
    }

    private static boolean hasText(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            boolean text = node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE;
            if (text && !node.getNodeValue().isBlank()) {
                return true;
            }
        }
        return false;
    }
}
