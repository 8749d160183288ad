package cat.eset.signature.timestamp;

import cat.eset.core.Sha256;

/** Whoever says that something existed at an instant. Implementations are thread-safe. */
public interface TimeStampAuthority {

    /** A name for messages and logs. */
    String name();

    /**
     * Asks for a time stamp over a digest. Each call that succeeds may be counted by the authority.
     *
     * @param imprint digest of what is stamped
     * @return a token that has been checked
     * @throws TimeStampException if no good token came
     */
    TimeStamp stamp(Sha256 imprint);
}
