package cat.eset.registry.sir;

import cat.eset.core.ConfigurationException;
import java.util.Set;

/**
 * Limits of the consortium on the files of an exchange (contract sir 5).
 *
 * @param files most files
 * @param fileBytes most bytes of one file
 * @param totalBytes most bytes of all files
 * @param extensions extensions that are taken, lower case
 */
public record SirLimits(int files, long fileBytes, long totalBytes, Set<String> extensions) {

    private static final SirLimits DOCUMENTED = new SirLimits(
            5,
            10_000_000,
            15_000_000,
            Set.of(
                    "jpg", "jpeg", "odt", "odp", "ods", "odg", "docx", "xlsx", "pptx", "pdf", "png", "rtf", "svg",
                    "tiff", "txt", "xsig", "xml"));

    /** Checks the values. */
    public SirLimits {
        extensions = Set.copyOf(extensions);
        if (files < 0 || fileBytes < 0 || totalBytes < 0) {
            throw ConfigurationException.of("A limit of SIR is negative", "Use zero or more.");
        }
    }

    /** As documented: 5 files of 10 MB, 15 MB in all; a MB is a million bytes, the safe reading. */
    public static SirLimits documented() {
        return DOCUMENTED;
    }
}
