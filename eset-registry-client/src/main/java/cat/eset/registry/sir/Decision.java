package cat.eset.registry.sir;

/** What can be decided about an exchange that was received. */
public enum Decision {
    /** Taken: the consortium makes the entry through MUX. */
    CONFIRMATION(ExchangeState.CONFIRMED),
    /** Sent back to the office where it began. */
    REJECTION(ExchangeState.REJECTED),
    /** Passed on to another office. */
    FORWARDING(ExchangeState.FORWARDED);

    private final ExchangeState state;

    Decision(ExchangeState state) {
        this.state = state;
    }

    /** The state of an exchange about which this was decided. */
    public ExchangeState state() {
        return state;
    }
}
