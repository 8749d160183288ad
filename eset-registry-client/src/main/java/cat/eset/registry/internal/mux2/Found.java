package cat.eset.registry.internal.mux2;

import cat.eset.transport.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Searches answers whose form is not published: by local name, in any namespace and at any depth. */
final class Found {

    private Found() {}

    static Optional<XmlElement> child(XmlElement parent, String name) {
        return parent.children().stream()
                .filter(child -> child.localName().equals(name))
                .findFirst();
    }

    static List<XmlElement> children(XmlElement parent, String name) {
        return parent.children().stream()
                .filter(child -> child.localName().equals(name))
                .toList();
    }

    static Optional<String> text(XmlElement parent, String name) {
        return child(parent, name).map(XmlElement::text).filter(text -> !text.isEmpty());
    }

    static List<XmlElement> below(XmlElement from, String name) {
        List<XmlElement> found = new ArrayList<>();
        from.forEach(element -> {
            if (element.localName().equals(name)) {
                found.add(element);
            }
        });
        return found;
    }

    static Optional<String> textBelow(XmlElement from, String name) {
        return below(from, name).stream()
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
