package cat.eset.registry.sir;

/** From which side an exchange is asked after ({@code tipus}, contract sir 3.5). */
public enum Side {
    /** We sent it. */
    SENT("ENVIAT"),
    /** We received it. */
    RECEIVED("REBUT");

    private final String wire;

    Side(String wire) {
        this.wire = wire;
    }

    /** As written on the wire. */
    public String wire() {
        return wire;
    }
}
