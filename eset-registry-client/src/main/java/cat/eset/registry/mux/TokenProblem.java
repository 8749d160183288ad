package cat.eset.registry.mux;

/** Why a token is not accepted. The texts go to whoever runs the calling application, so they are in Catalan. */
public enum TokenProblem {
    /** There is no {@code Authorization: Bearer} field, or more than one. */
    MISSING("cal una capçalera Authorization, i només una, amb un testimoni Bearer"),
    /** It is not a JWT. */
    MALFORMED("el testimoni no és un JWT"),
    /** Its algorithm is not HS256. Nothing else is ever tried. */
    ALGORITHM("l'algorisme del testimoni no és HS256"),
    /** Its signature is not made with the shared secret. */
    SIGNATURE("la signatura del testimoni no és correcta"),
    /** It does not say when it expires. */
    NO_EXPIRY("el testimoni no té data de caducitat (exp)"),
    /** It has expired. */
    EXPIRED("el testimoni ha caducat"),
    /** It is not valid yet, or says that it was issued in the future. */
    NOT_YET_VALID("el testimoni encara no és vàlid"),
    /** Its issuer is not the agreed one. */
    ISSUER("l'emissor del testimoni (iss) no és l'acordat"),
    /** Its subject is not the agreed one. */
    SUBJECT("el subjecte del testimoni (sub) no és l'acordat"),
    /** The agreed audience is not among its. */
    AUDIENCE("la destinació del testimoni (aud) no és l'acordada");

    private final String text;

    TokenProblem(String text) {
        this.text = text;
    }

    /** The problem in one sentence, in Catalan, without anything of the token. */
    public String text() {
        return text;
    }
}
