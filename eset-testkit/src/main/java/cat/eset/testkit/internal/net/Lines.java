package cat.eset.testkit.internal.net;

import cat.eset.testkit.network.NetworkDesk;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All lines of one consortium. */
public final class Lines implements NetworkDesk {

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final Unreliability unreliability;

    /** Lines that share one generator of troubles. */
    public Lines(Unreliability unreliability) {
        this.unreliability = unreliability;
    }

    /** Adds a line. */
    public void add(Line line) {
        lines.add(line);
    }

    @Override
    public void cutLine() {
        lines.forEach(Line::cutLine);
    }

    @Override
    public void restoreLine() {
        lines.forEach(Line::restoreLine);
    }

    @Override
    public void slowTo(int bytesPerSecond) {
        if (bytesPerSecond < 0) {
            throw new IllegalArgumentException("a rate is not negative");
        }
        lines.forEach(line -> line.slowTo(bytesPerSecond));
    }

    @Override
    public void torture(int percent, long seed) {
        unreliability.set(percent, seed);
    }

    @Override
    public long spoilt() {
        return unreliability.spoilt();
    }
}
