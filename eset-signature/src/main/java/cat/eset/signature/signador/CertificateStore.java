package cat.eset.signature.signador;

/** Where the person's program looks for certificates ({@code keystore_type}, signador 4.2). */
public enum CertificateStore {
    /** Wherever it finds them; AOC recommends it. */
    ANY("0"),
    /** The store of Windows. */
    WINDOWS("1"),
    /** A card or token, by the drivers of {@link CertificateFilter#cards}. */
    CARD("3"),
    /** The store of Mozilla programs. */
    MOZILLA("4"),
    /** The keychain of macOS. */
    MACOS("6");

    private final String code;

    CertificateStore(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
