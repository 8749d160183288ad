package cat.eset.core.representation;

/** What somebody wants to do for another, as far as proof of representation is asked (Llei 39/2015 art. 5.3). */
public enum RepresentedAct {
    /** To file an application. */
    APPLICATION(true),
    /** To file a responsible declaration or a communication. */
    DECLARATION(true),
    /** To appeal. */
    APPEAL(true),
    /** To withdraw an action. */
    WITHDRAWAL(true),
    /** To waive a right. */
    WAIVER(true),
    /** A mere step of the procedure: representation is presumed. */
    MERE_STEP(false);

    private final boolean proof;

    RepresentedAct(boolean proof) {
        this.proof = proof;
    }

    /** Whether the representation must be proven. */
    public boolean needsProof() {
        return proof;
    }
}
