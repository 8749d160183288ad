package cat.eset.registry.mux;

/**
 * What our registry answers when it gives no number. MUX publishes no list; it stores and shows what a registry says (contract mux
 * 7.1, where this catalogue is proposed).
 */
public enum MuxError {
    /** The number is being given; ask again. */
    IN_PROCESS(1001),
    /** The token is not good. */
    AUTHENTICATION(1002),
    /** The transaction is neither an entry nor an exit. */
    UNSUPPORTED_TYPE(1003),
    /** The request cannot be read, or says something impossible. */
    INVALID_PAYLOAD(1004),
    /** The entry is not for this town hall, or the exit is not from it. */
    UNKNOWN_UNIT(1005),
    /** The registry takes no entries now. */
    REGISTRY_CLOSED(1006),
    /** Our side failed; nothing was registered. */
    INTERNAL(1999);

    private final int code;

    MuxError(int code) {
        this.code = code;
    }

    /** The {@code codiError} on the wire. */
    public int code() {
        return code;
    }
}
