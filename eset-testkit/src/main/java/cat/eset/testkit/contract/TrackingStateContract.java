package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.work.TrackingState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a {@link TrackingState} promises: nobody overwrites what he has not read. */
public interface TrackingStateContract extends StoreContract {

    /** A text is replaced only by who knows what is there. */
    @Test
    default void aTextIsReplacedOnlyByWhoKnowsIt() {
        TrackingState state =
                newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC)).trackingState();
        assertEquals(Optional.empty(), state.read("cursor"));
        assertTrue(state.replace("cursor", Optional.empty(), "1"));
        assertFalse(state.replace("cursor", Optional.empty(), "2"));
        assertFalse(state.replace("cursor", Optional.of("0"), "2"));
        assertEquals(Optional.of("1"), state.read("cursor"));
        assertTrue(state.replace("cursor", Optional.of("1"), "2"));
        assertEquals(Optional.of("2"), state.read("cursor"));
    }
}
