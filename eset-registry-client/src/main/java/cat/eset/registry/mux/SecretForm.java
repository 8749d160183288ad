package cat.eset.registry.mux;

/**
 * How the shared secret of MUX becomes the key of HMAC-SHA256. The secret is given as a URL-safe Base64 text, and the published
 * document does not say whether the key is that text or what it decodes to (contract mux 6.1): ask when you get it.
 */
public enum SecretForm {
    /** The key is the text itself, as ASCII bytes. */
    TEXT,
    /** The key is what the text decodes to. */
    BASE64URL
}
