package cat.eset.core.work;

import cat.eset.core.EsetException;
import cat.eset.core.Failure;

/** The work took so long that it was given to somebody else. Its transaction must roll back. */
public final class LostClaimException extends EsetException {

    private static final long serialVersionUID = 1L;

    /** A ticket that is no longer the newest. */
    public LostClaimException(InboundLedger.Ticket ticket) {
        super(Failure.of(
                        Failure.Fault.CALLER,
                        ticket.key() + ": attempt " + ticket.attempt() + " no longer holds the claim")
                .remedy("Roll back; the other attempt answers")
                .build());
    }
}
