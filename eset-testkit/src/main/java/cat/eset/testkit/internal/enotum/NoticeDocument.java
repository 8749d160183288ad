package cat.eset.testkit.internal.enotum;

import cat.eset.testkit.internal.pci.Part;
import java.util.Optional;

/**
 * A document of a sending.
 *
 * @param name {@code Nom}
 * @param content its content; empty if it was only referred to
 * @param reference id in the document store; the one sent, or the one given at deposit
 */
record NoticeDocument(String name, Optional<Part> content, String reference) {}
