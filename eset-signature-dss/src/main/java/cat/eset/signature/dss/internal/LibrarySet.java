package cat.eset.signature.dss.internal;

import cat.eset.core.ConfigurationException;
import cat.eset.core.Failure;
import eu.europa.esig.dss.cms.CMSUtils;
import eu.europa.esig.dss.model.DSSException;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Finds a broken set of libraries before the first signature does. Bouncy Castle from 1.85 on refuses the zeros that follow
 * a CMS inside a PDF; DSS 6.4 without the newer {@code dss-cms-object} then signs without complaint and finds no signature
 * when asked (local-signature section 1). A vendor's own dependency management can bring that about.
 */
public final class LibrarySet {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+).*");
    private static final int OLDEST_MINOR = 85;

    private LibrarySet() {}

    /**
     * Checks the set that is loaded.
     *
     * @throws ConfigurationException with what to change in the build
     */
    public static void check() {
        String version = new BouncyCastleProvider().getVersionStr();
        if (isOld(version)) {
            throw ConfigurationException.of(
                    "Bouncy Castle " + version + " is loaded; before 1.85 it has known security flaws",
                    "Import eset-bom first in dependencyManagement, so that bcprov, bcpkix and bcutil are 1.87.");
        }
        if (!readsPaddedCms()) {
            throw ConfigurationException.of(
                    "The loaded dss-cms-object cannot read signatures inside PDFs with this Bouncy Castle",
                    "Import eset-bom first in dependencyManagement, so that dss-cms-object is 6.5.");
        }
    }

    static boolean isOld(String version) {
        Matcher parts = VERSION.matcher(version);
        return !parts.matches()
                || Integer.parseInt(parts.group(1)) < 1
                || (Integer.parseInt(parts.group(1)) == 1 && Integer.parseInt(parts.group(2)) < OLDEST_MINOR);
    }

    private static boolean readsPaddedCms() {
        try {
            byte[] cms = new CMSSignedDataGenerator()
                    .generate(new CMSProcessableByteArray(new byte[0]))
                    .getEncoded();
            CMSUtils.parseToCMS(Arrays.copyOf(cms, cms.length + 64));
            return true;
        } catch (IOException | CMSException e) {
            throw new IllegalStateException("an empty CMS can be written", e);
        } catch (DSSException e) {
            return false;
        } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new ConfigurationException(Failure.of(
                            Failure.Fault.CONFIGURATION,
                            "A part of DSS is missing: dss-utils-apache-commons, dss-cms-object or dss-crl-parser-x509crl")
                    .remedy("Do not exclude dependencies of eset-signature-dss.")
                    .cause(e)
                    .build());
        }
    }
}
