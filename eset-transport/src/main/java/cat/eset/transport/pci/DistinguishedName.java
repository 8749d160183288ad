package cat.eset.transport.pci;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/** Reads the attribute of a name that the JDK has no word for. */
final class DistinguishedName {

    private static final String ORGANIZATION_IDENTIFIER = "2.5.4.97";

    private DistinguishedName() {}

    /** {@code organizationIdentifier}, if the name has exactly one. */
    static Optional<String> organizationIdentifier(X500Principal name) {
        try {
            String found = null;
            String text = name.getName(X500Principal.RFC2253, Map.of(ORGANIZATION_IDENTIFIER, "ORGID"));
            for (Rdn rdn : new LdapName(text).getRdns()) {
                if (rdn.getType().equalsIgnoreCase("ORGID")) {
                    if (found != null) {
                        return Optional.empty();
                    }
                    found = value(rdn.getValue());
                }
            }
            return Optional.ofNullable(found);
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }

    private static String value(Object value) {
        String text = value instanceof byte[] der ? "#" + HexFormat.of().formatHex(der) : value.toString();
        if (!text.startsWith("#")) {
            return text;
        }
        byte[] der = HexFormat.of().parseHex(text.substring(1));
        // A DER string of less than 128 bytes: tag, length, characters.
        boolean isShort = der.length >= 2 && der[1] >= 0 && der[1] == der.length - 2;
        return isShort ? new String(der, 2, der.length - 2, UTF_8) : text;
    }
}
