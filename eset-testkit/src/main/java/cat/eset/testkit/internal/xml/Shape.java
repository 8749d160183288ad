package cat.eset.testkit.internal.xml;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/**
 * The content model of an element, written as in a DTD without commas: {@code "IdPeticion Estado? (A|B) Fichero*"}.
 * Checks names, namespace, order and cardinality of the children.
 */
public final class Shape {

    private static final Pattern NAME = Pattern.compile("[\\w·.-]+");

    /** Stands for the blanks of the model while names are replaced by groups that contain blanks of their own. */
    private static final String SPACE = "\u0001";

    private final String model;
    private final Pattern pattern;
    private final Set<String> known = new TreeSet<>();

    private Shape(String model) {
        this.model = model;
        Matcher names = NAME.matcher(model.replace(" ", SPACE));
        StringBuilder regex = new StringBuilder();
        while (names.find()) {
            known.add(names.group());
            names.appendReplacement(regex, Matcher.quoteReplacement("(?:" + Pattern.quote(names.group() + " ") + ")"));
        }
        names.appendTail(regex);
        this.pattern = Pattern.compile(regex.toString().replace(SPACE, ""));
    }

    /** Reads a content model. */
    public static Shape of(String model) {
        return new Shape(model);
    }

    /** What is wrong with the children of an element; empty if nothing. */
    public Optional<String> fault(Element element) {
        StringBuilder children = new StringBuilder();
        for (Element child : Dom.children(element)) {
            if (!Objects.equals(element.getNamespaceURI(), child.getNamespaceURI())) {
                return Optional.of(child.getLocalName() + " in " + element.getLocalName() + " is in another namespace");
            }
            if (!known.contains(child.getLocalName())) {
                return Optional.of(element.getLocalName() + " must not contain " + child.getLocalName());
            }
            children.append(child.getLocalName()).append(' ');
        }
        return pattern.matcher(children).matches()
                ? Optional.empty()
                : Optional.of(element.getLocalName() + " has ["
                        + children.toString().strip() + "], expected [" + model + "]");
    }
}
