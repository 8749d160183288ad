package cat.eset.testkit.internal.pci;

import cat.eset.testkit.pci.PciFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scripted faults that have not run yet. Thread-safe. */
final class Script {

    private final List<Line> lines = new ArrayList<>();

    private record Line(PciFault fault, String operation, int times) {}

    synchronized void add(PciFault fault, String operation, int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a script runs at least once");
        }
        lines.add(new Line(fault, operation, times));
    }

    synchronized void clear() {
        lines.clear();
    }

    /** The fault for this operation, which is used up by asking. */
    synchronized Optional<PciFault> take(String operation) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.operation().isEmpty() || line.operation().equals(operation)) {
                if (line.times() == 1) {
                    lines.remove(i);
                } else {
                    lines.set(i, new Line(line.fault(), line.operation(), line.times() - 1));
                }
                return Optional.of(line.fault());
            }
        }
        return Optional.empty();
    }
}
