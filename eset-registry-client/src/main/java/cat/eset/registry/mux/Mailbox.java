package cat.eset.registry.mux;

import cat.eset.registry.internal.mux.MailboxRest;
import java.util.OptionalLong;

/**
 * The mailbox in which MUX leaves what the auxiliary registry numbered in our stead (contract mux 6.4). Its cursor is at MUX, and asking
 * for the next element moves it: nothing here is sent twice, and after a lost answer {@link #position()} tells where it is. One mailbox has
 * one consumer; two lose elements to each other. {@link MailboxReader} does all of it; this is for looking by hand.
 *
 * <p>Every method throws {@link MuxServiceException} if MUX refuses it for another reason than those of its result, and {@link
 * cat.eset.transport.http.HttpExchangeException} if no whole answer came.
 */
public final class Mailbox {

    private final MailboxRest rest;
    private final String id;

    Mailbox(MailboxRest rest, String id) {
        this.rest = rest;
        this.id = id;
    }

    /** Its identity, 12 hexadecimal digits. */
    public String id() {
        return id;
    }

    /** Number of the element under the cursor; empty if there is none. Moves nothing. */
    public OptionalLong position() {
        return rest.position(id);
    }

    /** The element under the cursor. Moves nothing. */
    public MailboxElement read() {
        return rest.read(id);
    }

    /** Moves the cursor to the next element. */
    public MailboxMove next() {
        return rest.move(id, "seguent");
    }

    /** Moves the cursor to the element before. */
    public MailboxMove previous() {
        return rest.move(id, "anterior");
    }

    /** Moves the cursor to an element. */
    public MailboxMove moveTo(long position) {
        return rest.move(id, "situar/" + position);
    }

    /**
     * Drops old elements for ever. The document says once that the elements below the position go, and once that it goes too (contract mux
     * 6.4): give a position that is processed and lower than everything that is not.
     *
     * @param position element that may be lost with all before it
     * @param oldestUnprocessed the oldest element that must not be lost
     */
    public MailboxMove compact(long position, long oldestUnprocessed) {
        return rest.compact(id, position, oldestUnprocessed);
    }
}
