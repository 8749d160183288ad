package cat.eset.transport.xml;

import cat.eset.core.ConfigurationException;

/**
 * How much XML is read before it is refused, so that no document can fill the memory or the stack.
 *
 * @param depth most elements inside one another
 * @param elements most elements and attributes in all
 */
public record XmlLimits(int depth, int elements) {

    /** Checks that they are sensible. */
    public XmlLimits {
        if (depth < 1 || depth > 1000 || elements < 1) {
            throw ConfigurationException.of("A limit on XML is out of range", "Choose a depth between 1 and 1000.");
        }
    }

    /** 200 deep, 400 000 elements and attributes. */
    public static XmlLimits standard() {
        return new XmlLimits(200, 400_000);
    }
}
