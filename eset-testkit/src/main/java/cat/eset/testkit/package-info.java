/**
 * The simulated consortium: PCI, e-NOTUM, MUX, a time-stamp authority and their public-key infrastructure on real ports
 * of this machine, written from the published contracts and never from the clients. Start with
 * {@link cat.eset.testkit.Consortium} (inside this JVM) or {@link cat.eset.testkit.ConsortiumProcess} (its own JVM);
 * both are a {@link cat.eset.testkit.SimulatedConsortium}. Law and services run on a {@link cat.eset.testkit.VirtualClock};
 * certificates and TLS run on the real one.
 */
@NullMarked
package cat.eset.testkit;

import org.jspecify.annotations.NullMarked;
