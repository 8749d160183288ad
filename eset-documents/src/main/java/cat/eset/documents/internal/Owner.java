package cat.eset.documents.internal;

/**
 * In whose name is called, and to whom belongs what is made.
 *
 * @param service {@code codiServei}
 * @param ine10 {@code codiINE}
 */
public record Owner(String service, String ine10) {}
