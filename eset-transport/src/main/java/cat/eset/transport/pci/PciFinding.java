package cat.eset.transport.pci;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that {@link PciClient#doctor()} looked at, in words for whoever sets the client up.
 *
 * @param check what was looked at
 * @param level how it is
 * @param what what was seen, in one sentence without personal data
 * @param remedy what to do about it
 */
public record PciFinding(Check check, Level level, String what, Optional<String> remedy) {

    /** What is looked at, in the order in which one depends on another. */
    public enum Check {
        /** Whether our certificate is valid, and for how long. */
        CERTIFICATE,
        /** Whether the address of the front leads to something that answers. */
        HOST,
        /** Whether its certificate is trusted and bears the right name, and whether it took ours. */
        TLS,
        /** Whether the clocks of both sides agree: signed messages live for minutes. */
        CLOCK,
        /** Whether the IP address of this machine was enabled. */
        ACCESS,
        /** Whether the PCI recognised the certificate as that of the town hall. */
        AUTHENTICATION,
        /** Whether product, modality and purpose were granted to the town hall. */
        AUTHORISATION,
        /** Whether the answer was signed by whom the environment names, and made sense. */
        ANSWER
    }

    /** How it is. */
    public enum Level {
        /** As it should be. */
        OK,
        /** Works today; look at it soon. */
        WARNING,
        /** Does not work until somebody acts. */
        PROBLEM,
        /** Could not be seen, because of an earlier problem or because nothing tells. */
        UNKNOWN
    }

    /** Checks that nothing is null. */
    public PciFinding {
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(remedy, "remedy");
    }

    /** All of it in one line. */
    @Override
    public String toString() {
        return level + " " + check + ": " + what + remedy.map(r -> ". " + r).orElse("");
    }
}
