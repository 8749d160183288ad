package cat.eset.transport.xml;

import java.util.Set;

/** Exclusive XML Canonicalization 1.0, without comments, of a subtree: the tree is told again to the canonical writer. */
final class Canonicalizer {

    private Canonicalizer() {}

    static void write(XmlElement element, Set<String> inclusivePrefixes, CanonicalWriter out) {
        out.start(element.namespace, element.prefix, element.localName);
        String[] attributes = element.attributes;
        for (int i = 0; i < attributes.length; i += 4) {
            out.addAttribute(attributes[i], attributes[i + 1], attributes[i + 2], attributes[i + 3]);
        }
        for (String prefix : inclusivePrefixes) {
            String uri = element.namespaceOf(prefix).orElse("");
            if (prefix.isEmpty() || !uri.isEmpty()) {
                out.alsoUses(prefix, uri);
            }
        }
        for (Object node : element.content()) {
            if (node instanceof XmlElement child) {
                write(child, inclusivePrefixes, out);
            } else if (node instanceof String text) {
                out.text(text);
            } else if (node instanceof XmlElement.Instruction instruction) {
                out.instruction(instruction.target(), instruction.data());
            }
        }
        out.end();
    }
}
