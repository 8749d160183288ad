package cat.eset.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cat.eset.core.work.TrackingState;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    /** What nobody needs any more is found by how its key begins, and forgotten only by who knows what is there. */
    @Test
    default void aTextIsFoundByItsKeyAndForgottenOnlyByWhoKnowsIt() {
        TrackingState state =
                newStore(Clock.fixed(Sample.MORNING, ZoneOffset.UTC)).trackingState();
        for (String key : List.of("job/1", "job/2", "job_3", "Job/4", "other")) {
            assertTrue(state.replace(key, Optional.empty(), "open"));
        }
        assertEquals(Set.of("job/1", "job/2"), Set.copyOf(state.keys("job/")));
        assertEquals(List.of(), state.keys("%"));

        assertFalse(state.forget("job/1", "closed"));
        assertTrue(state.forget("job/1", "open"));
        assertFalse(state.forget("job/1", "open"));
        assertEquals(Optional.empty(), state.read("job/1"));
        assertEquals(List.of("job/2"), state.keys("job/"));
        assertTrue(state.replace("job/1", Optional.empty(), "anew"));
    }
}
