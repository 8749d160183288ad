package cat.eset.core.term;

/** Where the half of an odd number goes; the law does not say (contract legal-rules R3.5). */
public enum HalfRounding {
    /** To the longer half. */
    UP,
    /** To the shorter half. */
    DOWN;

    int half(int amount) {
        return this == UP ? (amount + 1) / 2 : amount / 2;
    }
}
