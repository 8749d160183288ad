package cat.eset.testkit.internal.net;

import cat.eset.testkit.pci.PciFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A seeded share of exchanges that go wrong: lost before, lost after, late, or delivered twice. Thread-safe. */
public final class Unreliability {

    private static final List<PciFault> TROUBLES = List.of(
            PciFault.resetBeforeProcessing(),
            PciFault.resetAfterProcessing(),
            PciFault.resetMidBody(),
            PciFault.delay(Duration.ofMillis(30)),
            PciFault.duplicated());

    private Random random = new Random(0);
    private int percent;
    private long spoilt;

    /** Sets the share and starts the sequence anew. */
    public synchronized void set(int share, long seed) {
        if (share < 0 || share > 100) {
            throw new IllegalArgumentException("a share lies between 0 and 100 percent");
        }
        percent = share;
        random = new Random(seed);
    }

    /** The trouble of the next exchange, if it has one. */
    public synchronized Optional<PciFault> next() {
        if (percent == 0 || random.nextInt(100) >= percent) {
            return Optional.empty();
        }
        spoilt++;
        return Optional.of(TROUBLES.get(random.nextInt(TROUBLES.size())));
    }

    /** Whether a fault is one that the line made up; its duplicate is a second delivery, not a doubled answer. */
    @SuppressWarnings("ReferenceEquality") // identity is the question
    public boolean isOwn(PciFault fault) {
        return TROUBLES.stream().anyMatch(own -> own == fault);
    }

    /** How many exchanges had trouble. */
    public synchronized long spoilt() {
        return spoilt;
    }
}
