package cat.eset.core.eni;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The XML ids in an element that was read, besides those of the nodes around an index. */
final class XmlIds {

    private XmlIds() {}

    static Set<String> of(VerbatimXml element) {
        Set<String> ids = new HashSet<>();
        ids.add("INDICE");
        ids.add("EXPEDIENTE");
        try (XmlInput in = XmlInput.of(new ByteArrayInputStream(element.bytes()), XmlInput.Limits.STANDARD)) {
            in.root();
            collect(in, ids);
        }
        return ids;
    }

    static Optional<String> ofRoot(VerbatimXml element) {
        try (XmlInput in = XmlInput.of(new ByteArrayInputStream(element.bytes()), XmlInput.Limits.STANDARD)) {
            in.root();
            return in.attribute("Id");
        }
    }

    private static void collect(XmlInput in, Set<String> ids) {
        in.attribute("Id").ifPresent(ids::add);
        in.children((namespace, name) -> collect(in, ids));
    }
}
