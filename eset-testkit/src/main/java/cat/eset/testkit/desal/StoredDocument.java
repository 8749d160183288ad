package cat.eset.testkit.desal;

/**
 * A document that the simulated DESA'L holds.
 *
 * @param uuid {@code uuidDocument}
 * @param service owner service
 * @param fileName {@code nomFitxer}
 * @param title {@code nomNatural}
 * @param registryNumber {@code numeroRegistre}; may be empty
 * @param length bytes
 * @param sha256 digest, Base64
 */
public record StoredDocument(
        String uuid,
        String service,
        String fileName,
        String title,
        String registryNumber,
        long length,
        String sha256) {}
