package cat.eset.transport.pci;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/**
 * What {@link PciClient#doctor()} found. Immutable.
 *
 * @param findings exactly one for each {@link PciFinding.Check}, in that order
 */
public record PciDiagnosis(List<PciFinding> findings) {

    /** Copies. */
    public PciDiagnosis {
        findings = List.copyOf(findings);
    }

    /** Whether nothing stands in the way, as far as could be seen. */
    public boolean isHealthy() {
        return findings.stream().noneMatch(f -> f.level() == PciFinding.Level.PROBLEM);
    }

    /** The finding of one check. */
    public PciFinding of(PciFinding.Check check) {
        return findings.stream()
                .filter(f -> f.check() == check)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no finding about " + check));
    }

    /** One line for each finding, to be shown to a person. */
    @Override
    public String toString() {
        return findings.stream().map(PciFinding::toString).collect(Collectors.joining("\n"));
    }
}
