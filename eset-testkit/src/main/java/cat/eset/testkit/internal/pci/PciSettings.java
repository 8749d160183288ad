package cat.eset.testkit.internal.pci;

import cat.eset.core.TownHall;
import cat.eset.testkit.VirtualClock;
import cat.eset.testkit.pki.TestPki;
import java.time.Duration;
import java.util.List;

/**
 * What the front of PCI is told when it is built.
 *
 * @param pki keys
 * @param clock virtual clock of the answers' time stamps and of asynchronous work
 * @param townHalls who may call
 * @param sha256Allowed whether RSA-SHA256 signatures are accepted (the contract does not know)
 * @param signedMtomAllowed whether a signature on an MTOM request is tolerated (the guide forbids it, a sample does it)
 * @param asynchronousWork virtual time until an asynchronous request is finished
 */
public record PciSettings(
        TestPki pki,
        VirtualClock clock,
        List<TownHall> townHalls,
        boolean sha256Allowed,
        boolean signedMtomAllowed,
        Duration asynchronousWork) {}
