package cat.eset.transport.xml;

/** Names of elements and attributes that we write. */
final class XmlNames {

    private static final String XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";

    private XmlNames() {}

    /** Refuses a name that XML does not allow, and a prefix that cannot have this namespace. */
    static void check(String namespace, String prefix, String localName) {
        checkName(localName);
        if (prefix.isEmpty()) {
            return;
        }
        checkName(prefix);
        if (prefix.equals("xmlns") || namespace.isEmpty() || prefix.equals("xml") != namespace.equals(XML_NAMESPACE)) {
            throw new IllegalArgumentException("the prefix " + prefix + " cannot have that namespace");
        }
    }

    private static void checkName(String name) {
        boolean first = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isForeignLetter(c);
            boolean later = (c >= '0' && c <= '9') || c == '-' || c == '.' || c == 0xB7;
            if (!letter && (first || !later)) {
                throw new IllegalArgumentException("not an XML name without colon");
            }
            first = false;
        }
        if (first) {
            throw new IllegalArgumentException("an XML name may not be empty");
        }
    }

    private static boolean isForeignLetter(char c) {
        return c >= 0xC0 && c != 0xD7 && c != 0xF7;
    }
}
