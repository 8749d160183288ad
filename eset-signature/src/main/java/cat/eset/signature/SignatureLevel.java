package cat.eset.signature;

/**
 * How long an AdES signature can be believed (ETSI EN 319 102-1, baseline levels). Each level includes the one before
 * it.
 */
public enum SignatureLevel {
    /** Signer and document only; nothing proves when. Made without any network. */
    B,
    /** With a time stamp over the signature. */
    T,
    /** With the certificates and revocation data that prove it was good. */
    LT,
    /** With a time stamp over all that, to be renewed before it weakens. */
    LTA;

    /** Whether a time stamp authority is needed to reach this level. */
    public boolean needsTimeStamp() {
        return this != B;
    }

    /** Whether revocation data is needed to reach this level. */
    public boolean needsRevocationData() {
        return compareTo(LT) >= 0;
    }
}
